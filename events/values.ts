/** The values that events are made of: slugs, texts, times, money, quotes, sources. */
import * as z from "zod/mini";
import { once } from "./once.ts";
import { tellFaultsPlainly } from "./schema-faults.ts";

tellFaultsPlainly();

/** What a slug can name inside a story. */
export type ReferenceKind = "party" | "offer" | "question" | "version";

/** What a text is to a search: what something is named by, or any other words. */
export type WordsKind = "name" | "text";

const invisible = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

const plainText = (max: number, kind: WordsKind, prose: boolean) =>
  z.string().check(
    z.minLength(1, "must not be empty"),
    z.refine((value) => isAtMost(max, value), `must be at most ${max} characters long`),
    z.refine((value) => value.isWellFormed(), "must be well-formed Unicode: it has half of a surrogate pair"),
    z.refine(
      (value) => !invisible.test(prose ? value.replaceAll("\n", "") : value),
      `must be plain text${prose ? "" : " in one line"}: no control or direction characters`,
    ),
    // What is far too long is not looked into: to normalize it could take seconds.
    z.refine(
      (value) => value.length > 2 * max || value.normalize("NFC") === value,
      "must be in Unicode normalization form C (NFC)",
    ),
    z.refine((value) => value === "" || isVisible(value), "must not be blank: there is nothing in it that can be seen"),
    z.meta({ maxLength: max, "x-words": kind, ...(prose ? { "x-paragraphs": true } : {}) }),
  );

/** Whether there is anything in a text that can be seen: no space, filler or format character alone. */
const isVisible = (value: string): boolean => /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u.test(value);

/** Plain text of 1 to `max` code points in one line: well-formed, NFC, visible, no control or direction characters. A search finds its words. */
export const text = (max: number, kind: WordsKind = "text") => plainText(max, kind, false);

/** Plain text of 1 to `max` code points that may have paragraphs: lines end with U+000A. */
export const prose = (max: number) => plainText(max, "text", true);

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

/** One party or several, each once: a slug, or a list of slugs. What may act alone may act together. */
export const refersToParties = () =>
  z.union([
    refersTo("party"),
    z.array(refersTo("party")).check(
      z.minLength(1, "must name at least one party"),
      z.maxLength(20, "must have at most 20 parties"),
      z.refine((slugs) => new Set(slugs).size === slugs.length, "must name each party once"),
    ),
  ]);

/** One slug or several, as a list. */
export const listOf = (slugs: string | readonly string[] | null | undefined): readonly string[] =>
  typeof slugs === "string" ? [slugs] : (slugs ?? []);

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

/** What money is paid for: the whole (`total`, the default) or each share. */
const basis = z.optional(z.enum(["total", "per-share"]));

/** A price. `upTo` is the higher end of a range, or what add-ons could bring. */
export const price = z
  .strictObject({ ...money.shape, basis, upTo: z.optional(money.shape.amount), approximate: z.optional(z.boolean()) })
  .check(
    z.refine(({ amount, upTo }) => upTo === undefined || Number(upTo) > Number(amount), {
      error: "must be more than the amount",
      path: ["upTo"],
    }),
    z.meta({ id: "Price" }),
  );
export type Price = z.infer<typeof price>;

/** What a price comes to in other terms: converted, or as the value of the equity or of the enterprise. */
export const equivalent = z
  .strictObject({ ...money.shape, as: z.optional(z.enum(["conversion", "equity-value", "enterprise-value"])) })
  .check(z.meta({ id: "Equivalent" }));
export type Equivalent = z.infer<typeof equivalent>;

/** Whether anybody whom an event concerns has confirmed it. */
export const certainty = z.enum(["confirmed", "reported"]);
export type Certainty = z.infer<typeof certainty>;

/** Of what kind a correction is. A `minor` one touches no digit, no quotation and no name. */
export const edit = z.enum(["correction", "update", "clarification", "minor"]);
export type Edit = z.infer<typeof edit>;

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

/** A time zone of the IANA database. */
export const timeZone = z.string().check(
  z.maxLength(64, "must be at most 64 characters long"),
  z.refine((zone) => /^[A-Za-z]/.test(zone) && isTimeZone(zone), "must be a time zone (IANA), for example Europe/Paris"),
);

/** A day of the calendar, as `2025-03-10`. */
export const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day, for example 2025-03-10, or a time with its offset"),
  z.refine((value) => isInstant(`${value}T00:00:00Z`), "must be a day of the calendar in the years 1 to 9999"),
);

const words = z.strictObject({ text: text(2000), language });

/** What somebody said, in the language it stands in here; a translation names the words that it translates. */
export const quote = z
  .strictObject({ ...words.shape, translationOf: z.optional(words), translator: z.optional(text(200)) })
  .check(z.meta({ id: "Quote" }));
export type Quote = z.infer<typeof quote>;

/** For a check that looks at what an object has and has not: it is made whatever else is wrong there, so that all faults are told at once. */
export const whateverElse = {
  when: ({ value }: { value: unknown }): boolean => typeof value === "object" && value !== null && !Array.isArray(value),
};

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
