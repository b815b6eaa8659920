/** What a line is read by: a story as plain JSON, so that it is read alike in the Worker and in the browser. */
import type { Language } from "../../../events/tell/languages.ts";
import type { Source } from "../../../events/values.ts";

/** A party: its slug, its name, and whatever else it goes by. */
export type LineParty = { party: string; name: string; others: readonly string[]; of?: string | undefined };

/** An offer: what it is called, and, by event type, who may not act so on it; without the type, nobody may. */
export type LineOffer = {
  offer: string;
  label: string;
  currency?: string | undefined;
  bidders: readonly string[];
  addressees: readonly string[];
  target?: string | undefined;
  acts: Readonly<Record<string, readonly string[]>>;
};

/** A story, as a line knows it. Offers and entries come newest first; `now` is in milliseconds. */
export type LineContext = {
  story: string;
  version: number;
  now: number;
  zone: string;
  language: Language;
  currency?: string | undefined;
  lastSource?: Source | undefined;
  publishers: readonly string[];
  parties: readonly LineParty[];
  offers: readonly LineOffer[];
  questions: readonly { question: string; text: string }[];
  /** Entries with a quotation, which may be taken back, and entries that were only reported. */
  quotations: readonly { version: number; by: readonly string[] }[];
  reports: readonly { version: number; headline: string }[];
};
