/** Whether the log may take an event: judged where it stands in story order, with all that comes after it. */
import { amended, amendmentBy, effective, targetOf } from "./amend.ts";
import type { EarlierEvent, Refusal } from "./define.ts";
import { isNext, prologue, reach } from "./fold.ts";
import { judge, judgeReferences, judgeTime, type Warning, warningsOf } from "./judge.ts";
import { refusalsOfMinorEdit } from "./minor-edit.ts";
import { type Neighbours, placeAmong } from "./neighbours.ts";
import { type Fault, faultsOfData } from "./parse.ts";
import { referencesOf } from "./references.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "./registry.ts";
import type { Story } from "./story.ts";
import { refusalsOfUnchangedEdit } from "./unchanged-edit.ts";
import { upcast } from "./upcast.ts";

/**
 * What the log held before the event: its state, and the log itself where it has been read. Without the log, `referred` are those of its
 * entries that the event names.
 */
export type Past = {
  story: Story;
  log?: readonly LogEntry[] | undefined;
  referred?: readonly LogEntry[] | undefined;
  /** What stands next to the event, by the index of story order. */
  neighbours?: Neighbours | undefined;
};

/**
 * - `next`: admitted, and it comes after all that the story has seen;
 * - `beside`: admitted at a place within the story, where nothing hangs on it: it is folded by itself;
 * - `within`: admitted, and it changes what is within the story, which then stands as `story` says;
 * - `needs-log`: it cannot be judged from the state alone: ask again with the log;
 * - `refused`: the rules do not admit it;
 * - `invalid`: the correction's replacement is not of the schema of the event that it corrects.
 */
export type Verdict =
  | { kind: "next"; warnings: Warning[] }
  | { kind: "beside"; place: string; warnings: Warning[] }
  | { kind: "within"; story: Story; warnings: Warning[] }
  | { kind: "needs-log" }
  | { kind: "refused"; refusals: Refusal[] }
  | { kind: "invalid"; faults: Fault[] };

/** Judges an event against the past. `event.version` is the next of its story; `now` is the clock's time (RFC 3339). */
export const admit = (past: Past, event: StoryEvent, now: string): Verdict => {
  const { story, log } = past;
  const late = judgeTime(event.occurredAt, now, "/occurredAt");
  if (isNext(story, event)) {
    const earlier = earlierBy(past);
    if (!referencesOf(event.type, event.data).every(({ kind, name }) => kind !== "version" || isAtHand(past, Number(name))))
      return { kind: "needs-log" };
    const refusals = [...late, ...judge(story, event, earlier)];
    return refusals.length > 0 ? { kind: "refused", refusals } : { kind: "next", warnings: warningsOf(story, event, earlier) };
  }
  const early = definitionOf(event.type).amends ? judge(story, event, () => undefined) : judgeReferences(story, event);
  const refusals = [...late, ...early];
  if (refusals.length > 0) return { kind: "refused", refusals };
  const place = log ? undefined : placeBeside(past, event);
  if (place !== undefined) return judgeBeside(past, event, place);
  return log ? judgeWithin(story, log, event, now) : { kind: "needs-log" };
};

/** Where an event on which nothing hangs stands among its neighbours; undefined where they do not tell. */
const placeBeside = ({ story, neighbours }: Past, event: StoryEvent): string | undefined =>
  definitionOf(event.type).talk && neighbours ? placeAmong(story, neighbours, event) : undefined;

const judgeBeside = (past: Past, event: StoryEvent, place: string): Verdict => {
  const earlier = earlierBy(past);
  const refusals = judge(past.story, event, earlier, place);
  if (refusals.length > 0) return { kind: "refused", refusals };
  return { kind: "beside", place, warnings: warningsOf(past.story, event, earlier) };
};

/** Whether an event can be looked at without reading the log. What was never recorded cannot be looked at in the log either. */
const isAtHand = ({ story, log, referred }: Past, version: number): boolean =>
  log !== undefined || version > story.version || (referred ?? []).some((entry) => entry.version === version);

/** The earlier events of a story that has seen nothing later. */
const earlierBy = ({ story, log, referred }: Past): EarlierEvent => {
  return (version) => {
    const entry = log?.[version - 1] ?? referred?.find((one) => one.version === version);
    if (!entry || isTakenDown(entry)) return undefined;
    const last = story.amendments.findLast(({ event }) => event === version);
    if (!last) return upcast(entry);
    return last.after && amended(entry, last.after);
  };
};

