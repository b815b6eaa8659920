/** Who is in the story, and what each has done. */
import type { ViewOf } from "../../../projections/registry.ts";
import { here } from "../reader.ts";
import { Editors, Moment, Name, type Scene, Section } from "./scene.tsx";

type Member = ViewOf<"cast">["parties"][number];

const deeds = ["offersMade", "rejections", "insultsPosted", "insultsReceived", "statements"] as const;

export const Cast = ({ scene, parties }: { scene: Scene; parties: readonly Member[] }) => {
  const words = scene.reader.words.cast;
  return (
    <Section id="cast" title={words.title}>
      {parties.length === 0 ? <p class="none">{words.none}</p> : null}
      <ul class="plain">
        {parties.map((member) => (
          <li class="member" id={`party-${member.party}`}>
            <strong>
              <a href={`${here(scene.reader, { party: member.party, kind: undefined, cursor: undefined })}#timeline`}>
                <Name of={member} />
              </a>
            </strong>{" "}
            <span class="aside">{words.kinds[member.kind]}</span>
            {member.role ? (
              <p>
                <Editors scene={scene}>{member.role}</Editors>
              </p>
            ) : null}
            <Deeds scene={scene} member={member} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Deeds = ({ scene, member }: { scene: Scene; member: Member }) => {
  const words = scene.reader.words.cast;
  const done = deeds.flatMap((deed) => (member[deed] > 0 ? words[deed](member[deed]) : []));
  return (
    <p class="aside">
      {done.length > 0 ? `${done.join(" · ")} · ` : ""}
      {member.lastSeen ? (
        <>
          {words.lastSeen} <Moment scene={scene} at={member.lastSeen} />
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
