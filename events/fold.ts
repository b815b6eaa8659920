/** The story's own fold: what rules and projections may see of it. It changes the draft that it is given and decides nothing. */
import { type Effective, type Happening, hasPlace } from "./amend.ts";
import { likenessOf, rememberedFor } from "./likeness.ts";
import { intervalOf, startOf } from "./order.ts";
import { placeBetween } from "./place.ts";
import { eachIntroduced } from "./references.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "./registry.ts";
import { type Story, unopened } from "./story.ts";
import { dropStaleTranslations } from "./translations.ts";
import { upcast } from "./upcast.ts";

/** Takes note of what an event says of the whole story, wherever in story order it stands: the slugs that it introduces, and its type's own. */
const declare = (story: Story, event: StoryEvent): void => {
  eachIntroduced(event, (kind, slug) => {
    story.introduced[kind][slug] = event.version;
  });
  definitionOf(event.type).declare?.(story, event as never);
};

/** Takes note of an entry in log order: the story's version, and what was said within the last minutes. */
const note = (story: Story, entry: LogEntry): void => {
  const { version, recordedAt } = entry;
  if (version <= story.version) return;
  story.version = version;
  story.recordedAt = recordedAt;
  const since = new Date(Date.parse(recordedAt) - rememberedFor).toISOString();
  story.recent = story.recent.filter((recent) => recent.version >= version - mostRecent && recent.recordedAt >= since);
  if (!isTakenDown(entry) && hasPlace(entry)) story.recent.push({ version, recordedAt, likeness: likenessOf(upcast(entry)) });
};

/** So many events are looked at for the same thing said again. */
const mostRecent = 30;

/** Moves a story on whose prologue has told of the happening already. */
export const reach = (story: Story, { place, event }: Happening): void => {
  if (event.certainty === "reported") {
    const { offer } = event.data as { offer?: string };
    story.reports[event.version] = { type: event.type, ...(offer === undefined ? {} : { offer }) };
  }
  definitionOf(event.type).apply?.(story, event as never, place);
};

/**
 * The story before anything happens, with all that its effective events introduce and all that was amended. Until its opening is told, and
 * where that was taken down, it goes by its slug.
 */
export const prologue = (log: readonly LogEntry[], { happenings, placeless, amendments, order }: Effective): Story => {
  const story = unopened();
  story.title = log[0]?.story ?? "";
  for (const entry of log.slice(-mostRecent - 1)) note(story, entry);
  const all = [...happenings.map(({ event }) => event), ...placeless];
  for (const event of all.sort((a, b) => a.version - b.version)) declare(story, event);
  story.amendments = amendments;
  dropStaleTranslations(story, new Set(all.map(({ version }) => version)));
  const introductions = log.filter(({ type }) => type === "PartyIntroduced").length;
  story.unmoved = !order.hasMoved() && introductions === Object.keys(story.parties).length;
  const end = order.end();
  story.last = end.last;
  story.latest = end.latest;
  return story;
};

/** Moves the story on by the event that comes next in story order, or that has no place in it. */
export const advance = (story: Story, event: StoryEvent): Happening | undefined => {
  note(story, event);
  declare(story, event);
  if (!hasPlace(event)) return undefined;
  const { version } = event;
  const start = startOf(event);
  const place = placeBetween(story.last?.place, undefined, start);
  story.last = { place, version };
  if (start > story.latest) story.latest = start;
  const happening = { place, version, event };
  reach(story, happening);
  return happening;
};

/** Takes in an event that stands within the story and on which nothing hangs, at its place. */
export const insert = (story: Story, event: StoryEvent, place: string): Happening => {
  note(story, event);
  declare(story, event);
  const happening = { place, version: event.version, event };
  reach(story, happening);
  return happening;
};

/** Whether an event comes after all that the story has seen, or has no place in it, so that the story can simply move on to it. */
export const isNext = (story: Story, event: StoryEvent): boolean => {
  const { amends, placeless } = definitionOf(event.type);
  if (amends) return false;
  return placeless === true || story.latest < startOf(event) || story.latest < intervalOf(event).end;
};
