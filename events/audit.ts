/**
 * Verifies an export, of one story or of many, line by line as it arrives: every seal, and that each event is one that a deployment could have
 * recorded there. Says what a checkpoint that was kept earlier makes of it, and what could not be looked at.
 */
import type { Checkpoint } from "./checkpoint.ts";
import { linesOf, parseExported, type Unreadable } from "./exported.ts";
import { eventTypes, type LogEntry } from "./registry.ts";
import { replayer } from "./replay.ts";
import { schema } from "./upcast.ts";
import { type Broken, type Exported, unbegun, type Verified, verifier } from "./verify.ts";

/**
 * What a story's log comes to: the newest event that holds after all before it, and the first that does not. `unjudged`: how many events hold
 * by their seals, and could not be held to the rules: those that a newer deployment has recorded, what follows them, and what a log that is
 * corrected again and again has too many of.
 */
export type Finding = Verified & { broken?: Broken | undefined; unjudged: number };

/**
 * What the log makes of a kept checkpoint:
 * - `grew`: the checkpoint's events are in it, and it has only grown since;
 * - `rewritten`: its events are others than those that the checkpoint was made of;
 * - `shorter`: it ends before the checkpoint;
 * - `unreached`: it does not hold as far as the checkpoint;
 * - `absent`: there is no such story in it.
 */
export type Kept = "grew" | "rewritten" | "shorter" | "unreached" | "absent";

/** What an export comes to. `unreadable` is the line at which the reading ended, counted from 1. */
export type Audit = {
  findings: Finding[];
  unreadable?: (Unreadable & { line: number }) | undefined;
  kept?: Kept | undefined;
};

type Options = {
  kept?: Checkpoint | undefined;
  /** The story that was asked for: any other is a fault, and so is none. */
  story?: string | undefined;
  /** Told of each event that was read: how many there were so far. */
  progress?: (events: number) => void;
  /** Told of a story's log as far as it holds, without what was taken down, once all of it was read. */
  told?: (story: string, log: readonly LogEntry[]) => void;
};

/** Reads an export to its end, or to the first line that is no event. Throws what reading it throws, and nothing else. */
export const audit = async (
  chunks: AsyncIterable<Uint8Array>,
  { kept, story: wanted, progress, told }: Options = {},
): Promise<Audit> => {
  const stories = new Map<string, ReturnType<typeof storyAudit>>();
  const auditOf = (story: string) => {
    const found = stories.get(story) ?? storyAudit(story, kept);
    stories.set(story, found);
    return found;
  };
  const end = (unreadable?: Audit["unreadable"]): Audit => {
    for (const [story, { log }] of stories) told?.(story, log());
    return {
      findings: [...stories.values()].map(({ finding }) => finding(!unreadable)),
      unreadable,
      kept: kept && (stories.get(kept.story)?.kept(!unreadable) ?? (unreadable ? "unreached" : "absent")),
    };
  };
  let line = 0;
  let events = 0;
  for await (const bytes of linesOf(chunks)) {
    line += 1;
    const event = parseExported(bytes);
    if (!event) continue;
    if ("why" in event) return end({ ...event, line });
    // Of the story that was asked for, what is of another is no part.
    await auditOf(wanted ?? event.story).take(event);
    events += 1;
    progress?.(events);
  }
  return end();
};

/** A log that is corrected again and again is folded as often, as far as so many events in all: some seconds. */
const mostFolded = 20_000_000;

/** One story of the export: nothing is looked at after its first event that does not hold. `whole`: all of the export was read. */
const storyAudit = (story: string, checkpoint: Checkpoint | undefined) => {
  const { take, head, end } = verifier(unbegun(story));
  const replay = replayer([], { mostFolded });
  let held = head();
  let broken: Broken | undefined;
  let then: string | undefined;
  /** How many came that are not of this edition, or after one that is not. */
  let strange = 0;

  const refused = (event: Exported): Broken | undefined => {
    if (strange > 0 || event.schema > schema || !isKnown(event.type)) {
      strange += 1;
      return undefined;
    }
    // Of the shape of a log's entry, whatever it says: which is what the replay looks at.
    const [fault] = replay.take(event as LogEntry);
    return fault && { version: event.version, code: "refused", why: `no deployment would have recorded it: ${saidOf(fault)}` };
  };

  return {
    take: async (event: Exported): Promise<void> => {
      if (broken) return;
      broken = await take(event);
      if (!broken && checkpoint?.story === story && checkpoint.size === event.version) then = event.seal.hash;
      broken ??= refused(event);
      if (!broken) held = head();
    },
    // What a later line might have explained is no fault of a log that was not read to its end.
    finding: (whole: boolean): Finding => ({
      ...held,
      broken: broken ?? (whole ? end() : undefined),
      unjudged: strange + replay.unjudged(),
    }),
    kept: (whole: boolean): Kept => {
      if (then !== undefined) return then === checkpoint?.hash ? "grew" : "rewritten";
      return broken || !whole ? "unreached" : "shorter";
    },
    log: replay.log,
  };
};

const isKnown = (type: string): boolean => (eventTypes as string[]).includes(type);
const saidOf = ({ pointer, detail }: { pointer: string; detail: string }): string => `${pointer} ${detail}`.trim();
