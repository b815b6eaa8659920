/** One entry of the timeline: an event, and what became of it. */

import type { Entry } from "../../../projections/timeline.ts";
import { eventPath } from "../../http/links.ts";
import { currentPathWith, localizedPath } from "../reader.ts";
import { EventTime, RecordedDate } from "../times.tsx";
import { Amendments } from "./amendments.tsx";
import { presentationOf } from "./bearing.ts";
import { Quotation } from "./quotation.tsx";
import { anchorOf, EditorsText, PartyName, type StoryContext } from "./scene.tsx";
import { Sources } from "./sources.tsx";

type Shown = { scene: StoryContext; entry: Entry };

export const TimelineEntry = ({ scene, entry }: Shown) => {
  const { kind, label } = presentationOf(entry);
  const { words } = scene.reader;
  return (
    <li
      class={`entry entry-${kind}`}
      id={anchorOf(entry.version)}
      data-version={entry.version}
      data-changed={entry.lastVersion}
      data-fate={fateOf(entry)}
    >
      <p class="entry-when">
        <EventTime reader={scene.reader} at={entry} />
      </p>
      <article class="entry-what" aria-labelledby={`h${entry.version}`}>
        <News scene={scene} entry={entry} />
        {label ? <p class="label">{words.timeline.labels[label]}</p> : null}
        <h3 id={`h${entry.version}`}>
          <Headline scene={scene} entry={entry} />
        </h3>
        {entry.retracted ? null : <Body scene={scene} entry={entry} />}
        <Amendments scene={scene} entry={entry} />
        <p class="entry-foot">
          <a href={localizedPath(scene.reader, eventPath(scene, entry.version))}>{words.event(entry.version)}</a>
          {" · "}
          {words.timeline.recorded} <RecordedDate reader={scene.reader} at={entry.recordedAt} />
          {" · "}
          <a
            href={currentPathWith(scene.reader, {
              version: String(entry.version),
              asOf: undefined,
              since: undefined,
              cursor: undefined,
            })}
            aria-describedby={`h${entry.version}`}
          >
            {words.timeline.atThisPoint}
          </a>
        </p>
      </article>
    </li>
  );
};

/** What has become of an entry by its last amendment; nothing where it stands as it was recorded. */
const fateOf = ({ lastVersion, corrected, retracted, takenDown }: Entry): string | undefined => {
  if (takenDown) return "taken-down";
  if (retracted?.version === lastVersion) return "retracted";
  return corrected.length > 0 ? "corrected" : undefined;
};

/** Whether the entry is new to a reader who knows the story up to a version, or was changed since. */
const News = ({ scene, entry }: Shown) => {
  const words = scene.reader.words.since;
  if (scene.since === undefined) return null;
  return <p class="mark">{entry.version > scene.since ? words.isNew : words.isAmended}</p>;
};

const Headline = ({ scene, entry }: Shown) => {
  const { headline } = presentationOf(entry);
  const words = headline === undefined ? entry.headline : <EditorsText scene={scene}>{headline}</EditorsText>;
  return entry.retracted ? <del>{words}</del> : words;
};

/** What the headline does not say. */
const Body = ({ scene, entry }: Shown) => {
  const { words } = scene.reader;
  const { texts } = presentationOf(entry);
  const involved = entry.parties.filter(({ name }) => !entry.headline.includes(name));
  return (
    <>
      {entry.quote ? <Quotation scene={scene} words={{ quote: entry.quote, translation: entry.translation }} /> : null}
      {texts.map(({ label, text }) => (
        <p>
          {label ? `${words.timeline[label]}${words.colon}` : ""}
          <EditorsText scene={scene}>{text}</EditorsText>
        </p>
      ))}
      {involved.length > 0 ? (
        <p class="aside">
          {words.timeline.involved}
          {words.colon}
          {involved.map((party, index) => (
            <>
              {index > 0 ? ", " : ""}
              <a href={`#party-${party.party}`}>
                <PartyName of={party} />
              </a>
            </>
          ))}
        </p>
      ) : null}
      <Sources scene={scene} sources={entry.sources} />
    </>
  );
};
