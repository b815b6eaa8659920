/**
 * Judges a log that was recorded elsewhere, entry by entry, as its own deployment had to when it recorded them: by the schemas, the rules and
 * the clock of that day. What the API takes, this admits.
 *
 * What cannot be told is let through. While the content of an entry is gone and its takedown is yet to come, nobody knows what rules it made
 * hold; and what was stored in an older shape was judged by older rules. Of both, the log's own order is asked for all the same.
 * An edit that changes nothing is let through too: it does no harm, and was recorded for a while.
 */
import { admit } from "./admit.ts";
import { effective, targetOf } from "./amend.ts";
import { advance, prologue, reach } from "./fold.ts";
import { judgeTime } from "./judge.ts";
import { faultsOfEntry } from "./log-entry.ts";
import type { Fault } from "./parse.ts";
import { type EventOf, isTakenDown, type LogEntry, type StoryEvent } from "./registry.ts";
import { erasedBy, isTakedown, remainsOf } from "./remains.ts";
import type { Story } from "./story.ts";
import { faultOfTakedown } from "./takedown.ts";
import { editChangesNothing } from "./unchanged-edit.ts";
import { schema, upcast } from "./upcast.ts";

/** Refusals by which no edition of the rules ever recorded anything: each tells of the log, and not of what happened. */
const always = new Set([
  ...["in-the-future", "story-not-open", "story-already-open", "unknown-event", "event-is-editorial"],
  ...["event-taken-down", "event-retracted", "event-not-retracted", "opening-not-retractable"],
]);

/** Refusals by which no edition recorded what it could see: names that nobody introduced, or that are taken. */
const ofNames = new Set(["party", "offer", "question"].flatMap((kind) => [`unknown-${kind}`, `${kind}-exists`]));

/** How much is folded anew at the most, in events: a log that is corrected again and again is folded as often. */
type Options = { mostFolded?: number };

/** Begins after a log, which is not judged; `take` judges what comes after it. */
export const replayer = (before: readonly LogEntry[] = [], { mostFolded = Number.POSITIVE_INFINITY }: Options = {}) => {
  const log = [...before];
  const explained = erasedBy(before.filter((entry) => !isTakenDown(entry)));
  const unexplained = new Set(before.filter((entry) => isTakenDown(entry) && !explained.has(entry.version)).map(versionOf));
  let isOld = before.every((entry) => entry.schema < schema);
  let story: Story | undefined;
  let folded = 0;
  let unjudged = 0;

  /** The story so far. */
  const reached = (): Story => {
    if (!story) folded += log.length;
    story ??= storyOf(log);
    return story;
  };

  const counts = ({ code }: { code: string }): boolean =>
    code !== editChangesNothing &&
    (unexplained.size > 0 ? always.has(code) : isOld ? always.has(code) || ofNames.has(code) : true);

  const judgeEvent = (event: StoryEvent): Fault[] => {
    const target = targetOf(event);
    const held = target === undefined ? undefined : log[target - 1];
    if (held && isTakenDown(held)) return [{ pointer: "/data/event", detail: "must be an event that was not taken down" }];
    if (folded > mostFolded) {
      unjudged += 1;
      return [];
    }
    const verdict = admit({ story: reached(), log }, event, event.recordedAt);
    if (verdict.kind === "invalid") return verdict.faults;
    if (verdict.kind === "next") advance(reached(), event);
    else {
      story = verdict.kind === "within" ? verdict.story : undefined;
      folded += log.length;
    }
    if (verdict.kind !== "refused") return [];
    return verdict.refusals.filter(counts).map(({ pointer = "", detail }) => ({ pointer, detail: `is refused: ${detail}` }));
  };

  const judgeTakedown = (takedown: EventOf<"EventTakenDown">): Fault[] => {
    const fault = faultOfTakedown(log, takedown, explained);
    if (fault) return [fault];
    for (const version of takedown.data.erased) {
      const entry = log[version - 1];
      if (entry) log[version - 1] = remainsOf(entry);
      explained.add(version);
      unexplained.delete(version);
    }
    story = undefined;
    return judgeTime(takedown.occurredAt, takedown.recordedAt, "/occurredAt").map(faultOf);
  };

  const judgeRemains = ({ version, type, occurredAt, recordedAt }: LogEntry): Fault[] => {
    if ((version === 1) !== (type === "StoryOpened")) return [{ pointer: "/type", detail: "must open the story, once" }];
    unexplained.add(version);
    story = undefined;
    return judgeTime(occurredAt, recordedAt, "/occurredAt").map(faultOf);
  };

  const judgeEntry = (entry: LogEntry): Fault[] => {
    if (isTakenDown(entry)) return judgeRemains(entry);
    // Its data was found to be of its type's schema.
    return isTakedown(entry) ? judgeTakedown(entry as EventOf<"EventTakenDown">) : judgeEvent(upcast(entry));
  };

  return {
    /** Takes the next entry; answers with what is wrong with it. Nothing can be taken after an entry that was not admitted. */
    take: (entry: LogEntry): Fault[] => {
      const faults = faultsOfEntry(entry);
      if (faults.length > 0) return faults;
      const last = log.at(-1)?.recordedAt ?? "";
      if (entry.recordedAt < last)
        return [{ pointer: "/recordedAt", detail: `must not come before ${last}, when the event before it was recorded` }];
      isOld &&= entry.schema < schema;
      const found = judgeEntry(entry);
      log.push(entry);
      return found;
    },
    /** The log so far. What its takedowns took down is gone from it. */
    log: (): readonly LogEntry[] => log,
    /** The entries whose content is gone, and of which no takedown was taken yet. */
    unexplained: (): ReadonlySet<number> => unexplained,
    /** How many events the rules were not asked about, because the log is too long to be folded so often. */
    unjudged: (): number => unjudged,
  };
};

const versionOf = ({ version }: LogEntry): number => version;
const faultOf = ({ pointer = "", detail }: { pointer?: string; detail: string }): Fault => ({ pointer, detail });

/** What a log comes to, without its projections. */
const storyOf = (log: readonly LogEntry[]): Story => {
  const held = effective(log);
  const story = prologue(log, held);
  for (const happening of held.happenings) reach(story, happening);
  return story;
};
