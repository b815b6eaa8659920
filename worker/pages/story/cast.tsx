/** Who is in the story, and what each has done. */
import { personIdsOf } from "../../../projections/person-id.ts";
import type { ViewOf } from "../../../projections/registry.ts";
import { Runs } from "../../http/html/runs.tsx";
import { personPath } from "../../http/links.ts";
import { whoOf } from "../party-names.tsx";
import { currentPathWith, localizedPath, type Reader } from "../reader.ts";
import { ListTurning, listWindow } from "./list-window.tsx";
import { LinkedTime, PartyName, Section, type StoryContext } from "./story-context.tsx";

type Member = ViewOf<"cast">["parties"][number];

const deeds = [
  "offersMade",
  "raises",
  "withdrawals",
  "acceptances",
  "rejections",
  "insultsPosted",
  "insultsReceived",
  "statements",
] as const;

/** So many parties are shown at a time. */
const most = 40;

/** The part of the cast that the page shows. */
export const castShown = (context: StoryContext, parties: readonly Member[]) => listWindow(context, "cast", parties, { most });

/** Who takes part, and what each has done. */
export const Cast = ({ context, parties }: { context: StoryContext; parties: readonly Member[] }) => {
  const words = context.reader.words.cast;
  const shown = castShown(context, parties);
  return (
    <Section id="cast" title={words.title}>
      {parties.length === 0 ? <p class="none">{words.none}</p> : null}
      <ul class="plain">
        {shown.items.map((member) => (
          <li class="member" id={`party-${member.party}`}>
            <strong>
              <a href={personOf(context, member) ?? inTimeline(context, member)}>
                <PartyName of={member} />
              </a>
            </strong>{" "}
            <span class="aside">
              {words.kinds[member.kind]}
              {member.of ? (
                <>
                  {" "}
                  <Runs runs={words.of([whoOf(member.of)])} />
                </>
              ) : null}
            </span>
            {member.role ? (
              <p>
                <span lang={member.textLanguage} dir="auto">
                  {member.role}
                </span>
              </p>
            ) : null}
            <p class="aside">
              {deedsOf(context.reader, member)}
              {deedsOf(context.reader, member) && member.lastSeen ? " · " : null}
              {member.lastSeen ? (
                <>
                  {words.lastSeen} <LinkedTime context={context} at={member.lastSeen} />
                </>
              ) : null}
              {personOf(context, member) && member.lastSeen ? (
                <>
                  {" · "}
                  <a href={inTimeline(context, member)}>{words.inTimeline}</a>
                </>
              ) : null}
              <Elsewhere reader={context.reader} name={member.name} addresses={member.sameAs} />
            </p>
          </li>
        ))}
      </ul>
      <ListTurning context={context} list="cast" title={words.title} window={shown} />
    </Section>
  );
};

/** The page of a party over all stories, where it is known by an address elsewhere. */
const personOf = ({ reader, slug }: StoryContext, member: Member): string | undefined => {
  const [id] = personIdsOf(slug, member);
  return id === undefined || member.sameAs.length === 0 ? undefined : localizedPath(reader, personPath(id));
};

const inTimeline = ({ reader }: StoryContext, { party }: Member): string =>
  `${currentPathWith(reader, { party, kind: undefined, cursor: undefined })}#timeline`;

/** What somebody did, counted; empty where that is nothing. */
export const deedsOf = ({ words }: Reader, member: Member): string =>
  deeds.flatMap((deed) => (member[deed] > 0 ? words.cast[deed](member[deed]) : [])).join(" · ");

/** Where somebody is to be found elsewhere. */
export const Elsewhere = ({ reader, name, addresses }: { reader: Reader; name: string; addresses: readonly string[] }) => (
  <>
    {addresses.map((address) => (
      <>
        {" · "}
        <a href={address} rel="nofollow noopener" aria-label={reader.words.cast.elsewhere(name, hostOf(address))}>
          {hostOf(address)}
        </a>
      </>
    ))}
  </>
);

const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, "");
