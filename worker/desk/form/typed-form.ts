/** What a form holds as it was typed, and how it is reached. */
import type { Language } from "../../../events/tell/languages.ts";
import type { ReferenceKind, Source } from "../../../events/values.ts";
import type { MomentNote, MomentProblem } from "../typed/moment.ts";
import type { MoneyNote, MoneyProblem } from "../typed/money.ts";

/** The values of a form's fields, by name: `data.price`, `sources.0.url`. */
export type TypedForm = ReadonlyMap<string, readonly string[]>;

/** By what a form is read: the clock, the story's zone, the editor's language, what money is usually in, and what slugs are taken. */
export type FormSetting = {
  now: number;
  zone: string;
  language: Language;
  currency?: string | undefined;
  isTaken: (kind: ReferenceKind, slug: string) => boolean;
  lastSource?: Source | undefined;
};

/** Why what was typed is not understood: `names` and `json` are written in a form of their own, a `deadline` wants a day. */
export type TypedProblem = MoneyProblem | MomentProblem | "names" | "json" | "deadline" | "required";

/** A fault of one field: a problem of ours, or a sentence of the schema's or the rules'. */
export type FormFault = { name: string } & ({ problem: TypedProblem } | { detail: string });

/** What was understood of a field that does not stand there as it is recorded, and what of it was not typed. */
export type Understood = { name: string; said: string; notes: readonly (MoneyNote | MomentNote | "end-of-day" | "proposed")[] };

/** A form as a browser posts it. What is no text is left out. */
export const typedFormOf = (entries: Iterable<readonly [string, unknown]>): Map<string, string[]> => {
  const typed = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== "string") continue;
    const values = typed.get(name);
    if (values) values.push(value);
    else typed.set(name, [value]);
  }
  return typed;
};

/** The part of a form under a name, by the rest of its names. */
export const partOf = (form: TypedForm, name: string): Map<string, readonly string[]> =>
  new Map(
    [...form].flatMap(([key, values]) => (key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), values] as const] : [])),
  );

/** The first value of a field, without spaces around it. */
export const typedValue = (form: TypedForm, name: string): string => form.get(name)?.[0]?.trim() ?? "";

/** The rows of a list that hold anything, by their number. */
export const rowsOf = (form: TypedForm, name: string): number[] => {
  const numbers = new Set<number>();
  for (const [key, values] of form) {
    const [, row] = key.startsWith(`${name}.`) ? (/^(\d{1,2})(?:\.|$)/.exec(key.slice(name.length + 1)) ?? []) : [];
    if (row !== undefined && values.some((value) => value.trim() !== "")) numbers.add(Number(row));
  }
  return [...numbers].sort((a, b) => a - b);
};

/** The name of a field within another. */
export const nameIn = (name: string, field: string): string => (name === "" ? field : field === "" ? name : `${name}.${field}`);
