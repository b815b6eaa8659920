/** Corrections and retractions: from the log as it was recorded to what is held true today. */
import { inStoryOrder, orderKey } from "./order.ts";
import type { Recorded, Said } from "./recorded.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "./registry.ts";
import type { Amendment } from "./story.ts";
import { upcast, upcastData } from "./upcast.ts";

/** An effective event and its place in story order. */
export type Happening = { at: string; version: number; event: StoryEvent };

/** What the log holds true: its effective events in story order, and what was amended, in log order. */
export type Effective = { happenings: Happening[]; amendments: Amendment[] };

/** An event with its place in story order. */
export const placed = (event: StoryEvent): Happening => ({ at: orderKey(event.occurredAt), version: event.version, event });

/** The amendment that an editorial event makes to the event that it names. */
export const amendmentBy = (event: StoryEvent, target: LogEntry): Amendment => {
  const { editorial } = definitionOf(event.type);
  if (!editorial) throw new Error(`${event.type} does not amend events`);
  // `never` stands for the definition's own data: see `definitionOf`.
  const data = event.data as never;
  const before = saidBy(target);
  // Data that the amendment brings with it was stored in the schema of its own day.
  const lifted = (after: Said | undefined, { data: kept }: Said) =>
    after && after.data !== kept ? { ...after, data: upcastData(target.type, after.data, event.schema) } : after;
  const after = "data" in before ? lifted(editorial.amend(before, data), before) : undefined;
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
    after,
  };
};

const saidBy = (entry: LogEntry): Amendment["before"] => {
  const { occurredAt, precision } = entry;
  return isTakenDown(entry) ? { occurredAt, precision } : { occurredAt, precision, sources: entry.sources, data: entry.data };
};

/** The version that an event amends; undefined where it is about the world. */
export const targetOf = (event: StoryEvent): number | undefined =>
  definitionOf(event.type).editorial?.target(event.data as never);

/** Applies a log's corrections, retractions and takedowns. The log is one story's whole, in log order, each event admitted. */
export const effective = (log: readonly LogEntry[]): Effective => {
  const held: (StoryEvent | undefined)[] = [];
  const amendments: Amendment[] = [];
  for (const entry of log) {
    // An event that was taken down counts no more, at whatever version the log is read; so do the amendments that went with it.
    const target = isTakenDown(entry) ? undefined : targetOf(entry);
    held.push(isTakenDown(entry) || target !== undefined ? undefined : upcast(entry));
    if (target === undefined || isTakenDown(entry)) continue;
    const before = held[target - 1] ?? log[target - 1];
    if (!before) throw new Error(`Event ${entry.version} amends event ${target}, which is not there`);
    const amendment = amendmentBy(entry, before);
    amendments.push(amendment);
    held[target - 1] = amendment.after && !isTakenDown(before) ? amended(before, amendment.after) : undefined;
  }
  const happenings: Happening[] = [];
  for (const event of held) if (event) happenings.push(placed(event));
  return { happenings: happenings.sort(inStoryOrder), amendments };
};

/** The event as it reads once it says something else. */
export const amended = (event: StoryEvent, after: Partial<Recorded>): StoryEvent =>
  // What it says now was validated against its type before it was admitted.
  ({ ...event, ...after }) as StoryEvent;
