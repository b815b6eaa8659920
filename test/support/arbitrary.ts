/** Values of any schema that events are made of, and stories made of them. A new event type is generated with no line here. */
import * as fc from "fast-check";
import * as z from "zod/mini";
import { postedTypes } from "../../events/parse.ts";
import { definitionOf, type EventType } from "../../events/registry.ts";
import { certainty, day, instant, language, money, precision, source, timeZone, url } from "../../events/values.ts";

/** The slugs of each kind: few, so that events meet, and some that objects inherit or sort by themselves. */
export const slugs = {
  party: ["ada", "constructor", "123", "bea"],
  offer: ["bid", "constructor", "42", "7", "riposte"],
  question: ["why", "constructor", "7", "who"],
} as const;

/** The seconds after which nothing happens in generated stories, and when they begin. */
const span = 40_000;
const beginning = Date.parse("2025-02-10T00:00:00Z");

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** An instant so many seconds after the stories' beginning, written in a zone (minutes from UTC) and with a fraction. */
export const instantAt = (seconds: number, zone = 0, fraction = ""): string => {
  const local = new Date(beginning + seconds * 1000 + zone * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(zone);
  const offset = `${zone < 0 ? "-" : "+"}${twoDigits(Math.trunc(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${local}${fraction}${zone === 0 ? "Z" : offset}`;
};

/** The ways to write an instant. */
export const spelling = fc.record({
  zone: fc.constantFrom(0, 0, 60, -330, 765),
  fraction: fc.constantFrom("", "", ".0", ".25", ".250000000", ".000000001"),
});

const words = fc.oneof(
  fc.constantFrom("Swindler", "Rien de neuf", "« C’est fini ! »", "价格", "a😀b", "x & y < z"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((text) => text.normalize("NFC").trim()),
  fc.constantFrom("word ".repeat(40).trim(), "😀".repeat(75)),
);

/** Values that no schema tells how to make: their rule is a function. */
const made = new Map<z.core.$ZodType, fc.Arbitrary<unknown>>([
  [
    instant,
    fc
      .tuple(fc.integer({ min: 0, max: span }), spelling)
      .map(([seconds, { zone, fraction }]) => instantAt(seconds, zone, fraction)),
  ],
  [day, fc.constantFrom("2025-02-09", "2025-02-10", "2025-03-10")],
  [language, fc.constantFrom("en", "fr", "zh-Hant")],
  [timeZone, fc.constantFrom("Europe/Paris", "America/New_York", "UTC")],
  [url, fc.constantFrom("https://example.org/a?b=c", "http://example.org")],
  [money.shape.currency, fc.constantFrom("USD", "USD", "EUR", "JPY")],
]);

const versions = fc.integer({ min: 1, max: 60 });

/** Values of a schema. */
const valuesOf = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  const values = made.get(schema) ?? named(schema) ?? shaped(schema);
  return schema._zod.def.checks?.length ? values.filter((value) => z.safeParse(schema, value).success) : values;
};

const named = (schema: z.core.$ZodType): fc.Arbitrary<unknown> | undefined => {
  const meta = z.globalRegistry.get(schema) as Partial<Record<string, string>> | undefined;
  const kind = meta?.["x-introduces"] ?? meta?.["x-refers-to"];
  if (kind === undefined) return undefined;
  return kind === "version" ? versions : fc.constantFrom(...slugs[kind as keyof typeof slugs]);
};

const shaped = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  // The definition's type tells which kind it is: zod's own union of them.
  const def = schema._zod.def as z.core.$ZodTypes["_zod"]["def"];
  switch (def.type) {
    case "object":
      return objects(def.shape);
    case "array":
      return fc.array(valuesOf(def.element), { maxLength: 3 });
    case "optional":
      return valuesOf(def.innerType);
    case "nullable":
      return fc.option(valuesOf(def.innerType), { freq: 3 });
    case "union":
      return fc.oneof(...def.options.map(valuesOf));
    case "record":
      return fc.dictionary(valuesOf(def.keyType) as fc.Arbitrary<string>, valuesOf(def.valueType), { maxKeys: 2 });
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.integer({ min: 0, max: 1000 });
    case "string":
      return strings(schema);
    case "unknown":
      return fc.dictionary(fc.constantFrom("party", "name", "headline"), words, { maxKeys: 2 });
    default:
      throw new Error(`Values of ${def.type} are not made yet`);
  }
};

const objects = (shape: z.core.$ZodShape): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, valuesOf(field)])), {
    requiredKeys: Object.entries(shape).flatMap(([key, field]) => (field._zod.optin === "optional" ? [] : key)),
  });

const strings = (schema: z.core.$ZodType): fc.Arbitrary<string> => {
  const patterns = (schema._zod.def.checks ?? []).flatMap((check) => {
    const { pattern } = check._zod.def as { pattern?: RegExp };
    return pattern ?? [];
  });
  const [pattern] = patterns;
  return pattern ? fc.stringMatching(pattern) : words;
};

/** What an editor posts of a type, but for the time. */
export type Said = { type: EventType; data: object; precision?: string; sources?: object[]; key?: boolean; certainty?: string };

/** What an editor posts of a type, but for the time. Its names are of the pools; its versions are between 1 and 60. */
export const saidOf = (type: EventType): fc.Arbitrary<Said> =>
  fc.record(
    {
      type: fc.constant(type),
      // Each type's data is an object.
      data: valuesOf(definitionOf(type).data) as fc.Arbitrary<object>,
      precision: valuesOf(precision) as fc.Arbitrary<string>,
      sources: fc.array(valuesOf(source) as fc.Arbitrary<object>, { maxLength: 2 }),
      key: fc.boolean(),
      certainty: valuesOf(certainty) as fc.Arbitrary<string>,
    },
    { requiredKeys: ["type", "data"] },
  );

/** An event of any type, as an editor posts it. */
export const posted: fc.Arbitrary<Said & { occurredAt: string }> = fc
  .tuple(fc.constantFrom(...postedTypes).chain(saidOf), valuesOf(instant))
  // An instant is a text.
  .map(([said, occurredAt]) => ({ ...said, occurredAt: occurredAt as string }));
