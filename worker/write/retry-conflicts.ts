/** What every write to the log goes through: its key, its seals, and races that are settled by reading again. */
import { hashOfText, toHex } from "../../events/bytes.ts";
import type { StoryEvent } from "../../events/registry.ts";
import { canonical, seal } from "../../events/seal.ts";
import { LogConflict } from "../store/d1.ts";
import type { StoredEvent } from "../store/rows.ts";
import { keyedDigest, type RequestKey } from "../store/write.ts";

/** Each lost race means that somebody else has won one: so many writers can be at one story at once. */
const mostRaces = 64;

/** Attempts a write until nobody else is first; undefined where too many are at it. */
export const retryConflicts = async <Outcome>(attempt: () => Promise<Outcome>): Promise<Outcome | undefined> => {
  for (let race = 0; race < mostRaces; race += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LogConflict)) throw error;
      await scheduler.wait(Math.random() * Math.min(8 * race, 80));
    }
  }
  return undefined;
};

/**
 * A request's key and the JSON value that it stands for, as they are kept: neither tells what it was. The digest is made with the key, which
 * nobody keeps: without it no guess at what was said can be tried on it, so that it can stay when that is taken down.
 */
export const hashRequestKey = async (key: string | undefined, value: unknown): Promise<RequestKey | undefined> => {
  if (key === undefined) return undefined;
  const said = canonical(value);
  const [keyHash, keyed, plain] = await Promise.all([hashOfText(key), hashOfText(`${key}\n${said}`), hashOfText(said)]);
  return { keyHash, digest: `${keyedDigest}${keyed}`, formerDigest: plain };
};

/** Times of recording never run backwards in a story, whatever the clocks of its writers say. */
export const laterInstant = (a: string, b: string): string => (a > b ? a : b);

/** Seals events in a row, the first after the hash `head`. */
export const sealEvents = async (events: readonly StoryEvent[], head: string): Promise<Omit<StoredEvent, "position">[]> => {
  const sealed: Omit<StoredEvent, "position">[] = [];
  let previous = head;
  for (const event of events) {
    const made = await seal(event, toHex(crypto.getRandomValues(new Uint8Array(16))), previous);
    sealed.push({ ...event, seal: made });
    previous = made.hash;
  }
  return sealed;
};
