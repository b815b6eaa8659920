/** JSON values by a JSON Schema: mostly right, now and then wrong in one place. */
import type { Chance } from "./chance.ts";
import type { Json } from "./mutants.ts";

/** As much of JSON Schema as the API's description says. */
export type Schema = {
  $ref?: string;
  type?: string;
  const?: Json;
  enum?: Json[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  "x-introduces"?: string;
  "x-refers-to"?: string;
};

/** Texts that are wrong in most places, and mean something somewhere. */
export const hostileTexts = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202egnp.exe",
  "a\r\nSet-Cookie: a=b",
  "'; DROP TABLE events; --",
  "' OR 1=1 --",
  `"><script>alert(1)</script>`,
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "{{7*7}}#{7*7}%s%n",
  "-1",
  "1e999",
  "٣",
  "💸".repeat(50),
  "e\u0301",
  "x".repeat(5000),
];

const hostileValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  [],
  {},
  [[[[]]]],
  ["x"],
  { a: { b: {} } },
  ...hostileTexts,
];

const words = ["Swindler", "no thank you", "It is not for sale.", "Zażółć 💸", "لا شكرا", "<b>bold</b> & 'quoted'", "1 < 2"];
const references: Record<string, readonly Json[]> = {
  party: ["a", "b", "c", "t", "constructor", "d"],
  offer: ["bid", "second", "third", "tostring"],
  question: ["why", "who"],
  version: [1, 2, 3, 5, 6, 8, 13, 21, 300],
};

/** A generator of values by the schemas of one description; `wildness`: how often a value is wrong, of 1. */
export const bySchema = (components: Record<string, Schema>, chance: Chance, wildness: number) => {
  const { below, maybe, pick, several } = chance;

  const instant = (): string => {
    if (maybe(0.05)) return pick(["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2024-02-29T23:59:59+14:00"]);
    const time = `${12 + below(8)}:${10 + below(50)}`;
    return `2025-02-1${below(3)}T${time}:00${pick(["Z", "Z", ".5Z", "+01:00", "-05:30"])}`;
  };

  /** By the patterns that the description has: digits of hexadecimal, instants, slugs, amounts, currencies. */
  const textOf = ({ pattern = "", format, maxLength = 100 }: Schema, name: string): string => {
    const digits = /^\^\[0-9a-f\]\{(\d+)\}\$$/.exec(pattern)?.[1];
    if (digits) return Array.from({ length: Number(digits) }, () => pick([..."0123456789abcdef"])).join("");
    if (format === "date-time") return instant();
    if (pattern.startsWith("^[a-z0-9-]")) return pick(["fuzz-one", "fuzz-two", "a-slug"]);
    if (pattern.startsWith("^[A-Z]{3}")) return pick(["USD", "EUR", "GBP", "JPY", "ZZZ"]);
    if (pattern.includes("[1-9]")) return pick(["0", "1", "54.20", "97400000000", "999999999999999.9999"]);
    if (name === "language") return pick(["en", "fr", "pt-BR", "zh-Hant-TW"]);
    if (pattern.includes("[Hh][Tt]")) return `https://example.org/${below(9)}?q=${pick(["", "%22", "<i>"])}`;
    return maybe(0.05) ? "x".repeat(maxLength) : pick(words).slice(0, maxLength);
  };

  const objectOf = ({ properties = {}, required = [] }: Schema): Json => {
    const kept = Object.entries(properties).filter(([name]) => required.includes(name) || maybe(0.4));
    const made: [string, Json][] = kept.map(([name, inner]) => [name, madeOf(inner, name)]);
    if (maybe(wildness / 4)) made.splice(below(made.length + 1), 1);
    if (maybe(wildness / 4)) made.push([pick(["mood", "__proto__", "constructor", "Type", ""]), pick(hostileValues)]);
    return Object.fromEntries(made);
  };

  const madeOf = (schema: Schema, name = ""): Json => {
    if (maybe(wildness / 8)) return pick(hostileValues);
    const { $ref, enum: allowed, anyOf, oneOf, items, minItems = 0, maxItems = 3, minimum = 0 } = schema;
    if ($ref !== undefined) return madeOf(components[$ref.split("/").at(-1) ?? ""] ?? {}, name);
    if (schema.const !== undefined) return schema.const;
    if (allowed) return pick(allowed);
    const choices = anyOf ?? oneOf;
    if (choices) return madeOf(pick(choices), name);
    const referred = references[schema["x-introduces"] ?? schema["x-refers-to"] ?? ""];
    if (referred) return pick(referred);
    if (schema.type === "object") return objectOf(schema);
    if (schema.type === "array") {
      const made = several(Math.min(maxItems, maybe(0.03) ? 120 : 4), () => madeOf(items ?? {}, name));
      return made.length < minItems ? [madeOf(items ?? {}, name)] : made;
    }
    if (schema.type === "integer" || schema.type === "number") return minimum + below(maybe(0.1) ? 1_000_000 : 12);
    if (schema.type === "boolean") return maybe(0.5);
    if (schema.type === "string") return textOf(schema, name);
    return pick(hostileValues);
  };
  return madeOf;
};
