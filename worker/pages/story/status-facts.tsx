/** What where it stands comes down to: what is agreed, who blocks it, who owes whom an answer, what comes next. */
import type { ViewOf } from "../../../projections/registry.ts";
import type { Views } from "../../read/projections.ts";
import { whoOf, whosOf } from "../party-names.tsx";
import { Runs } from "../runs.tsx";
import { EventTime } from "../times.tsx";
import { OfferLine, OfferTerms } from "./offer-line.tsx";
import { EditorsText, EntryLink, PartyName, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; status: ViewOf<"status"> };

/** The agreements, each with those who still have to agree. */
export const Agreements = ({ context, status: { agreements } }: Shown) => {
  const words = context.reader.words.story;
  if (agreements.length === 0) return null;
  return (
    <div>
      <dt>{words.agreed}</dt>
      {agreements.map((agreement) => (
        <>
          <dd>
            <a href={`#offer-${agreement.offer}`}>
              <OfferLine context={context} offer={agreement} />
            </a>
          </dd>
          {agreement.toAgree.length > 0 ? (
            <dd class="aside">
              <Runs runs={words.toAgree(whosOf(agreement.toAgree))} />
            </dd>
          ) : null}
        </>
      ))}
    </div>
  );
};

/** Who stands in the way; of a person, in whose name. */
export const BlockedBy = ({ context, status: { blockedBy } }: Shown) => {
  const words = context.reader.words.story;
  if (blockedBy.length === 0) return null;
  return (
    <div>
      <dt>{words.blockedBy}</dt>
      {blockedBy.map(({ offer, body, ...by }) => (
        <dd>
          <a href={`#offer-${offer}`}>
            <PartyName of={by} />
          </a>
          {body.party === by.party ? null : (
            <>
              {" "}
              <Runs runs={words.speaksFor([whoOf(body)])} />
            </>
          )}
        </dd>
      ))}
    </div>
  );
};

/** Who owes whom an answer, to what. Who still has to agree to what is agreed is told there. */
export const Awaiting = ({ context, views }: { context: StoryContext; views: Views<"status" | "offers"> }) => {
  const { words } = context.reader;
  const standing = views.offers.offers.filter(({ status }) => status === "open");
  const owed = standing.flatMap((offer) => {
    const owing = views.status.awaiting.filter((one) => one.offer === offer.offer);
    return owing.length > 0 ? { offer, owing } : [];
  });
  if (owed.length === 0) return null;
  return (
    <div>
      <dt>{words.story.awaiting}</dt>
      {owed.map(({ offer, owing }) => (
        <dd>
          <a href={`#offer-${offer.offer}`}>
            <Runs runs={words.story.isOwed(whosOf(owing), whosOf([offer.by, ...offer.partners]))} />
          </a>
          {words.colon}
          <OfferTerms context={context} offer={offer} />
        </dd>
      ))}
    </div>
  );
};

/** What happens next: an instant, or a day. */
export const Next = ({ context, status: { next } }: Shown) => {
  const { reader } = context;
  if (next.length === 0) return null;
  return (
    <div>
      <dt>{reader.words.story.next}</dt>
      {next.map(({ what, at, version }) => (
        <dd>
          <EventTime reader={reader} at={{ occurredAt: at, precision: at.includes("T") ? "minute" : "day" }} />
          {reader.words.colon}
          <EntryLink context={context} version={version}>
            <EditorsText context={context}>{what}</EditorsText>
          </EntryLink>
        </dd>
      ))}
    </div>
  );
};
