/** Where a story stands, before it is put into words: facts alone, in no language. The files beside put it into theirs. */
import type { Who } from "../../events/tell/who.ts";
import type { Price, Precision } from "../../events/values.ts";

/** An editor's words, and the language that they are in. */
export type Wording = { text: string; language: string };

/** An instant or a coarser time. `zone` is the story's (IANA), where it has one. */
export type When = { at: string; precision: Precision; zone?: string | undefined };

/**
 * An offer as a sentence tells it. Of a thing to buy, `target` is set, and it is a bid or, by whoever is to sell, an ask; else it is a
 * proposal of its `subject`.
 */
export type Bid = {
  offer: string;
  kind: "bid" | "ask" | "proposal";
  /** Whether it was made in answer to another offer. */
  counter: boolean;
  /** The bidder first, then its partners. */
  by: Who[];
  /** The addressees: who decides on it, whether they were named or are the target. */
  to: Who[];
  target?: Who | undefined;
  subject?: Wording | undefined;
  price?: Price | undefined;
  terms?: Wording | undefined;
  /** Not confirmed by anybody whom it concerns, and who denies it. */
  reported: boolean;
  deniedBy: Who[];
  /** Of the addressees, who has not answered its newest move, and, where there are several, who has said yes to it. */
  awaiting: Who[];
  acceptedBy: Who[];
  expiresAt?: When | undefined;
  /** What others say of its newest move. */
  against: Who[];
  inFavour: Who[];
  blockedBy: Who[];
};

/** An insult in the ledger's order: who to whom, or at what, and how often. */
export type Feud = { by: Who; at?: Who | undefined; thing?: Wording | undefined; count: number };

export type Situation =
  | { stage: "concluded"; outcome: Wording }
  /** `acceptedBy`: who has agreed. `overTarget`: others than the target have, over its head: they are the subject. */
  | { stage: "agreed"; deal: Bid; acceptedBy: Who[]; overTarget: boolean; toAgree: Who[]; rivals: Bid[] }
  /** `buyers`: who has bought it, or whose proposal was carried out; for an ask, those to whom it was made. */
  | { stage: "closed"; deal: Bid; buyers: Who[]; rivals: Bid[] }
  /** `bids`: those that are told, one or two, last moved first. `standing`: how many stand in all. */
  | { stage: "offered" | "countered"; bids: Bid[]; standing: number }
  /** `votedDown`: it had been agreed to. */
  | { stage: "rejected"; deal: Bid; by: Who[]; votedDown: boolean }
  /** `agreed`: it had been agreed to before. */
  | { stage: "withdrawn" | "lapsed"; deal: Bid; agreed: boolean }
  /** `by`: who has ended the agreement; nobody where it was not told. */
  | { stage: "terminated"; deal: Bid; by: Who[] }
  /** `feuds`: who has insulted whom how often, most often first. `latest`: the newest insult. */
  | { stage: "quarrel"; feuds: Feud[]; count: number; last: When; latest: { by: Who[]; at: Who[]; thing?: Wording | undefined } }
  /** The newest development, else the summary, else nothing. */
  | { stage: "opened"; words?: Wording | undefined };
