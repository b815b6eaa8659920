/** Corrections and retractions: from the log as it was recorded to what is held true today. */
import { inStoryOrder, orderKey } from "./order.ts";
import type { Recorded } from "./recorded.ts";
import { definitionOf, type StoryEvent } from "./registry.ts";
import type { Amendment } from "./story.ts";

/** An effective event and its place in story order. */
export type Happening = { at: string; version: number; event: StoryEvent };

/** What the log holds true: its effective events in story order, and what was amended, in log order. */
export type Effective = { happenings: Happening[]; amendments: Amendment[] };

/** An event with its place in story order. */
export const placed = (event: StoryEvent): Happening => ({ at: orderKey(event.occurredAt), version: event.version, event });

/** The amendment that an editorial event makes to the event that it names. */
export const amendmentBy = (event: StoryEvent, target: StoryEvent): Amendment => {
  const { editorial } = definitionOf(event.type);
  if (!editorial) throw new Error(`${event.type} does not amend events`);
  // `never` stands for the definition's own data: see `definitionOf`.
  const data = event.data as never;
  const { occurredAt, precision, sources } = target;
  const before = { occurredAt, precision, sources, data: target.data };
  return {
    version: event.version,
    event: target.version,
    type: target.type,
    kind: editorial.kind,
    reason: editorial.reason(data),
    recordedAt: event.recordedAt,
    recordedBy: event.recordedBy,
    eventRecordedAt: target.recordedAt,
    eventRecordedBy: target.recordedBy,
    sources: event.sources,
    before,
    after: editorial.amend(before, data),
  };
};

/** The version that an event amends; undefined where it is about the world. */
export const targetOf = (event: StoryEvent): number | undefined =>
  definitionOf(event.type).editorial?.target(event.data as never);

/** Applies a log's corrections and retractions. The log is one story's whole, in log order, each event admitted. */
export const effective = (log: readonly StoryEvent[]): Effective => {
  const held: (StoryEvent | undefined)[] = [];
  const amendments: Amendment[] = [];
  for (const event of log) {
    const target = targetOf(event);
    held.push(target === undefined ? event : undefined);
    if (target === undefined) continue;
    const before = held[target - 1];
    if (!before) throw new Error(`Event ${event.version} amends event ${target}, which is not there`);
    const amendment = amendmentBy(event, before);
    amendments.push(amendment);
    held[target - 1] = amendment.after && amended(before, amendment.after);
  }
  const happenings: Happening[] = [];
  for (const event of held) if (event) happenings.push(placed(event));
  return { happenings: happenings.sort(inStoryOrder), amendments };
};

/** The event as it reads once it says something else. */
export const amended = (event: StoryEvent, after: Partial<Recorded>): StoryEvent =>
  // What it says now was validated against its type before it was admitted.
  ({ ...event, ...after }) as StoryEvent;
