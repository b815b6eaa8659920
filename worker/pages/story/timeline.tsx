/** A page of the timeline, day by day. */
import { pageSize } from "../../../projections/pages.ts";
import type { ViewOf } from "../../../projections/registry.ts";
import { encodePlaceCursor } from "../../http/links.ts";
import type { TimelinePage } from "../../read/timeline.ts";
import { type Room, shownOf } from "../fit-page.ts";
import { currentPathWith } from "../reader.ts";
import { formatDate } from "../times.tsx";
import { type Day, daysOf } from "./days.ts";
import { TimelineEntry } from "./entry.tsx";
import { Section, type StoryContext } from "./story-context.tsx";
import { TimelineFilters } from "./timeline-filters.tsx";

type Shown = { context: StoryContext; page: TimelinePage };

/** So many entries stand open; those further on are opened on demand. */
const unfolded = 25;

/** What of a page of the timeline there is room for: it ends, and the next one begins, where the room does. */
export const timelineShown = (room: Room | undefined, page: TimelinePage): TimelinePage => {
  const entries = page.entries.slice(0, shownOf(room ?? 1, pageSize));
  return entries.length === page.entries.length ? page : { ...page, entries, next: page.places[entries.length - 1] ?? page.next };
};

/** A page of the timeline, with what a reader can pick of it, and where it goes on. */
export const Timeline = ({ context, page, cast }: Shown & { cast: ViewOf<"cast">["parties"] }) => {
  const words = context.reader.words.timeline;
  return (
    <Section id="timeline" title={words.title}>
      <TimelineFilters context={context} order={page.order} cast={cast} />
      {page.entries.length === 0 ? <p class="none">{words.none}</p> : null}
      <Days context={context} page={{ ...page, entries: page.entries.slice(0, unfolded) }} />
      {page.entries.length > unfolded ? (
        <details class="folded" id="folded">
          <summary>{words.folded[page.order](page.entries.length - unfolded)}</summary>
          <Days context={context} page={{ ...page, entries: page.entries.slice(unfolded) }} suffix="-folded" />
        </details>
      ) : null}
      <Turning context={context} page={page} />
    </Section>
  );
};

/** Entries under their days; `suffix`: what tells these days from the same ones elsewhere on the page. */
const Days = ({ context, page, suffix = "" }: Shown & { suffix?: string }) => (
  <>
    {daysOf(context.reader, page.entries, page.order).map((day, index, days) => (
      <EntriesOfDay
        context={context}
        day={day}
        name={`day-${day.key}${days.slice(0, index).some(({ key }) => key === day.key) ? `-${index}` : ""}${suffix}`}
      />
    ))}
  </>
);

const EntriesOfDay = ({ context, day: { key, entries }, name }: { context: StoryContext; day: Day; name: string }) => {
  const [first] = entries;
  if (!first) return null;
  const at = { occurredAt: `${key.padEnd(10, "-01")}T00:00:00Z`, precision: first.entry.precision };
  const known = key.length === 10 ? { ...at, precision: "day" as const } : at;
  return (
    <div class="day" id={name}>
      <h3>
        <time datetime={key}>{formatDate(context.reader, known)}</time>
      </h3>
      <ol class="plain entries">
        {entries.map(({ entry, span }) => (
          <TimelineEntry
            context={context}
            entry={entry}
            day={span ?? formatDate(context.reader, entry, Number(key.slice(0, 4)))}
          />
        ))}
      </ol>
    </div>
  );
};

/** To the next page, and from a later one back to the first. */
const Turning = ({ context, page }: Shown) => {
  const { reader } = context;
  const { first, next } = reader.words.timeline;
  const later = reader.url.searchParams.has("cursor");
  if (!page.next && !later) return null;
  return (
    <ul class="row turning">
      {page.next ? (
        <li>
          <a rel="next" href={`${currentPathWith(reader, { cursor: encodePlaceCursor(page.next) })}#timeline`}>
            {next[page.order]}
          </a>
        </li>
      ) : null}
      {later ? (
        <li>
          <a href={`${currentPathWith(reader, { cursor: undefined })}#timeline`}>{first[page.order]}</a>
        </li>
      ) : null}
    </ul>
  );
};
