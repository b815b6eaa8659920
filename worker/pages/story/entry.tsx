/** One entry of the timeline: an event, and what became of it. */

import type { Entry } from "../../../projections/timeline.ts";
import { Runs, withoutQuotations } from "../../http/html/runs.tsx";
import { eventPath, storyPath } from "../../http/links.ts";
import { localizedPath } from "../reader.ts";
import { EventTime, TimeOfDay } from "../times.tsx";
import { Amendments, Remarks, TakenBack } from "./amendments.tsx";
import { fateOf, toldVersionOf } from "./fate.ts";
import { AndMore, mostOf, partyLink } from "./list-window.tsx";
import { Pictures } from "./pictures.tsx";
import { presentationOf } from "./presentation.ts";
import { Quotation } from "./quotation.tsx";
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

/** Where an entry stands: under the heading of its `day`, or by itself, with its date; `heading`: of which level its own is. */
type Standing = { day?: string | undefined; heading?: "h1" | "h3" | "h4" };

/** An item of a list: what happened, its sources, and what became of it. */
export const TimelineEntry = ({ context, entry, day }: Shown & Standing) => (
  <li
    class={`entry entry-${presentationOf(entry).kind}`}
    id={anchorOf(entry.version)}
    data-version={entry.version}
    data-changed={toldVersionOf(entry)}
    data-fate={fateOf(entry)}
  >
    <WholeEntry context={context} entry={entry} day={day} heading={day === undefined ? "h3" : "h4"} />
  </li>
);

/** An entry, when it happened first: that leads to its own page. */
export const WholeEntry = ({ context, entry: whole, day, heading: Heading = "h4" }: Shown & Standing) => {
  const { reader } = context;
  const { words } = reader;
  const entry = trimmedEntry(context, whole);
  const left = leftOut(whole, entry);
  const { label } = presentationOf(entry);
  const name = `h${entry.version}`;
  const path = localizedPath(reader, eventPath(context, entry.version));
  return (
    <>
      <p class="entry-when">
        <a href={path} aria-describedby={name}>
          {day === undefined ? <EventTime reader={reader} at={entry} /> : <TimeOfDay reader={reader} at={entry} day={day} />}
        </a>
        <button type="button" class="share-entry" data-share={path} aria-describedby={name}>
          {words.timeline.share}
        </button>
      </p>
      <article class="entry-what" aria-labelledby={name}>
        <News context={context} entry={entry} />
        {entry.key ? <p class="label">{words.timeline.keyMoment}</p> : null}
        {label ? <p class="label">{words.timeline.labels[label]}</p> : null}
        <Heading id={name}>
          <Headline context={context} entry={entry} />
        </Heading>
        {entry.takenDown ? null : entry.retracted ? (
          <WhatItSaid context={context} entry={entry} />
        ) : (
          <Body context={context} entry={entry} />
        )}
        {left > 0 ? (
          <p class="aside">
            <AndMore context={context} left={left} href={localizedPath(reader, `${storyPath(context)}/corrections`)} />
          </p>
        ) : null}
        <Amendments context={context} entry={entry} />
        {entry.byline === undefined ? null : (
          <p class="aside">
            <bdi lang={context.language}>{words.timeline.byline(entry.byline)}</bdi>
          </p>
        )}
      </article>
    </>
  );
};

/** Whether the entry is new to a reader who knows the story up to a version, or was changed since. */
const News = ({ context: { reader, since }, entry }: Shown) => {
  const words = reader.words.since;
  if (since === undefined || toldVersionOf(entry) <= since) return null;
  return <p class="mark">{entry.version > since ? words.isNew : words.isAmended}</p>;
};

/** What was retracted says so where it is read. A headline paraphrases: what was said stands beneath it, whole. */
const Headline = ({ context, entry }: Shown) => {
  const { headlineRuns, retracted } = entry;
  const runs = <Runs runs={withoutQuotations(headlineRuns)} partyHref={(party) => partyLink(context, party)} />;
  if (!retracted) return runs;
  const { reader } = context;
  return (
    <>
      <strong class="gone">
        {reader.words.timeline.retracted}
        {reader.words.colon}
      </strong>
      <del>{runs}</del>
    </>
  );
};

/** What the headline does not say. */
const Body = ({ context, entry }: Shown) => (
  <>
    <Remarks context={context} entry={entry} />
    <Said context={context} entry={entry} />
    <Pictures context={context} media={entry.media} />
    <Involved context={context} entry={entry} />
    <Sources context={context} sources={entry.sources} />
  </>
);

/** The quotation, what became of the words, and what the editors add. */
const Said = ({ context, entry }: Shown) => {
  const { quote, translation, takenBack } = entry;
  const { words } = context.reader;
  return (
    <>
      {quote ? <Quotation context={context} words={{ quote, translation }} /> : null}
      <TakenBack context={context} takenBack={takenBack} />
      {presentationOf(entry).texts.map(({ label, text }) =>
        text.split(/\n+/).map((paragraph, index) => (
          <p>
            {label && index === 0 ? `${words.timeline[label]}${words.colon}` : ""}
            <EditorsText context={context}>{paragraph}</EditorsText>
          </p>
        )),
      )}
    </>
  );
};

/** What was retracted is repeated to who asks for it alone: nobody meets it by the way, and no copy of the page has it. */
const WhatItSaid = ({ context, entry }: Shown) =>
  entry.quote || presentationOf(entry).texts.length > 0 ? (
    <details class="said">
      <summary>{context.reader.words.timeline.whatItSaid}</summary>
      <Said context={context} entry={entry} />
    </details>
  ) : null;

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
