/** Where a story stands, before it is put into words: facts alone, in no language. The files beside put it into theirs. */
import type { When } from "../../events/tell/grammar.ts";
import type { OfferTold, Wording } from "../../events/tell/offer-told.ts";
import type { Who } from "../../events/tell/who.ts";

/** An offer, and what matters of it to where the story stands. */
export type Bid = OfferTold &
  Hearsay & {
    /** Of the addressees, who has not answered its newest move, and, where there are several, who has said yes to it. */
    awaiting: Who[];
    acceptedBy: Who[];
    /** Its deadline, as a time that is told. */
    openUntil?: When | undefined;
    /** What others say of its newest move. */
    against: Who[];
    inFavour: Who[];
    /** Who blocks it: the person or body that said so, each beside the body that it spoke for where that is another. */
    blockedBy: Blocker[];
  };

/** An authority or a court that stands in the way; `body` is what a person spoke for. */
export type Blocker = { by: Who; body?: Who | undefined };

/** Who is against an offer and does not block it: that says more. */
export const onlyAgainst = ({ against, blockedBy }: Bid): Who[] =>
  against.filter(({ party }) => !blockedBy.some(({ by, body }) => by.party === party || body?.party === party));

/** Whether something is only reported, whether that is denied, and by whom, where that was told. */
export type Hearsay = { reported: boolean; denied: boolean; deniedBy: Who[] };

/** An insult in the ledger's order: who to whom, or at what, and how often. */
export type Feud = { by: Who; at?: Who | undefined; thing?: Wording | undefined; count: number };

export type Situation =
  | { stage: "concluded"; outcome: Wording }
  /** `acceptedBy`: who has agreed. `overTarget`: others than the target have: they are the subject. */
  | { stage: "agreed"; decision: Hearsay; deal: Bid; acceptedBy: Who[]; overTarget: boolean; toAgree: Who[]; rivals: Bid[] }
  /** `buyers`: who has bought it, or whose proposal was carried out; for an ask, those to whom it was made. */
  | { stage: "closed"; decision: Hearsay; deal: Bid; buyers: Who[]; rivals: Bid[] }
  /** `bids`: the one or two that are told, in that order. `standing`: how many stand in all. */
  | { stage: "offered" | "countered"; bids: Bid[]; standing: number }
  /** `votedDown`: it had been agreed to. */
  | { stage: "rejected"; decision: Hearsay; deal: Bid; by: Who[]; votedDown: boolean }
  /** `agreed`: it had been agreed to before. */
  | { stage: "withdrawn" | "lapsed"; decision: Hearsay; deal: Bid; agreed: boolean }
  /** `by`: who has ended the agreement; nobody where it was not told. */
  | { stage: "terminated"; decision: Hearsay; deal: Bid; by: Who[] }
  /** `feuds`: who has insulted whom how often, most often first. `latest`: the newest insult. */
  | { stage: "quarrel"; feuds: Feud[]; count: number; last: When; latest: { by: Who[]; at: Who[]; thing?: Wording | undefined } }
  /** The newest development, else the summary, else nothing. */
  | { stage: "opened"; words?: Wording | undefined };

/** The stages, in the order in which the first that holds is told. */
export const stages = [
  "concluded",
  "agreed",
  "closed",
  "offered",
  "countered",
  "rejected",
  "withdrawn",
  "lapsed",
  "terminated",
  "quarrel",
  "opened",
] as const satisfies Situation["stage"][];
export type Stage = (typeof stages)[number];
