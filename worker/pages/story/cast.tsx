/** Who is in the story, and what each has done. */
import type { ViewOf } from "../../../projections/registry.ts";
import { Runs } from "../../http/html/runs.tsx";
import { whoOf } from "../party-names.tsx";
import { currentPathWith } from "../reader.ts";
import { ListTurning, listWindow } from "./list-window.tsx";
import { EditorsText, LinkedTime, PartyName, Section, type StoryContext } from "./story-context.tsx";

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
              <a
                href={`${currentPathWith(context.reader, { party: member.party, kind: undefined, cursor: undefined })}#timeline`}
              >
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
                <EditorsText context={context}>{member.role}</EditorsText>
              </p>
            ) : null}
            <Deeds context={context} member={member} />
          </li>
        ))}
      </ul>
      <ListTurning context={context} list="cast" title={words.title} window={shown} />
    </Section>
  );
};

const Deeds = ({ context, member }: { context: StoryContext; member: Member }) => {
  const words = context.reader.words.cast;
  const done = deeds.flatMap((deed) => (member[deed] > 0 ? words[deed](member[deed]) : []));
  return (
    <p class="aside">
      {done.length > 0 ? `${done.join(" · ")} · ` : ""}
      {member.lastSeen ? (
        <>
          {words.lastSeen} <LinkedTime context={context} at={member.lastSeen} />
        </>
      ) : null}
      {member.sameAs.map((address) => (
        <>
          {" · "}
          <a href={address} rel="nofollow noopener" aria-label={words.elsewhere(member.name, hostOf(address))}>
            {hostOf(address)}
          </a>
        </>
      ))}
    </p>
  );
};

const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, "");
