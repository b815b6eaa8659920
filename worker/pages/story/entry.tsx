/** One entry of the timeline: an event, and what became of it. */

import type { Entry } from "../../../projections/timeline.ts";
import { eventPath } from "../../http/links.ts";
import { currentPathWith, localizedPath } from "../reader.ts";
import { EventTime, RecordedDate } from "../times.tsx";
import { Amendments } from "./amendments.tsx";
import { presentationOf } from "./presentation.ts";
import { Quotation } from "./quotation.tsx";
import { Sources } from "./sources.tsx";
import { anchorOf, EditorsText, PartyName, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; entry: Entry };

/** An item of a list: what happened, its sources, and what became of it. */
export const TimelineEntry = ({ context, entry }: Shown) => {
  const { kind, label } = presentationOf(entry);
  const { words } = context.reader;
  return (
    <li
      class={`entry entry-${kind}`}
      id={anchorOf(entry.version)}
      data-version={entry.version}
      data-changed={entry.lastVersion}
      data-fate={fateOf(entry)}
    >
      <p class="entry-when">
        <EventTime reader={context.reader} at={entry} />
      </p>
      <article class="entry-what" aria-labelledby={`h${entry.version}`}>
        <News context={context} entry={entry} />
        {label ? <p class="label">{words.timeline.labels[label]}</p> : null}
        <h3 id={`h${entry.version}`}>
          <Headline context={context} entry={entry} />
        </h3>
        {entry.retracted ? null : <Body context={context} entry={entry} />}
        <Amendments context={context} entry={entry} />
        <p class="entry-foot">
          <a href={localizedPath(context.reader, eventPath(context, entry.version))}>{words.event(entry.version)}</a>
          {" · "}
          {words.timeline.recorded} <RecordedDate reader={context.reader} at={entry.recordedAt} />
          {" · "}
          <a
            href={currentPathWith(context.reader, {
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
const News = ({ context, entry }: Shown) => {
  const words = context.reader.words.since;
  if (context.since === undefined) return null;
  return <p class="mark">{entry.version > context.since ? words.isNew : words.isAmended}</p>;
};

const Headline = ({ context, entry }: Shown) => {
  const { headline } = presentationOf(entry);
  const words = headline === undefined ? entry.headline : <EditorsText context={context}>{headline}</EditorsText>;
  return entry.retracted ? <del>{words}</del> : words;
};

/** What the headline does not say. */
const Body = ({ context, entry }: Shown) => {
  const { words } = context.reader;
  const { texts } = presentationOf(entry);
  const involved = entry.parties.filter(({ name }) => !entry.headline.includes(name));
  return (
    <>
      {entry.quote ? <Quotation context={context} words={{ quote: entry.quote, translation: entry.translation }} /> : null}
      {texts.map(({ label, text }) => (
        <p>
          {label ? `${words.timeline[label]}${words.colon}` : ""}
          <EditorsText context={context}>{text}</EditorsText>
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
      <Sources context={context} sources={entry.sources} />
    </>
  );
};
