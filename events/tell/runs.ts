/** What a sentence is made of: runs of text, names and quotations, each with its language and direction. */

/**
 * One run. Plain text has `text` alone and is in the sentence's own language. A name, a quotation or an editor's words may be in another,
 * where that is known (BCP 47).
 */
export type Run = {
  text: string;
  as?: "name" | "quote" | "words" | undefined;
  /** The slug of the party that a name names. */
  party?: string | undefined;
  language?: string | undefined;
  /** Set where it is not the sentence's own. */
  direction?: "ltr" | "rtl" | undefined;
};
export type Runs = readonly Run[];
