/** From an event to the form that posts it: what `readForm` reads as the same event again. */
import type * as z from "zod/mini";
import type { Precision, Price } from "../../../events/values.ts";
import { writeMoment } from "../typed/write-moment.ts";
import { writePrice } from "../typed/write-money.ts";
import { commonFields, type Field, fieldsOfData } from "./fields.ts";
import { type FormSetting, nameIn } from "./typed-form.ts";

/** An event, or what is known of one. */
export type PartialEvent = { occurredAt?: string; precision?: Precision; data?: object } & Readonly<Record<string, unknown>>;

type Put = (name: string, ...values: string[]) => void;

/** How exactly a form tells a value that is no time of an event. */
const finenessOf = (value: string): Precision =>
  !value.includes("T") ? "day" : /T\d\d:\d\d:00[Z+-]/.test(value) ? "minute" : "second";

/** The form of an event of a type, whose data has that schema, filled in. */
export const writeForm = (
  { data: schema }: { data: z.ZodMiniObject },
  event: PartialEvent,
  setting: Pick<FormSetting, "now" | "zone" | "language">,
): Map<string, string[]> => {
  const form = new Map<string, string[]>();
  const put: Put = (name, ...values) => form.set(name, values);
  const write = (field: Field, value: unknown, name: string): void => {
    if (value === undefined) return;
    if (value === null) put(`${name}.away`, "true");
    else if (field.kind === "money") {
      put(name, writePrice(value as Price));
      writeGroup(field.fields ?? [], value, name);
    } else if (field.kind === "instant" || field.kind === "day") {
      const precision = name === "occurredAt" ? (event.precision ?? "minute") : finenessOf(String(value));
      const text = String(value);
      const coming = !/(?:occurredAt|publishedAt)$/.test(name);
      put(
        name,
        precision === "day" && !text.includes("T") ? text : writeMoment({ occurredAt: text, precision }, { ...setting, coming }),
      );
    } else if (field.kind === "parties") put(name, ...[value].flat().map(String));
    else if (field.kind === "lines") put(name, [value].flat().join("\n"));
    else if (field.kind === "names")
      put(
        name,
        Object.entries(value as Record<string, { name: string; short?: string }>)
          .map(([tag, { name: own, short }]) => `${tag}: ${own}${short ? ` | ${short}` : ""}`)
          .join("\n"),
      );
    else if (field.kind === "json") put(name, JSON.stringify(value));
    else if (field.kind === "group") writeGroup(field.fields ?? [], value, name);
    else if (field.kind === "rows")
      for (const [row, item] of [value].flat().entries()) {
        const [only] = field.fields ?? [];
        if (only?.name === "") write(only, item, `${name}.${row}`);
        else writeGroup(field.fields ?? [], item, `${name}.${row}`);
      }
    else put(name, String(value));
  };
  const writeGroup = (fields: readonly Field[], value: unknown, name: string): void => {
    for (const field of fields) write(field, (value as Record<string, unknown>)[field.name], nameIn(name, field.name));
  };
  writeGroup(fieldsOfData(schema), event.data ?? {}, "data");
  writeGroup(commonFields, event, "");
  return form;
};
