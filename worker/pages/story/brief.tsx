/** What a reader who comes late has to know: what an editor sums up, the latest, the key moments, what happens next. */
import { definitionOf, type EventType } from "../../../events/registry.ts";
import type { Runs as RunsOfText } from "../../../events/tell/runs.ts";
import type { ViewOf } from "../../../projections/registry.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { Runs, withoutQuotations } from "../../http/html/runs.tsx";
import type { StoryPage } from "../../read/story-page.ts";
import { whosOf } from "../party-names.tsx";
import { currentPathWith, isVariantView } from "../reader.ts";
import { EventTime } from "../times.tsx";
import { mostOf } from "./list-window.tsx";
import { EditorsText, EntryLink, Section, type StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; story: StoryPage };
type Status = ViewOf<"status">;

/** So many of each are told. */
const most = { points: 3, latest: 3, keys: 6, next: 3 };

/** All of it, each part where there is something to tell. */
export const Brief = ({ context, story }: Shown) => (
  <div class="brief">
    <div>
      <Essentials context={context} points={story.story.points} year={yearOf(story)} />
      <Latest context={context} story={story} />
    </div>
    <div>
      <KeyMoments context={context} status={story.status} />
      <Coming context={context} status={story.status} />
    </div>
  </div>
);

/** The year of the newest event: times of that year are told without it. */
const yearOf = ({ status }: Pick<StoryPage, "status">): number => Number(status.lastOccurredAt.slice(0, 4));

type Summed = { context: StoryContext; points: StoryPage["story"]["points"]; year: number };

/** What an editor has summed up last, when, and how much came since. */
const Essentials = ({ context, points: summed, year }: Summed) => {
  if (!summed) return null;
  const { reader, version } = context;
  const words = reader.words.brief;
  const { points } = summed;
  // One more is no reason to hide any.
  const shown = points.length > most.points + 1 ? most.points : points.length;
  const since = version - summed.version;
  return (
    <Section id="essentials" title={words.essentials}>
      <Points context={context} points={points.slice(0, shown)} />
      <div class="summed">
        {points.length > shown ? (
          <details>
            <summary>{words.morePoints(points.length - shown)}</summary>
            <Points context={context} points={points.slice(shown)} />
          </details>
        ) : null}
        <p class="aside">
          {words.asOf} <EventTime reader={reader} at={summed} year={year} />
          {since > 0 ? (
            <>
              {" · "}
              <a href={currentPathWith(reader, { since: `${summed.version}`, cursor: undefined })}>{words.since(since)}</a>
            </>
          ) : null}
        </p>
      </div>
    </Section>
  );
};

const Points = ({ context, points }: { context: StoryContext; points: readonly string[] }) => (
  <ul class="points">
    {points.map((point) => (
      <li>
        <EditorsText context={context}>{point}</EditorsText>
      </li>
    ))}
  </ul>
);

/** The newest that still stand: of the page that begins with them, its first entries, else the last move alone. */
const Latest = ({ context, story: { timeline, status } }: Shown) => {
  const words = context.reader.words.brief;
  const isFirstPage = !isVariantView(context.reader) || context.reader.url.searchParams.has("version");
  // What tells of the record is no news. An entry's type is one of the registry's.
  const standing = timeline.entries.filter(
    ({ retracted, takenDown, type }) => !retracted && !takenDown && !definitionOf(type as EventType).editorial,
  );
  const newest: Told[] = isFirstPage && timeline.order === "desc" ? standing.slice(0, most.latest) : [];
  const lines = newest.length > 0 ? newest : status.lastMove ? [{ ...status.lastMove, takenBack: [] }] : [];
  if (lines.length === 0) return null;
  return (
    <Section id="latest" title={words.latest}>
      <ol class="plain lines">
        {lines.map((entry) => (
          <HeadlineLine context={context} entry={entry} year={yearOf({ status })} />
        ))}
      </ol>
    </Section>
  );
};

const KeyMoments = ({ context, status }: { context: StoryContext; status: Status }) => {
  const { keyMoments } = status;
  if (keyMoments.length === 0) return null;
  return (
    <Section id="key-moments" title={context.reader.words.brief.keyMoments}>
      <details class="fold">
        <summary>{context.reader.words.brief.openKeyMoments(keyMoments.length)}</summary>
        <ol class="plain lines">
          {keyMoments.slice(0, mostOf(context, most.keys)).map((moment) => (
            <HeadlineLine context={context} entry={moment} year={yearOf({ status })} />
          ))}
        </ol>
      </details>
    </Section>
  );
};

const Coming = ({ context, status }: { context: StoryContext; status: Status }) => {
  const { next } = status;
  if (next.length === 0) return null;
  return (
    <Section id="next" title={context.reader.words.story.next}>
      <ol class="plain lines">
        {next.slice(0, mostOf(context, most.next)).map(({ what, at, version }) => (
          <li>
            <EntryLink context={context} version={version}>
              <span class="line-when">
                <EventTime
                  reader={context.reader}
                  at={{ occurredAt: at, precision: at.includes("T") ? "minute" : "day" }}
                  year={yearOf({ status })}
                />
              </span>{" "}
              <EditorsText context={context}>{what}</EditorsText>
            </EntryLink>
          </li>
        ))}
      </ol>
    </Section>
  );
};

type Told = Pick<Entry, "version" | "occurredAt" | "precision" | "takenBack"> & { headlineRuns: RunsOfText };

/** A time, and a headline that leads to its entry. Words that were taken back are not repeated here. */
const HeadlineLine = ({ context, entry, year }: { context: StoryContext; entry: Told; year: number }) => {
  const { headlineRuns, takenBack } = entry;
  const [gone] = takenBack;
  return (
    <li>
      <EntryLink context={context} version={entry.version}>
        <span class="line-when">
          <EventTime reader={context.reader} at={entry} year={year} />
        </span>{" "}
        <span class="line-text">
          <Runs runs={gone ? withoutQuotations(headlineRuns) : headlineRuns} />
          {gone ? (
            <>
              {" ("}
              <Runs runs={context.reader.words.quote.takenBack[gone.how](whosOf(gone.by))} />)
            </>
          ) : null}
        </span>
      </EntryLink>
    </li>
  );
};
