/** What is read of a story for a request in the round trip that looks up its token. */
import type { MeteredDatabase, Row } from "../store/d1.ts";
import type { ReadByToken } from "../store/sign-in.ts";
import { type Evidence, evidenceOf, selectEvidence } from "./evidence.ts";
import { type KnownLog, knownLogOf, partsFor, selectKnownLog } from "./known-log.ts";
import type { Posting } from "./posting.ts";

/** The story as it stood when the token was looked up, and what the request may need of its log. */
export type Opening = { known: KnownLog; evidence: Evidence | undefined };

type Asked = Pick<Posting, "story" | "drafts" | "isRehearsal">;

/** Reads it by a token. */
export const selectOpening =
  (d1: MeteredDatabase, posting: Asked): ReadByToken =>
  (sought) => [selectKnownLog(d1, posting.story, partsFor([posting]), sought), ...selectEvidence(d1, posting)];

/** What `selectOpening` found. */
export const openingOf = async ([own = [], ...rows]: readonly Row[][], posting: Asked): Promise<Opening> => {
  const known = await knownLogOf(own, partsFor([posting]));
  return { known, evidence: evidenceOf(rows, posting, known.head.version) };
};
