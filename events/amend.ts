/** Corrections and retractions: from the log as it was recorded to what is held true today, in story order. */
import { inStoryOrder, type StoryOrder, storyOrder } from "./order.ts";
import { bodyOf, type Recorded, type Said } from "./recorded.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "./registry.ts";
import { targetsOfErasedTakedowns } from "./remains.ts";
import type { Amendment, Place } from "./story.ts";
import { upcast, upcastData } from "./upcast.ts";

/** An effective event and its place in story order. */
export type Happening = Place & { event: StoryEvent };

/**
 * What the log holds true: its effective events in story order, those that have no place in it in log order, and what was amended, in log
 * order. `entered`: where each entry that has a place stood when it was recorded, in log order.
 */
export type Effective = {
  happenings: Happening[];
  placeless: StoryEvent[];
  amendments: Amendment[];
  entered: { entry: LogEntry; place: string }[];
  order: StoryOrder;
};

/** The amendment that an editorial event makes to the event that it names, by what that said last. */
export const amendmentBy = (event: StoryEvent, target: LogEntry): Amendment => {
  const { amends } = definitionOf(event.type);
  if (!amends) throw new Error(`${event.type} does not amend events`);
  // `never` stands for the definition's own data: see `definitionOf`.
  const data = event.data as never;
  const before = saidBy(target);
  // Data that the amendment brings with it was stored in the schema of its own day.
  const lifted = (after: Said | undefined, { data: kept }: Said) =>
    after && after.data !== kept ? { ...after, data: upcastData(target.type, after.data, event.schema) } : after;
  const after = "data" in before ? lifted(amends.amend(before, data, event.schema), before) : undefined;
  return {
    version: event.version,
    event: target.version,
    type: target.type,
    kind: amends.kind,
    edit: amends.edit?.(data),
    reason: amends.reason(data),
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
  return isTakenDown(entry) ? { occurredAt, precision } : { occurredAt, precision, ...bodyOf(entry) };
};

/** The takedown of an event, once the takedown's own words were taken down: who and when remain. */
const takedownBy = ({ version, recordedAt, recordedBy }: LogEntry, target: LogEntry): Amendment => ({
  version,
  event: target.version,
  type: target.type,
  kind: "taken-down",
  recordedAt,
  recordedBy,
  eventRecordedAt: target.recordedAt,
  eventRecordedBy: target.recordedBy,
  before: { occurredAt: target.occurredAt, precision: target.precision },
});

/** The version that an event amends; undefined where it is about the world. */
export const targetOf = (event: StoryEvent): number | undefined => definitionOf(event.type).amends?.target(event.data as never);

/** Whether an entry has a place in story order, whatever became of it. */
export const hasPlace = ({ type }: Pick<LogEntry, "type">): boolean => {
  const { amends, placeless } = definitionOf(type);
  return !amends && !placeless;
};

/** Whether the time of an event is another once it is amended. */
const isMoved = ({ before, after }: Amendment): boolean =>
  after !== undefined && (after.occurredAt !== before.occurredAt || after.precision !== before.precision);

/** Applies a log's corrections, retractions and takedowns. The log is one story's whole, in log order, each event admitted. */
export const effective = (log: readonly LogEntry[]): Effective => {
  /** What each event says, and what it said last where it stands no more. */
  const held: (StoryEvent | undefined)[] = [];
  const last: (StoryEvent | undefined)[] = [];
  const amendments: Amendment[] = [];
  const entered: Effective["entered"] = [];
  const order = storyOrder();
  const erasedTakedowns = targetsOfErasedTakedowns(log);
  for (const entry of log) {
    // An event that was taken down counts no more, at whatever version the log is read; so do the amendments that went with it.
    const target = isTakenDown(entry) ? undefined : targetOf(entry);
    const event = isTakenDown(entry) || target !== undefined ? undefined : upcast(entry);
    held.push(event);
    last.push(event);
    if (hasPlace(entry)) entered.push({ entry, place: order.put(entry.version, entry) });
    const former = log[(erasedTakedowns.get(entry.version) ?? 0) - 1];
    if (former) amendments.push(takedownBy(entry, former));
    if (target === undefined || isTakenDown(entry)) continue;
    const before = last[target - 1] ?? log[target - 1];
    if (!before) throw new Error(`Event ${entry.version} amends event ${target}, which is not there`);
    const amendment = amendmentBy(entry, before);
    amendments.push(amendment);
    const after = amendment.after && !isTakenDown(before) ? amended(before, amendment.after) : undefined;
    held[target - 1] = after;
    last[target - 1] = after ?? last[target - 1];
    if (after && isMoved(amendment) && hasPlace(after)) order.move(target, after);
  }
  for (const amendment of amendments) amendment.place = order.placeOf(amendment.event);
  const happenings: Happening[] = [];
  const placeless: StoryEvent[] = [];
  for (const event of held) {
    const place = event && order.placeOf(event.version);
    if (event && place !== undefined) happenings.push({ place, version: event.version, event });
    else if (event) placeless.push(event);
  }
  return { happenings: happenings.sort(inStoryOrder), placeless, amendments, entered, order };
};

/** The event as it reads once it says something else. */
export const amended = (event: StoryEvent, after: Said): StoryEvent => {
  const { data, sources, byline, key, certainty, media, ...envelope } = event as Recorded;
  // What it says now was validated against its type before it was admitted.
  return { ...envelope, ...after } as StoryEvent;
};
