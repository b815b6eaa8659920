/** An offer as sentences and headlines tell it: facts alone, in no language. */
import type { Price } from "../values.ts";
import type { Who } from "./who.ts";

/** An editor's words, and the language that they are in (BCP 47). */
export type Wording = { text: string; language: string };

/**
 * Of a thing to buy, `target` is set, and it is a bid or, by whoever is to sell, an ask; else it is a proposal of its `subject`, or, where
 * even that is not known any more, of something.
 */
export type OfferTold = {
  offer: string;
  kind: "bid" | "ask" | "proposal";
  /** Whether it was made in answer to another offer. */
  counter: boolean;
  /** The bidder first, then its partners. */
  by: Who[];
  /** Who decides on it, whether they were named or are the target. */
  to: Who[];
  target?: Who | undefined;
  subject?: Wording | undefined;
  price?: Price | undefined;
  terms?: Wording | undefined;
  expiresAt?: string | undefined;
};
