/**
 * Verification of a log that somebody holds, with no trust in who gave it out: every seal, the chain, the versions, and that each
 * tombstone has an event that says who took it down.
 */
import type { Recorded, Seal, Tombstone } from "./recorded.ts";
import { commitmentTo, genesis, hashOf } from "./seal.ts";

/** One event of an exported log: whole, or what is left of it. The position among all stories is not sealed. */
export type Exported = (Recorded & { seal: Seal }) | Omit<Tombstone, "position">;

/** What a log that does not hold says of itself: the first version at fault and why. */
export type Broken = { version: number; why: string };

/** The head of a log that holds so far. */
export type Verified = { story: string; version: number; hash: string };

/** The type of the event that says of others that they were taken down, in its `data.erased`. */
const takedown = "EventTakenDown";

/** Verifies one story's log, event by event, in log order. */
export const verifier = () => {
  let head: Verified = { story: "", version: 0, hash: genesis };
  const unexplained = new Set<number>();
  return {
    /** The newest event that was taken and holds. */
    head: (): Verified => head,
    /** Takes the next event; answers with what is wrong with it. */
    take: async (event: Exported): Promise<Broken | undefined> => {
      const broken = await breakOf(event, head);
      if (broken) return broken;
      head = { story: event.story, version: event.version, hash: event.seal.hash };
      if ("takenDown" in event) unexplained.add(event.version);
      else for (const version of erasedBy(event)) unexplained.delete(version);
      return undefined;
    },
    /** What is wrong with the log as a whole, once all of it was taken. */
    end: (): Broken | undefined => {
      const [version] = unexplained;
      return version === undefined
        ? undefined
        : { version, why: "its content is gone, and no event says that it was taken down" };
    },
  };
};

const erasedBy = ({ type, data }: Recorded): readonly number[] =>
  // The seal has vouched that this is what was recorded, and the type's schema for its shape.
  type === takedown ? (data as { erased: number[] }).erased : [];

const breakOf = async (event: Exported, before: Verified): Promise<Broken | undefined> => {
  const version = before.version + 1;
  if (before.version > 0 && event.story !== before.story) return { version, why: `it is an event of the story “${event.story}”` };
  if (event.version !== version) return { version, why: `version ${event.version} stands in its place` };
  const { commitment, hash } = event.seal;
  if (!("takenDown" in event) && (await commitmentTo(event, event.seal.salt)) !== commitment)
    return { version, why: "its data or its sources are not those that were sealed" };
  if ((await hashOf(event, commitment, before.hash)) !== hash)
    return { version, why: "its envelope or its place is not the one that was sealed" };
  return undefined;
};

/** Verifies a story's whole log, in log order. Undefined where all of it holds. */
export const verify = async (log: Iterable<Exported>): Promise<Broken | undefined> => {
  const { take, end } = verifier();
  for (const event of log) {
    const broken = await take(event);
    if (broken) return broken;
  }
  return end();
};
