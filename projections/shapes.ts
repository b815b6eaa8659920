/** The shapes that several views share, as schemas, and how they are made. */

import * as z from "zod/mini";
import type { StoryEvent } from "../events/registry.ts";
import { definitionOf } from "../events/registry.ts";
import type { Story } from "../events/story.ts";
import { type Language, type Teller, teller } from "../events/tell.ts";
import { instant, type Price, precision, price, type Quote } from "../events/values.ts";

/** A party with its name. */
export const party = z.strictObject({ party: z.string(), name: z.string() }).check(z.meta({ id: "Party" }));
export const named = (tell: Teller, slug: string): z.infer<typeof party> => ({ party: slug, name: tell.name(slug) });

/** A price, and how a reader writes it. */
export const toldPrice = z
  .strictObject({ ...price.shape, basis: z.enum(["total", "per-share"]), text: z.string() })
  .check(z.meta({ id: "ToldPrice" }));
export const told = (tell: Teller, { amount, currency, basis }: Price): z.infer<typeof toldPrice> => ({
  amount,
  currency,
  basis: basis ?? "total",
  text: tell.money({ amount, currency, basis }),
});

/** When something happened, and the version of the event that tells of it. */
export const moment = z.strictObject({ version: z.int(), occurredAt: instant, precision }).check(z.meta({ id: "Moment" }));
export type MomentOf = z.infer<typeof moment>;
export const momentOf = ({ version, occurredAt, precision }: MomentOf): MomentOf => ({ version, occurredAt, precision });

/** What was said, in its own language, and its translation where the source gave one. */
export const words = {
  quote: z.strictObject({ text: z.string(), language: z.string() }).check(z.meta({ id: "Words" })),
  translation: z.optional(
    z
      .strictObject({ text: z.string(), language: z.string(), translator: z.optional(z.string()) })
      .check(z.meta({ id: "Translation" })),
  ),
};
export const wordsOf = ({ text, language, translationOf, translator }: Quote) =>
  translationOf
    ? { quote: { text: translationOf.text, language: translationOf.language }, translation: { text, language, translator } }
    : { quote: { text, language } };

/** How an event reads: its headline in a language. */
export const headlineOf = ({ type, data }: Pick<StoryEvent, "type" | "data">, tell: Teller, language: Language): string =>
  definitionOf(type).headline[language](data as never, tell);

/** The teller of a story as it stands. */
export const tellerOf = (story: Story, language: Language): Teller => teller(story, language);
