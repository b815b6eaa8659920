/**
 * What the writers of one isolate remember of their stories: as much as fits together, the last used first. All of them share the isolate's
 * 128 MB, and a fold takes about three times its JSON. Nothing here is ever trusted: what is stale, D1 refuses.
 */
import type { KnownLog } from "./known-log.ts";

/** So much JSON is kept, in bytes: about 30 MB of memory. What has not been asked for in so many milliseconds is not kept. */
const mostRemembered = 10_000_000;
const rememberedFor = 5 * 60_000;

/** A memory of stories, by their slugs. */
export const createMemory = (most = mostRemembered, idle = rememberedFor) => {
  const kept = new Map<string, { known: KnownLog; at: number }>();
  let bytes = 0;
  const drop = (story: string): KnownLog | undefined => {
    const { known } = kept.get(story) ?? {};
    kept.delete(story);
    bytes -= known?.bytes ?? 0;
    return known;
  };
  return {
    /** Hands out what is known of a story, and forgets it: whoever changes it puts it back, or nobody has it. */
    take: (story: string, now: number): KnownLog | undefined => {
      for (const [other, { at }] of kept) if (now - at > idle) drop(other);
      return drop(story);
    },
    /** Keeps what is known of a story, unless that alone is too much. Those not used for longest make room. */
    put: (story: string, known: KnownLog, now: number): void => {
      drop(story);
      if (known.bytes > most) return;
      kept.set(story, { known, at: now });
      bytes += known.bytes;
      for (const other of kept.keys()) if (bytes > most) drop(other);
    },
    /** How much JSON is kept. */
    bytes: (): number => bytes,
  };
};

/** The memory of this isolate. */
export const writerMemory = createMemory();
