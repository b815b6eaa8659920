/** Reads what the page of one event shows: its entry, where the story stood then, and what came just before and after it. */
import type { Place, Story } from "../../events/story.ts";
import type { Language } from "../../events/tell/languages.ts";
import type { StoryIn } from "../../events/tell/story-in.ts";
import { byPlace, isListed, type Order, placeOf } from "../../projections/pages.ts";
import type { ViewOf } from "../../projections/registry.ts";
import { type Entry, entriesOf } from "../../projections/timeline.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { placedEntryOfRow } from "../store/rows.ts";
import { selectEventsInOrder } from "../store/story-order.ts";
import { loadStory, revisionsOf, viewsOf } from "./projections.ts";
import { readTimelineEntry } from "./timeline.ts";

/** The entry and its place; the version that was asked for, where that changed it; the sentence then; its neighbours in story order. */
export type EventPage = {
  story: StoryIn;
  head: number;
  entry: Entry;
  place: Place;
  status: ViewOf<"status"> | undefined;
  before: number | undefined;
  after: number | undefined;
};

/** So many events are looked at for a neighbour that the timeline shows. */
const nearest = 6;

/** Reads it; undefined where the story has no such entry. `told`: what an event is told by that the version is of, or has changed. */
export const readEventPage = async (
  d1: MeteredDatabase,
  slug: string,
  version: number,
  language: Language,
): Promise<EventPage | undefined> => {
  const told = await readTimelineEntry(d1, slug, version);
  if (!told) return undefined;
  const place = placeOf(told);
  const around = (["desc", "asc"] as const).map((order) => selectEventsInOrder(d1, slug, { order, after: place }, nearest));
  const now = await loadStory(d1, { story: slug, language }, { names: [], made: [], statements: around }, ({ folded, rows }) => ({
    story: folded.story,
    neighbours: (["desc", "asc"] as const).map((order, index) =>
      neighbourIn(
        folded.story,
        order,
        place,
        (rows[index] ?? []).map(placedEntryOfRow).map(({ entry, place }) => ({ ...entry, place })),
      ),
    ),
  }));
  const wanted = { names: ["status"] as const, made: revisionsOf(["status"]) };
  const then = await loadStory(d1, { story: slug, language, version: place.version }, wanted, ({ folded }) =>
    viewsOf(folded, ["status"], language),
  );
  if (now.kind !== "view") return undefined;
  const { story, neighbours } = now.view;
  const [entry] = entriesOf([told], story, language);
  return (
    entry && {
      story,
      head: now.head,
      entry,
      place,
      status: then.kind === "view" ? then.view.status : undefined,
      before: neighbours[0],
      after: neighbours[1],
    }
  );
};

type Found = Place & { type: Parameters<typeof isListed>[0] };

/** The version of the next entry of the timeline in an order: where an amendment has moved it, it stands where the story says. */
const neighbourIn = (story: Story, order: Order, from: Place, found: readonly Found[]): number | undefined => {
  const compare = byPlace(order);
  const moved = new Map(story.amendments.flatMap(({ event, place }) => (place === undefined ? [] : [[event, place] as const])));
  const standing = found
    .filter(({ type, version, place }) => isListed(type, undefined) && (moved.get(version) ?? place) === place)
    .map(({ version, place }) => ({ version, place }));
  const others = [...moved].map(([version, place]) => ({ version, place })).filter((place) => compare(place, from) > 0);
  return [...standing, ...others].sort(compare)[0]?.version;
};
