/** Where an event stands in story order, by what stands next to it: what `order.ts` finds in the whole log, found in a few rows of its index. */
import { intervalOf, startOf } from "./order.ts";
import { placeBetween } from "./place.ts";
import type { Place, Story } from "./story.ts";
import type { Precision } from "./values.ts";

/** An event that stands in story order: its place, and when it begins, as `orderKey` writes instants. */
export type Neighbour = Place & { start: string };

/**
 * What the index of story order holds around the end of an event's interval: the last event whose place is before it, and the first ones
 * whose places are not, in story order; `complete`: whether these are all. Introductions are not in the index: the story knows them.
 */
export type Neighbours = { before?: Neighbour | undefined; after: readonly Neighbour[]; complete: boolean };

/**
 * The place of an event among its neighbours, the same as the order of the whole log would give it; undefined where they are too few to
 * tell, or where events were moved since the index was written. No place sorts before the beginning of its event: what is wholly later than
 * an event therefore stands among those whose places are not before its end.
 */
export const placeAmong = (
  { parties, unmoved }: Pick<Story, "parties" | "unmoved">,
  { before, after, complete }: Neighbours,
  time: { occurredAt: string; precision: Precision },
): string | undefined => {
  if (!unmoved) return undefined;
  const { start, end } = intervalOf(time);
  const last = after.at(-1)?.place ?? "";
  const introductions = Object.values(parties).map(({ at, start, introduced }) => ({ place: at, start, version: introduced }));
  const standing = [...(before ? [before] : []), ...after, ...introductions]
    .filter(({ place }) => complete || place <= last)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const index = standing.findIndex((other) => other.place >= end && other.start >= end);
  if (index < 0 && !complete) return undefined;
  const [previous, next] = index < 0 ? [standing.at(-1), undefined] : [standing[index - 1], standing[index]];
  return placeBetween(previous?.place, next?.place, start);
};

/** An event of the index as a neighbour. */
export const neighbourOf = ({ place, version }: Place, time: { occurredAt: string; precision: Precision }): Neighbour => ({
  place,
  version,
  start: startOf(time),
});
