/**
 * Verification of a log that somebody holds, with no trust in who gave it out: every seal, the chain, the versions, and that each
 * tombstone has an event that says who took it down.
 */
import type { Recorded, Seal, Tombstone } from "./recorded.ts";
import { commitmentTo, genesis, hashOf } from "./seal.ts";

/** One event of an exported log: whole, or what is left of it. The position among all stories is not sealed. */
export type Exported = (Recorded & { seal: Seal }) | Omit<Tombstone, "position">;

/** What can be wrong with an event: a code, and the sentence that says it. */
const whys = {
  story: "it is an event of another story",
  version: "another version stands in its place",
  body: "its data, its sources or its pictures are not those that were sealed",
  envelope: "its envelope or its place is not the one that was sealed",
  unexplained: "its content is gone, and no event says that it was taken down",
  refused: "no deployment would have recorded it",
};

/** What a log that does not hold says of itself: the first version at fault and why. */
export type Broken = { version: number; code: keyof typeof whys; why: string };

/** The head of a log that holds so far. */
export type Verified = { story: string; version: number; hash: string };

/** The type of the event that says of others that they were taken down, in its `data.erased`. */
const takedown = "EventTakenDown";

/** Before the first event of a story; of any, where it is not named. */
export const unbegun = (story = ""): Verified => ({ story, version: 0, hash: genesis });

/** Verifies the seals of one story's log, event by event, in log order: from its first event, or on from a head that holds. */
export const verifier = (start: Verified = unbegun()) => {
  let head = start;
  const unexplained = new Set<number>();
  return {
    /** The newest event that was taken and holds. */
    head: (): Verified => head,
    /** Takes the next event; answers with what is wrong with it. */
    take: async (event: Exported): Promise<Broken | undefined> => {
      const code = await faultOf(event, head);
      if (code) return broken(head.version + 1, code);
      head = { story: event.story, version: event.version, hash: event.seal.hash };
      if ("takenDown" in event) unexplained.add(event.version);
      else for (const version of erasedBy(event)) unexplained.delete(version);
      return undefined;
    },
    /** What is wrong with the log as a whole, once all of it was taken. */
    end: (): Broken | undefined => {
      const [version] = unexplained;
      return version === undefined ? undefined : broken(version, "unexplained");
    },
  };
};

const broken = (version: number, code: keyof typeof whys): Broken => ({ version, code, why: whys[code] });

const erasedBy = ({ type, data }: Recorded): readonly number[] => {
  if (type !== takedown) return [];
  // The seal vouches that this is what was recorded; whoever wrote the log may have recorded anything.
  const { erased } = data as { erased?: unknown };
  return Array.isArray(erased) ? erased : [];
};

const faultOf = async (event: Exported, before: Verified): Promise<keyof typeof whys | undefined> => {
  if (before.story !== "" && event.story !== before.story) return "story";
  if (event.version !== before.version + 1) return "version";
  if (!("takenDown" in event) && !(await holdsBody(event))) return "body";
  const { commitment, hash } = event.seal;
  return (await digestOf(() => hashOf(event, commitment, before.hash))) === hash ? undefined : "envelope";
};

/** A salt in any other spelling could stand for the same bytes, and would be a change that nobody sees. */
const holdsBody = async (event: Recorded & { seal: Seal }): Promise<boolean> =>
  /^[0-9a-f]{32}$/.test(event.seal.salt) &&
  (await digestOf(() => commitmentTo(event, event.seal.salt))) === event.seal.commitment;

/** What has no canonical form (half a surrogate pair, a number beyond all bounds) was never sealed. */
const digestOf = async (digest: () => Promise<string>): Promise<string | undefined> => {
  try {
    return await digest();
  } catch {
    return undefined;
  }
};

/** Verifies the seals of a story's whole log, in log order. Undefined where all of them hold. */
export const verify = async (log: Iterable<Exported>): Promise<Broken | undefined> => {
  const { take, end } = verifier();
  for (const event of log) {
    const fault = await take(event);
    if (fault) return fault;
  }
  return end();
};
