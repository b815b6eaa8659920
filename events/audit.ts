/** Verifies an export, of one story or of many, line by line as it arrives, and says what a checkpoint that was kept earlier makes of it. */
import type { Checkpoint } from "./checkpoint.ts";
import { linesOf, parseExported, type Unreadable } from "./exported.ts";
import { type Broken, type Exported, type Verified, verifier } from "./verify.ts";

/** What a story's log comes to: the newest event that holds after all before it, and the first that does not. */
export type Finding = Verified & { broken?: Broken | undefined };

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
  /** Told of each event that was read: how many there were so far. */
  progress?: (events: number) => void;
};

/** Reads an export to its end, or to the first line that is no event. Throws what reading it throws, and nothing else. */
export const audit = async (chunks: AsyncIterable<Uint8Array>, { kept, progress }: Options = {}): Promise<Audit> => {
  const stories = new Map<string, ReturnType<typeof storyAudit>>();
  const end = (unreadable?: Audit["unreadable"]): Audit => ({
    findings: [...stories.values()].map(({ finding }) => finding(!unreadable)),
    unreadable,
    kept: kept && (stories.get(kept.story)?.kept(!unreadable) ?? (unreadable ? "unreached" : "absent")),
  });
  let line = 0;
  let events = 0;
  for await (const bytes of linesOf(chunks)) {
    line += 1;
    const event = parseExported(bytes);
    if (!event) continue;
    if ("why" in event) return end({ ...event, line });
    const story = stories.get(event.story) ?? storyAudit(event.story, kept);
    stories.set(event.story, story);
    await story.take(event);
    events += 1;
    progress?.(events);
  }
  return end();
};

/** One story of the export: nothing is looked at after its first event that does not hold. `whole`: all of the export was read. */
const storyAudit = (story: string, checkpoint: Checkpoint | undefined) => {
  const { take, head, end } = verifier();
  let broken: Broken | undefined;
  let then: string | undefined;
  return {
    take: async (event: Exported): Promise<void> => {
      if (broken) return;
      broken = await take(event);
      if (!broken && checkpoint?.story === story && checkpoint.size === event.version) then = event.seal.hash;
    },
    // What a later line might have explained is no fault of a log that was not read to its end.
    finding: (whole: boolean): Finding => ({ ...head(), story, broken: broken ?? (whole ? end() : undefined) }),
    kept: (whole: boolean): Kept => {
      if (then !== undefined) return then === checkpoint?.hash ? "grew" : "rewritten";
      return broken || !whole ? "unreached" : "shorter";
    },
  };
};
