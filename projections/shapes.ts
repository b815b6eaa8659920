/** The shapes that several views share, as schemas, and how they are made. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import { definitionOf, type EventType } from "../events/registry.ts";
import { get, type Moment, type Remark, type Story } from "../events/story.ts";
import { contextAt, whoOf } from "../events/tell/context.ts";
import { headlineOf } from "../events/tell/headlines.ts";
import { grammarOf, type Language } from "../events/tell/languages.ts";
import { plain, type Runs } from "../events/tell/runs.ts";
import { foreignLanguage, type StoryIn } from "../events/tell/story-in.ts";
import { nameIn } from "../events/tell/who.ts";
import { withTexts } from "../events/texts.ts";
import {
  type Certainty,
  type Equivalent,
  equivalent,
  instant,
  type Price,
  precision,
  price,
  type Quote,
} from "../events/values.ts";

/** A party with its name in the reader's language, and the language that the name is in, where it is known. */
export const party =
  describes &&
  z.strictObject({ party: z.string(), name: z.string(), language: z.optional(z.string()) }).check(z.meta({ id: "Party" }));
export type Named = z.infer<typeof party>;

/** A party by its name: at a place in story order, or, without one, as it is known today. */
export const named = (story: Story, language: Language, slug: string, place?: string): Named => {
  const name = nameIn(whoOf(story, slug, place), language, "full");
  return { party: slug, name: name.text, language: name.language };
};

/** A price, and how a table writes it. */
export const toldPrice =
  describes &&
  z.strictObject({ ...price.shape, basis: z.enum(["total", "per-share"]), text: z.string() }).check(z.meta({ id: "ToldPrice" }));
export const priceOf = (
  language: Language,
  { amount, currency, basis, upTo, approximate }: Price,
): z.infer<typeof toldPrice> => ({
  amount,
  currency,
  basis: basis ?? "total",
  upTo,
  approximate,
  text: grammarOf(language).money({ amount, currency, basis, upTo, approximate }, "table"),
});

/** What an amount comes to in another currency or measure, and how a table writes it. */
export const toldEquivalent =
  describes && z.strictObject({ ...equivalent.shape, text: z.string() }).check(z.meta({ id: "ToldEquivalent" }));
export const equivalentOf = (language: Language, { amount, currency, as }: Equivalent): z.infer<typeof toldEquivalent> => ({
  amount,
  currency,
  as,
  text: grammarOf(language).money({ amount, currency }, "table"),
});

/** When something happened, and the version of the event that tells of it. */
export const moment =
  describes && z.strictObject({ version: z.int(), occurredAt: instant, precision }).check(z.meta({ id: "Moment" }));
export const momentOf = ({ version, occurredAt, precision }: Moment): Moment => ({ version, occurredAt, precision });

/** What was said, in its own language, and its translation where the source gave one. */
export const words = describes && {
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

/** One run of a sentence: its own text, or a name, a quotation or an editor's words, with their language and direction where those are others. */
const run =
  describes &&
  z
    .strictObject({
      text: z.string(),
      as: z.optional(z.enum(["name", "quote", "words"])),
      party: z.optional(z.string()),
      language: z.optional(z.string()),
      direction: z.optional(z.enum(["ltr", "rtl"])),
    })
    .check(z.meta({ id: "Run" }));

/** A headline as plain text, in which what runs in another direction is isolated (U+2068 … U+2069), and as runs. */
export const headline = describes && { headline: z.string(), headlineRuns: z.array(run) };
export const toldRuns = (runs: Runs) => ({ headline: plain(runs), headlineRuns: [...runs] });

/** What of an event its headline is made of. */
export type Telling = { version: number; type: EventType; data: unknown; certainty?: Certainty | undefined };

/** How an event that stands at a place in story order reads; `as`: what it says now, in the story's translation, or what it said in its own words. */
export const headlineAt = (story: StoryIn, language: Language, event: Telling, place: string, as: "told" | "said" = "told") => {
  const told = as === "told" ? { ...event, data: dataIn(story, event) } : event;
  return toldRuns(headlineOf(definitionOf(event.type), language, told.data, contextAt(story, told, place)));
};

/** The data of an event, with its texts in the language in which the story is told, where they are translated. */
export const dataIn = ({ texts }: StoryIn, { version, data }: Pick<Telling, "version" | "data">): unknown =>
  withTexts(data, texts.of(version)?.texts ?? {});

/** The language of a text beside it, where that is another than the reader's. */
export const textLanguage = describes && { textLanguage: z.optional(z.string()) };
export const textLanguageOf = (story: StoryIn, ...texts: readonly (string | undefined)[]) => {
  const text = texts.find((one) => one !== undefined);
  return { textLanguage: foreignLanguage(story, text) };
};

/** What became of what an event says: words taken back, a report confirmed or denied. */
export const remark = describes && z.strictObject({ ...moment.shape, by: z.array(party) }).check(z.meta({ id: "Remark" }));
export const takenBack =
  describes &&
  z
    .strictObject({ ...moment.shape, by: z.array(party), how: z.enum(["deleted", "apologised", "denied", "clarified"]) })
    .check(z.meta({ id: "TakenBack" }));

const remarksOn = ({ remarks }: Story, version: number, wanted: Remark["kind"]): Remark[] =>
  (get(remarks, `${version}`) ?? []).filter(({ kind }) => kind === wanted);

/** Who has confirmed or denied what an event says, and when. */
export const remarkedOn = (story: Story, language: Language, version: number, kind: "confirmed" | "denied") =>
  remarksOn(story, version, kind).map((one) => ({ ...momentOf(one), by: one.by.map((slug) => named(story, language, slug)) }));

/** How the words of an event were taken back, by whom and when. */
export const takenBackOf = (story: Story, language: Language, version: number) =>
  remarksOn(story, version, "takenBack").map((one) => ({
    ...momentOf(one),
    by: one.by.map((slug) => named(story, language, slug)),
    how: one.how ?? "clarified",
  }));
