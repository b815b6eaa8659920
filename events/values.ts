/** The values that events are made of: slugs, texts, times, money, quotes, sources. */
import { en } from "zod/locales";
import * as z from "zod/mini";
import { once } from "./once.ts";

// What a schema has no sentence of its own for is said in English: zod/mini brings no language along.
z.config(en());

/** What a slug can name inside a story. */
export type ReferenceKind = "party" | "offer" | "question" | "version";

/** What a text is to a search: what something is named by, or any other words. */
export type WordsKind = "name" | "text";

const invisible = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Plain text of 1 to `max` code points: well-formed, Unicode NFC, no control characters or direction overrides. A search finds its words. */
export const text = (max: number, kind: WordsKind = "text") =>
  z.string().check(
    z.minLength(1, "must not be empty"),
    z.refine((value) => isAtMost(max, value), `must be at most ${max} characters long`),
    z.refine((value) => value.isWellFormed(), "must be well-formed Unicode: it has half of a surrogate pair"),
    z.refine((value) => !invisible.test(value), "must be plain text in one line: no control or direction characters"),
    // What is far too long is not looked into: to normalize it could take seconds.
    z.refine(
      (value) => value.length > 2 * max || value.normalize("NFC") === value,
      "must be in Unicode normalization form C (NFC)",
    ),
    z.refine((value) => value === "" || /\S/u.test(value), "must not be blank"),
    z.meta({ maxLength: max, "x-words": kind }),
  );

/** JSON Schema counts code points; each is one or two of the units of `length`. */
const isAtMost = (max: number, value: string): boolean =>
  value.length <= max || (value.length <= 2 * max && [...value].length <= max);

const slugSentence = (min: number, max: number) =>
  `must be a slug: ${min} to ${max} characters of a-z, 0-9 and -, for example “elon-musk”`;
const slugOf = (min: number, max: number) =>
  z.string().check(z.regex(new RegExp(`^[a-z0-9-]{${min},${max}}$`), slugSentence(min, max)));

/** The name of a story in its address: 3 to 80 characters of `a-z0-9-`. */
export const storySlug = slugOf(3, 80);

/** The name of a party, an offer or a question in its story. */
export const slug = slugOf(1, 80);

/** A slug that this event introduces into its story: new there, and nobody else's. */
export const introduces = (kind: Exclude<ReferenceKind, "version">) => slugOf(1, 80).check(z.meta({ "x-introduces": kind }));

/** A slug that an event of the same story has introduced. */
export const refersTo = (kind: Exclude<ReferenceKind, "version">) => slugOf(1, 80).check(z.meta({ "x-refers-to": kind }));

/** The version of an earlier event of the same story. */
export const refersToVersion = () =>
  z
    .int("must be an event's version: a whole number")
    .check(z.minimum(1, "must be 1 or more"), z.meta({ "x-refers-to": "version" }));

const rfc3339 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a text is an RFC 3339 instant of a day that exists, in the years 1 to 9999 of UTC. */
const isInstant = (value: string): boolean => {
  if (!rfc3339.test(value)) return false;
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value.slice(0, 10))) return false;
  const year = new Date(value).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

/** An instant, RFC 3339 section 5.6, with an offset and at most nanoseconds. */
export const instant = z.string().check(
  z.regex(rfc3339, "must be a time with its offset (RFC 3339), for example 2025-02-10T21:11:04Z"),
  z.refine((value) => !rfc3339.test(value) || isInstant(value), "must be a day of the calendar in the years 1 to 9999"),
  z.meta({ format: "date-time" }),
);

/** How exactly a time is known: what is finer than this is not known. */
export const precision = z.enum(["second", "minute", "hour", "day", "month", "year"]);
export type Precision = z.infer<typeof precision>;

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** A language tag, BCP 47 (RFC 5646). */
export const language = z
  .string()
  .check(
    z.maxLength(35, "must be at most 35 characters long"),
    z.refine(isLanguageTag, "must be a language tag (BCP 47), for example fr or en-GB"),
  );

const web = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\\]+$/u;
const webSentence = "must be a web address that begins with https:// or http://";

/** An absolute http or https address as browsers take it, without a user or password: more than a URI of RFC 3986. */
export const url = z.string().check(
  z.maxLength(2048, "must be at most 2048 characters long"),
  z.regex(web, webSentence),
  z.refine((value) => {
    if (!web.test(value)) return true;
    const parsed = URL.canParse(value) && !invisible.test(value) && value.isWellFormed() ? new URL(value) : undefined;
    return parsed !== undefined && parsed.username === "" && parsed.password === "";
  }, webSentence),
);

const currencies = once(() => new Set(Intl.supportedValuesOf("currency")));

/** An amount as a decimal string (at most 15 digits, then at most 4) and its ISO 4217 currency. */
export const money = z
  .strictObject({
    amount: z
      .string()
      .check(
        z.regex(
          /^(?:0|[1-9]\d{0,14})(?:\.\d{1,4})?$/,
          "must be a decimal number in quotation marks, for example “97400000000” or “54.20”",
        ),
      ),
    currency: z.string().check(
      z.regex(/^[A-Z]{3}$/, "must be a currency code of three capitals (ISO 4217), for example USD"),
      z.refine((code) => !/^[A-Z]{3}$/.test(code) || currencies().has(code), "must be a currency of ISO 4217, for example USD"),
    ),
  })
  .check(z.meta({ id: "Money" }));
export type Money = z.infer<typeof money>;

/** Money, for the whole (`total`, the default) or for each share. */
export const price = z
  .strictObject({ ...money.shape, basis: z.optional(z.enum(["total", "per-share"])) })
  .check(z.meta({ id: "Price" }));
export type Price = z.infer<typeof price>;

const words = z.strictObject({ text: text(2000), language });

/** What somebody said, in the language it stands in here; a translation names the words that it translates. */
export const quote = z
  .strictObject({ ...words.shape, translationOf: z.optional(words), translator: z.optional(text(200)) })
  .check(z.meta({ id: "Quote" }));
export type Quote = z.infer<typeof quote>;

/** A list of at most so many; `what` they are stands in the sentence that refuses more. */
export const atMost = <Item extends z.core.$ZodType>(max: number, item: Item, what: string) =>
  z.array(item).check(z.maxLength(max, `must have at most ${max} ${what}`));

/** Where a fact was published. */
export const source = z
  .strictObject({
    publisher: text(200),
    title: z.optional(text(300)),
    url: z.optional(url),
    publishedAt: z.optional(instant),
    language: z.optional(language),
  })
  .check(z.meta({ id: "Source" }));
export type Source = z.infer<typeof source>;