const judgeWithin = (story: Story, log: readonly LogEntry[], event: StoryEvent, now: string): Verdict => {
  const target = targetOf(event);
  const held = target === undefined ? undefined : heldBy(log, target);
  const entry = target === undefined ? undefined : log[target - 1];
  // What went with a takedown has left nothing that could be amended: not itself, and not as an amendment.
  if (entry && isTakenDown(entry)) {
    const detail = `Event ${entry.version} was taken down: there is nothing left to amend.`;
    return { kind: "refused", refusals: [{ code: "event-taken-down", pointer: "/data/event", detail }] };
  }
  if (target === undefined || !held) return judgeWhole(log, event);
  const { after, edit } = amendmentBy(event, held);
  if (!after || edit === undefined) return judgeWhole(log, event);
  return judgeCorrection(story, log, event, { held, now, correction: amended(held, after), edit });
};

/** The event of a version as it reads now; undefined where it stands no more. */
const heldBy = (log: readonly LogEntry[], version: number): StoryEvent | undefined => {
  const { happenings, placeless } = effective(log);
  return (
    happenings.find((happening) => happening.version === version)?.event ?? placeless.find((event) => event.version === version)
  );
};

type Correction = { held: StoryEvent; correction: StoryEvent; now: string; edit: string };

/** `held` is the event as it read so far, `correction` as it reads once it is corrected. */
const judgeCorrection = (story: Story, log: readonly LogEntry[], event: StoryEvent, its: Correction): Verdict => {
  const { held, correction, now, edit } = its;
  const faults = faultsOfData(correction.type, correction.data).map(inReplacement(event));
  if (faults.length > 0) return { kind: "invalid", faults };
  const idle = refusalsOfUnchangedEdit(held, correction).map(inReplacement(event));
  if (idle.length > 0) return { kind: "refused", refusals: idle };
  const hung = judgeReferences(story, held);
  const dangling = judgeReferences(story, correction).filter(isNot(hung));
  const more = edit === "minor" ? refusalsOfMinorEdit(story, held, correction) : [];
  const refusals = [...judgeTime(correction.occurredAt, now, "/occurredAt"), ...dangling, ...more].map(inReplacement(event));
  return refusals.length > 0 ? { kind: "refused", refusals } : judgeWhole(log, event, correction.version);
};

const isNot =
  (others: readonly Refusal[]) =>
  ({ detail }: Refusal): boolean =>
    others.every((other) => other.detail !== detail);

/** Points into the correction as it was posted: at the whole replacement, where it leaves the value at fault as it was. */
const inReplacement =
  ({ data }: StoryEvent) =>
  <Found extends { pointer?: string }>(found: Found): Found => {
    const { pointer = "" } = found;
    // A retraction replaces nothing, and has no faults of its own there.
    const { replacement = {} } = data as { replacement?: object };
    const replaced = Object.hasOwn(replacement, pointer.split("/")[1] ?? "");
    return { ...found, pointer: `/data/replacement${replaced ? pointer : ""}` };
  };

/** Judges a whole log in story order. The refusal is the new event's own, its correction's, or names who is left hanging. */
const judgeWhole = (log: readonly LogEntry[], newest: StoryEvent, corrected?: number): Verdict => {
  const { story, refused, warnings } = judgeLog([...log, newest], newest.version);
  const before = new Map(
    (refused.length > 0 ? judgeLog(log).refused : []).map(({ event, refusals }) => [event.version, refusals]),
  );
  // What a takedown has left hanging hung before: it stands in nobody's way, and can be corrected.
  const [first] = refused.flatMap(({ event, refusals }) => {
    const hung = before.get(event.version) ?? [];
    const found = event.version === corrected ? refusals.filter(isNot(hung)) : hung.length > 0 ? [] : refusals;
    return found.length > 0 ? { event, refusals: found } : [];
  });
  if (!first) return { kind: "within", story, warnings };
  const { event, refusals } = first;
  if (event.version === newest.version) return { kind: "refused", refusals };
  if (event.version === corrected) return { kind: "refused", refusals: refusals.map(inReplacement(newest)) };
  return { kind: "refused", refusals: refusals.map(({ detail }) => leftHanging(event, detail)) };
};

/** Judges each effective event of a log where it stands, and folds all of them. Of the event `watched`, it tells what is unlikely too. */
const judgeLog = (log: readonly LogEntry[], watched?: number) => {
  const held = effective(log);
  const story = prologue(log, held);
  const refused: { event: StoryEvent; refusals: Refusal[] }[] = [];
  const seen = new Map<number, StoryEvent>();
  let warnings: Warning[] = [];
  for (const happening of held.happenings) {
    const { version, event } = happening;
    const refusals = judge(story, event, (wanted) => seen.get(wanted));
    if (refusals.length > 0) refused.push({ event, refusals });
    if (version === watched) warnings = warningsOf(story, event, (wanted) => seen.get(wanted));
    reach(story, happening);
    seen.set(version, event);
  }
  return { story, refused, warnings };
};

const leftHanging = ({ version, type }: StoryEvent, detail: string): Refusal => ({
  code: "left-hanging",
  version,
  detail: `Event ${version} (${type}) would be left hanging. ${detail}`,
});
