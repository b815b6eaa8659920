/** A page of the timeline. */
import { pageSize } from "../../../projections/pages.ts";
import type { ViewOf } from "../../../projections/registry.ts";
import { encodePlaceCursor } from "../../http/links.ts";
import type { TimelinePage } from "../../read/timeline.ts";
import { type Room, shownOf } from "../fit-page.ts";
import { currentPathWith } from "../reader.ts";
import { TimelineEntry } from "./entry.tsx";
import { Section, type StoryContext } from "./story-context.tsx";
import { TimelineFilters } from "./timeline-filters.tsx";

type Shown = { context: StoryContext; page: TimelinePage };

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
      <ol class="plain entries">
        {page.entries.map((entry) => (
          <TimelineEntry context={context} entry={entry} />
        ))}
      </ol>
      <Turning context={context} page={page} />
    </Section>
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
