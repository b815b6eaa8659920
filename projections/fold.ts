/** The fold of a story: its own state and its projections', from zero or on from where they were. */
import { effective, type Happening } from "../events/amend.ts";
import { advance, insert, isNext, prologue, reach } from "../events/fold.ts";
import { definitionOf, type EventType, isTakenDown, type LogEntry, type StoryEvent } from "../events/registry.ts";
import type { Story } from "../events/story.ts";
import { upcast } from "../events/upcast.ts";
import { type Pick, pickOf } from "./picks.ts";
import { type ProjectionName, projectionNames, projections } from "./registry.ts";

/**
 * What is kept of a fold already: at which version each of its parts was written, and up to which one the picks were. `offers`: the SHA-256 of
 * the story's offers, where they are kept beside the rest of it. `carried`: the projections that lie in the story's part for a while.
 */
export type Kept = {
  parts: Record<string, number>;
  picks: { upTo: number; chunk: number; bytes: number };
  offers?: string | undefined;
  carried?: ProjectionName[];
};

/**
 * What a log comes to: the story, and the state of each projection that was asked for; the picks of the entries that are not kept yet, in
 * log order, where the fold is to be kept; and what of it is kept. A plain JSON value.
 */
export type Folded = {
  story: Story;
  states: Partial<Record<ProjectionName, unknown>>;
  picks?: Pick[] | undefined;
  kept?: Kept | undefined;
};

/** The place of an event in story order, by its version; undefined where it has none. */
export type PlaceOf = (version: number) => string | undefined;

/** Folds one story's whole log, in log order, from zero; `placeOf` says where each of its events stands. */
export const foldFromZero = (
  log: readonly LogEntry[],
  names: readonly ProjectionName[] = projectionNames,
): Folded & { placeOf: PlaceOf } => {
  const held = effective(log);
  const folded = { story: prologue(log, held), states: {} as Folded["states"], placeOf: held.order.placeOf };
  for (const name of names) folded.states[name] = projections[name].initial();
  for (const happening of held.happenings) {
    reach(folded.story, happening);
    project(folded, happening);
  }
  // A fold of some projections is told to readers, and not kept.
  return names.length < projectionNames.length
    ? folded
    : { ...folded, picks: held.entered.map(({ entry, place }) => pickOf(entry, place)) };
};

/** The projections whose states events of these types can change: the others need not be there for a fold to move on by them. */
export const projectionsTouchedBy = (types: readonly EventType[]): ProjectionName[] =>
  projectionNames.filter((name) => types.some((type) => projections[name].touchedBy(type)));

/** Moves a fold on by an event that comes next in story order, or that has no place in it. It changes `folded`, and answers with the place. */
export const foldOn = (folded: Folded, event: StoryEvent): string | undefined => {
  const happening = advance(folded.story, event);
  if (!happening) return undefined;
  project(folded, happening);
  folded.picks?.push(pickOf(event, happening.place));
  return happening.place;
};

/** Takes in an event on which nothing hangs, at its place within the story. It changes `folded`. */
export const foldBeside = (folded: Folded, event: StoryEvent, place: string): void => {
  project(folded, insert(folded.story, event, place));
  folded.picks?.push(pickOf(event, place));
};

/**
 * Folds the events that a fold has not seen, in log order, and tells where each of them stands; undefined where it could not: a correction,
 * a retraction, or a move that does not come next in story order wants the whole log. Late talk is folded where it stands: `recordedPlace`
 * says where that is. It changes `folded`.
 */
export const catchUp = (
  folded: Folded,
  tail: readonly LogEntry[],
  recordedPlace: PlaceOf = () => undefined,
): PlaceOf | undefined => {
  const places = new Map<number, string | undefined>();
  for (const entry of tail) {
    if (isTakenDown(entry)) return undefined;
    const event = upcast(entry);
    if (isNext(folded.story, event)) places.set(event.version, foldOn(folded, event));
    else {
      const place = definitionOf(event.type).talk ? recordedPlace(event.version) : undefined;
      if (place === undefined) return undefined;
      foldBeside(folded, event, place);
      places.set(event.version, place);
    }
  }
  return (version) => places.get(version);
};

const project = ({ states }: Folded, happening: Happening): void => {
  for (const name of projectionNames) {
    const state = states[name];
    if (state !== undefined) projections[name].step(state, happening);
  }
};
