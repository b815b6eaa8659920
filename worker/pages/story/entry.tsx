/** One entry of the timeline: an event, and what became of it. */

import type { Entry } from "../../../projections/timeline.ts";
import { Runs, withoutQuotations } from "../../http/html/runs.tsx";
import { eventPath, storyPath } from "../../http/links.ts";
import { currentPathWith, localizedPath } from "../reader.ts";
import { EventTime, RecordedDate } from "../times.tsx";
import { Amendments, Remarks, TakenBack } from "./amendments.tsx";
import { fateOf, toldVersionOf } from "./fate.ts";
import { AndMore, mostOf, partyLink } from "./list-window.tsx";
import { Pictures } from "./pictures.tsx";
import { presentationOf } from "./presentation.ts";
import { Quotation, Translation } from "./quotation.tsx";
import { Sources } from "./sources.tsx";
import { anchorOf, EditorsText, PartyName, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; entry: Entry };

/** So much is told of each thing that an entry has many of. */
const most = 20;

/** An entry with no more of what became of it, and no more of its sources, than a page has room for: the newest of each. */
export const trimmedEntry = (context: StoryContext, entry: Entry): Entry => {
  const newest = <Item,>(items: readonly Item[]): Item[] => items.slice(-mostOf(context, most));
  return {
    ...entry,
    corrected: newest(entry.corrected),
    updated: newest(entry.updated),
    reinstated: newest(entry.reinstated),
    takenBack: newest(entry.takenBack),
    confirmed: newest(entry.confirmed),
    denied: newest(entry.denied),
    sources: entry.sources.slice(0, mostOf(context, most)),
  };
};

/** How much of what became of an entry is left out of it where it is trimmed. */
const leftOut = (entry: Entry, trimmed: Entry): number =>
  (["corrected", "updated", "reinstated"] as const).reduce((sum, name) => sum + entry[name].length - trimmed[name].length, 0);

/** An item of a list: what happened, its sources, and what became of it. */
export const TimelineEntry = ({ context, entry: whole }: Shown) => {
  const entry = trimmedEntry(context, whole);
  const left = leftOut(whole, entry);
  const { kind, label } = presentationOf(entry);
  const { words } = context.reader;
  return (
    <li
      class={`entry entry-${kind}`}
      id={anchorOf(entry.version)}
      data-version={entry.version}
      data-changed={toldVersionOf(entry)}
      data-fate={fateOf(entry)}
    >
      <p class="entry-when">
        <EventTime reader={context.reader} at={entry} />
      </p>
      <article class="entry-what" aria-labelledby={`h${entry.version}`}>
        <News context={context} entry={entry} />
        {entry.key ? <p class="label">{words.timeline.keyMoment}</p> : null}
        {label ? <p class="label">{words.timeline.labels[label]}</p> : null}
        <h3 id={`h${entry.version}`}>
          <Headline context={context} entry={entry} />
        </h3>
        {entry.retracted || entry.takenDown ? null : <Body context={context} entry={entry} />}
        {left > 0 ? (
          <p class="aside">
            <AndMore context={context} left={left} href={localizedPath(context.reader, `${storyPath(context)}/corrections`)} />
          </p>
        ) : null}
        <Amendments context={context} entry={entry} />
        <Foot context={context} entry={entry} />
      </article>
    </li>
  );
};

/** Whether the entry is new to a reader who knows the story up to a version, or was changed since. */
const News = ({ context: { reader, since }, entry }: Shown) => {
  const words = reader.words.since;
  if (since === undefined || toldVersionOf(entry) <= since) return null;
  return <p class="mark">{entry.version > since ? words.isNew : words.isAmended}</p>;
};

/** What was retracted says so where it is read, and quotes nobody any more. A quotation that would be cut stands beneath it, whole. */
const Headline = ({ context: { reader }, entry }: Shown) => {
  const { headlineRuns, retracted } = entry;
  const runs = retracted || presentationOf(entry).quotes ? withoutQuotations(headlineRuns) : headlineRuns;
  if (!retracted) return <Runs runs={runs} />;
  return (
    <>
      <strong class="gone">
        {reader.words.timeline.retracted}
        {reader.words.colon}
      </strong>
      <del>
        <Runs runs={runs} />
      </del>
    </>
  );
};

/** What the headline does not say. */
const Body = ({ context, entry }: Shown) => {
  const { words } = context.reader;
  const { texts } = presentationOf(entry);
  return (
    <>
      <Remarks context={context} entry={entry} />
      <Quoted context={context} entry={entry} />
      <Pictures context={context} media={entry.media} />
      {texts.map(({ label, text }) => (
        <p>
          {label ? `${words.timeline[label]}${words.colon}` : ""}
          <EditorsText context={context}>{text}</EditorsText>
        </p>
      ))}
      <Involved context={context} entry={entry} />
      <Sources context={context} sources={entry.sources} />
    </>
  );
};

/** The quotation, unless the headline has told it whole; its translation, and what became of the words. */
const Quoted = ({ context, entry }: Shown) => {
  const { quote, translation, takenBack } = entry;
  return (
    <>
      {quote && presentationOf(entry).quotes ? <Quotation context={context} words={{ quote, translation }} /> : null}
      {quote && translation && !presentationOf(entry).quotes ? <Translation context={context} words={translation} /> : null}
      <TakenBack context={context} takenBack={takenBack} />
    </>
  );
};

const Involved = ({ context, entry }: Shown) => {
  const { words } = context.reader;
  const involved = entry.parties.filter(({ party }) => !entry.headlineRuns.some((run) => run.party === party));
  if (involved.length === 0) return null;
  const shown = involved.slice(0, mostOf(context, involved.length));
  return (
    <p class="aside">
      {words.timeline.involved}
      {words.colon}
      {shown.map((party, index) => (
        <>
          {index > 0 ? ", " : ""}
          <a href={partyLink(context, party.party)}>
            <PartyName of={party} />
          </a>
        </>
      ))}
      {involved.length > shown.length ? (
        <>
          {" "}
          <AndMore context={context} left={involved.length - shown.length} />
        </>
      ) : null}
    </p>
  );
};

/** Who wrote it, its address, when it was recorded, and the story as it was then. */
const Foot = ({ context, entry }: Shown) => {
  const { reader, language } = context;
  const { words } = reader;
  const then = { version: String(entry.version), asOf: undefined, since: undefined, cursor: undefined };
  return (
    <p class="entry-foot">
      {entry.byline === undefined ? null : (
        <>
          <bdi lang={language}>{words.timeline.byline(entry.byline)}</bdi>
          {" · "}
        </>
      )}
      <a href={localizedPath(reader, eventPath(context, entry.version))}>{words.event(entry.version)}</a>
      {" · "}
      {words.timeline.recorded} <RecordedDate reader={reader} at={entry.recordedAt} />
      {" · "}
      <a href={currentPathWith(reader, then)} aria-describedby={`h${entry.version}`}>
        {words.timeline.atThisPoint}
      </a>
    </p>
  );
};
