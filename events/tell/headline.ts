/** What an event's headline is told from, and its form. */

import type { Offered } from "../offers/terms.ts";
import type { OfferStatus } from "../story.ts";
import type { Certainty } from "../values.ts";
import type { When } from "./grammar.ts";
import type { OfferTold, Wording } from "./offer-told.ts";
import type { Runs } from "./runs.ts";
import type { Who } from "./who.ts";

/** What is said when an offer is made. */
export type Making = Offered & { offer: string; inReplyTo?: string | undefined };

/** What a headline may know besides its event's data: the parties and offers as they were at the event's place in story order. */
export type HeadlineContext = {
  version: number;
  certainty: Certainty;
  /** Who denies what was only reported: nobody where it is undefined, nobody who is named where it is empty. */
  denied?: Who[] | undefined;
  /** A party as it was known then. */
  who: (slug: string) => Who;
  /** One party or several. */
  whos: (slugs: string | readonly string[] | null | undefined) => Who[];
  /** An offer as the event that makes it says it. */
  making: (data: Making) => OfferTold;
  /** An offer as it stood before the event, and its state; undefined where nothing is known of it any more. */
  offer: (slug: string) => (OfferTold & { status: OfferStatus }) | undefined;
  /** How the event's word on an offer counts: as an answer, as the vote of somebody who has to agree as well, or as advice. */
  counts: "answer" | "vote" | "advice";
  /** An earlier event that was only reported: its type, and the offer that it was about. */
  report: (version: number) => { type: string; offer?: string | undefined } | undefined;
  /** Words of the editor's, which are in the story's language. */
  words: (text: string) => Wording;
  /** A time of the story. */
  when: (at: string) => When;
};

/** How an event reads in one language: a phrase in the present tense, with a verb, and no full stop. */
export type Headline<Data> = (data: Data, context: HeadlineContext) => Runs;
