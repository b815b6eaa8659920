/** The free texts of an event: what an editor wrote in the story's language, and a translation can say in another. */
import * as z from "zod/mini";
import { atMost, prose, text } from "./values.ts";

/** The fields of all types that are free texts, as a translation gives them. Names and quotations have languages of their own. */
export const texts = z
  .strictObject({
    title: z.optional(text(200)),
    summary: z.optional(prose(1000)),
    points: z.optional(atMost(7, text(300), "points")),
    headline: z.optional(text(200)),
    text: z.optional(prose(4000)),
    subject: z.optional(text(200)),
    thing: z.optional(text(200)),
    what: z.optional(text(200)),
    role: z.optional(text(200)),
    terms: z.optional(prose(2000)),
    conditions: z.optional(prose(1000)),
    reason: z.optional(prose(1000)),
    outcome: z.optional(prose(1000)),
  })
  .check(z.meta({ id: "Texts" }));
export type Texts = z.infer<typeof texts>;

/** A free text's name: the same in every type that has it. */
export type TextField = keyof Texts;
export const textFields = Object.keys(texts.shape) as TextField[];

/** The free texts that an event's data has. */
export const textsOf = (data: unknown): Texts => {
  const said = data as Record<string, unknown>;
  const found = textFields.filter((field) => typeof said[field] === "string" || Array.isArray(said[field]));
  // The schema of each type has vouched for what its texts are.
  return Object.fromEntries(found.map((field) => [field, said[field]])) as Texts;
};

/** The data with these texts for those that it has. */
export const withTexts = <Data>(data: Data, translated: Texts): Data => {
  const own = Object.keys(textsOf(data)) as TextField[];
  const kept = own.filter((field) => translated[field] !== undefined).map((field) => [field, translated[field]]);
  return { ...data, ...Object.fromEntries(kept) };
};
