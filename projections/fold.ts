/** The fold of a story: its own state and its projections', from zero or on from where they were. */
import { effective, type Happening } from "../events/amend.ts";
import { advance, insert, isNext, prologue, reach } from "../events/fold.ts";
import { isTakenDown, type LogEntry, type StoryEvent } from "../events/registry.ts";
import type { Story } from "../events/story.ts";
import { upcast } from "../events/upcast.ts";
import { type ProjectionName, projectionNames, projections } from "./registry.ts";

/** What a log comes to: the story, and the state of each projection that was asked for. */
export type Folded = { story: Story; states: Partial<Record<ProjectionName, unknown>> };

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
  return folded;
};

/** Moves a fold on by an event that comes next in story order, or that has no place in it. It changes `folded`, and answers with the place. */
export const foldOn = (folded: Folded, event: StoryEvent): string | undefined => {
  const happening = advance(folded.story, event);
  if (happening) project(folded, happening);
  return happening?.place;
};

/** Takes in an event on which nothing hangs, at its place within the story. It changes `folded`. */
export const foldBeside = (folded: Folded, event: StoryEvent, place: string): void => {
  project(folded, insert(folded.story, event, place));
};

/**
 * Folds the events that a fold has not seen, in log order, and tells where each of them stands; undefined where it could not: an event that
 * does not come next in story order, a correction or a retraction wants the whole log. It changes `folded`.
 */
export const catchUp = (folded: Folded, tail: readonly LogEntry[]): PlaceOf | undefined => {
  const places = new Map<number, string | undefined>();
  for (const event of tail) {
    if (isTakenDown(event) || !isNext(folded.story, event)) return undefined;
    places.set(event.version, foldOn(folded, upcast(event)));
  }
  return (version) => places.get(version);
};

const project = ({ states }: Folded, happening: Happening): void => {
  for (const name of projectionNames) {
    const state = states[name];
    if (state !== undefined) projections[name].step(state, happening);
  }
};
