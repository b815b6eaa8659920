/** Whether the log may take an event: judged where it stands in story order, with all that comes after it. */
import { amended, amendmentBy, effective, targetOf } from "./amend.ts";
import type { Refusal } from "./define.ts";
import { isNext, prologue, reach } from "./fold.ts";
import { judge, judgeReferences, judgeTime } from "./judge.ts";
import { type Fault, faultsOfData } from "./parse.ts";
import { definitionOf, type LogEntry, type StoryEvent } from "./registry.ts";
import type { Story } from "./story.ts";

/** What the log held before the event: its state, and the log itself where it has been read. */
export type Past = { story: Story; log?: readonly LogEntry[] | undefined };

/**
 * - `next`: admitted, and it comes after all that the story has seen;
 * - `within`: admitted, and it changes what is within the story, which then stands as `story` says;
 * - `needs-log`: it cannot be judged from the state alone: ask again with the log;
 * - `refused`: the rules do not admit it;
 * - `invalid`: the correction's replacement is not of the schema of the event that it corrects.
 */
export type Verdict =
  | { kind: "next" }
  | { kind: "within"; story: Story }
  | { kind: "needs-log" }
  | { kind: "refused"; refusals: Refusal[] }
  | { kind: "invalid"; faults: Fault[] };

/** Judges an event against the past. `event.version` is the next of its story; `now` is the clock's time (RFC 3339). */
export const admit = (past: Past, event: StoryEvent, now: string): Verdict => {
  const refusals = [...judgeTime(event.occurredAt, now, "/occurredAt"), ...judgeFirst(past, event)];
  if (refusals.length > 0) return { kind: "refused", refusals };
  if (isNext(past.story, event)) return { kind: "next" };
  return past.log ? judgeWithin(past.story, past.log, event, now) : { kind: "needs-log" };
};

/** What can be said from the state alone: all of the rules where it comes next, else what does not hang on story order. */
const judgeFirst = ({ story }: Past, event: StoryEvent): Refusal[] =>
  isNext(story, event) || definitionOf(event.type).editorial ? judge(story, event) : judgeReferences(story, event);

const judgeWithin = (story: Story, log: readonly LogEntry[], event: StoryEvent, now: string): Verdict => {
  const target = targetOf(event);
  if (target === undefined) return judgeWhole(log, event);
  const held = effective(log).happenings.find(({ version }) => version === target)?.event;
  if (!held) return { kind: "refused", refusals: [nothingLeft(target)] };
  const { after } = amendmentBy(event, held);
  return after ? judgeCorrection(story, log, event, { held, now, correction: amended(held, after) }) : judgeWhole(log, event);
};

type Correction = { held: StoryEvent; correction: StoryEvent; now: string };

/** `held` is the event as it read so far, `correction` as it reads once it is corrected. */
const judgeCorrection = (story: Story, log: readonly LogEntry[], event: StoryEvent, its: Correction): Verdict => {
  const { held, correction, now } = its;
  const faults = faultsOfData(correction.type, correction.data).map(inReplacement(event));
  if (faults.length > 0) return { kind: "invalid", faults };
  const hung = judgeReferences(story, held);
  const dangling = judgeReferences(story, correction).filter(isNot(hung));
  const refusals = [...judgeTime(correction.occurredAt, now, "/occurredAt"), ...dangling].map(inReplacement(event));
  return refusals.length > 0 ? { kind: "refused", refusals } : judgeWhole(log, event, correction.version);
};

/** The state alone knows of the events that were taken down, and not of the corrections that went with them. */
const nothingLeft = (version: number): Refusal => ({
  code: "event-taken-down",
  pointer: "/data/event",
  detail: `Event ${version} was taken down: there is nothing left to amend.`,
});

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
  const { story, refused } = judgeLog([...log, newest]);
  const before = new Map(
    (refused.length > 0 ? judgeLog(log).refused : []).map(({ event, refusals }) => [event.version, refusals]),
  );
  // What a takedown has left hanging hung before: it stands in nobody's way, and can be corrected.
  const [first] = refused.flatMap(({ event, refusals }) => {
    const hung = before.get(event.version) ?? [];
    const found = event.version === corrected ? refusals.filter(isNot(hung)) : hung.length > 0 ? [] : refusals;
    return found.length > 0 ? { event, refusals: found } : [];
  });
  if (!first) return { kind: "within", story };
  const { event, refusals } = first;
  if (event.version === newest.version) return { kind: "refused", refusals };
  if (event.version === corrected) return { kind: "refused", refusals: refusals.map(inReplacement(newest)) };
  return { kind: "refused", refusals: refusals.map(({ detail }) => leftHanging(event, detail)) };
};

/** Judges each effective event of a log where it stands, and folds all of them. */
const judgeLog = (log: readonly LogEntry[]) => {
  const held = effective(log);
  const story = prologue(log, held);
  const refused: { event: StoryEvent; refusals: Refusal[] }[] = [];
  for (const happening of held.happenings) {
    const refusals = judge(story, happening.event);
    if (refusals.length > 0) refused.push({ event: happening.event, refusals });
    reach(story, happening);
  }
  return { story, refused };
};

const leftHanging = ({ version, type }: StoryEvent, detail: string): Refusal => ({
  code: "left-hanging",
  version,
  detail: `Event ${version} (${type}) would be left hanging. ${detail}`,
});
