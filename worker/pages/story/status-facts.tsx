/** What where it stands comes down to: what is agreed, who blocks it, who owes whom an answer, what comes next. */
import type { ViewOf } from "../../../projections/registry.ts";
import { Runs } from "../../http/html/runs.tsx";
import type { Views } from "../../read/projections.ts";
import { whoOf, whosOf } from "../party-names.tsx";
import { EventTime } from "../times.tsx";
import { AndMore, mostOf, offerLink } from "./list-window.tsx";
import { OfferLine, OfferTerms } from "./offer-line.tsx";
import { EditorsText, EntryLink, PartyName, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; status: ViewOf<"status"> };

/** So many of each are told here: the rest stands where they all do. */
const most = 8;

/** The agreements, each with those who still have to agree. */
export const Agreements = ({ context, status: { agreements } }: Shown) => {
  const words = context.reader.words.story;
  if (agreements.length === 0) return null;
  const shown = agreements.slice(0, mostOf(context, most));
  return (
    <div>
      <dt>{words.agreed}</dt>
      {shown.map((agreement) => (
        <>
          <dd>
            <a href={offerLink(context, agreement.offer)}>
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
      <Rest context={context} left={agreements.length - shown.length} href="#offers" />
    </div>
  );
};

/** Who stands in the way; of a person, in whose name. */
export const BlockedBy = ({ context, status: { blockedBy } }: Shown) => {
  const words = context.reader.words.story;
  if (blockedBy.length === 0) return null;
  const shown = blockedBy.slice(0, mostOf(context, most));
  return (
    <div>
      <dt>{words.blockedBy}</dt>
      {shown.map(({ offer, body, ...by }) => (
        <dd>
          <a href={offerLink(context, offer)}>
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
      <Rest context={context} left={blockedBy.length - shown.length} href="#offers" />
    </div>
  );
};

/** Who owes whom an answer, to what. Who still has to agree to what is agreed is told there. */
export const Awaiting = ({ context, views }: { context: StoryContext; views: Views<"status" | "offers"> }) => {
  const { words } = context.reader;
  const standing = views.offers.offers.filter(({ status }) => status === "open");
  const byOffer = Map.groupBy(views.status.awaiting, ({ offer }) => offer);
  const owed = standing.flatMap((offer) => {
    const owing = byOffer.get(offer.offer);
    return owing ? { offer, owing } : [];
  });
  if (owed.length === 0) return null;
  const shown = owed.slice(0, mostOf(context, most));
  return (
    <div>
      <dt>{words.story.awaiting}</dt>
      {shown.map(({ offer, owing }) => (
        <dd>
          <a href={offerLink(context, offer.offer)}>
            <Runs runs={words.story.isOwed(whosOf(owing), whosOf([offer.by, ...offer.partners]))} />
          </a>
          {words.colon}
          <OfferTerms context={context} offer={offer} />
        </dd>
      ))}
      <Rest context={context} left={owed.length - shown.length} href="#offers" />
    </div>
  );
};

/** What happens next: an instant, or a day. */
export const Next = ({ context, status: { next } }: Shown) => {
  const { reader } = context;
  if (next.length === 0) return null;
  const shown = next.slice(0, mostOf(context, most));
  return (
    <div>
      <dt>{reader.words.story.next}</dt>
      {shown.map(({ what, at, version }) => (
        <dd>
          <EventTime reader={reader} at={{ occurredAt: at, precision: at.includes("T") ? "minute" : "day" }} />
          {reader.words.colon}
          <EntryLink context={context} version={version}>
            <EditorsText context={context}>{what}</EditorsText>
          </EntryLink>
        </dd>
      ))}
      <Rest context={context} left={next.length - shown.length} href="#timeline" />
    </div>
  );
};

/** How many more there are than are told here. */
const Rest = (more: { context: StoryContext; left: number; href: string }) =>
  more.left > 0 ? (
    <dd class="aside">
      <AndMore {...more} />
    </dd>
  ) : null;
