/** Where on a form a fault is shown, and how it is said. */
import type * as z from "zod/mini";
import type { Fault } from "../../../events/parse.ts";
import type { FieldFault } from "../desk-layout.tsx";
import { fillIn } from "../words/fill-in.ts";
import type { DeskWords } from "../words/shape.ts";
import { type Field, fieldsOfEvent } from "./fields.ts";
import { labelOf } from "./labels.ts";
import type { FormFault } from "./typed-form.ts";

type Definition = { type: string; data: z.ZodMiniObject };

/** The field of an event's form that is nearest to a name: the field itself, the one it is part of, or the first of a group. */
const nearestField = ({ data }: Definition, wanted: string): string => {
  let fields: readonly Field[] = fieldsOfEvent(data);
  let found: Field | undefined;
  const name: string[] = [];
  for (const step of wanted.split(".")) {
    if (found?.kind === "rows" && /^\d+$/.test(step)) {
      name.push(step);
      continue;
    }
    const next = fields.find((field) => field.name === step);
    if (!next) break;
    found = next;
    fields = next.fields ?? [];
    name.push(step);
  }
  while (found?.kind === "group" && found.name !== "data") {
    const first: Field | undefined = (found.fields ?? [])[0];
    if (!first) break;
    found = first;
    name.push(first.name);
  }
  return name.length === 0 || found?.name === "data" ? "" : name.join(".");
};

const lastName = (name: string): string => name.split(".").findLast((step) => step !== "" && !/^\d+$/.test(step)) ?? "";

/** Faults of the form of the event at an index, said in words. Of a field with a problem of its own, the schema has nothing to add. */
export const fieldFaultsOf = (
  words: DeskWords,
  definition: Definition,
  index: number,
  faults: readonly FormFault[],
): FieldFault[] => {
  const own = new Set(faults.flatMap((fault) => ("problem" in fault ? [fault.name] : [])));
  const said = faults.flatMap((fault) => {
    const name = nearestField(definition, fault.name);
    if ("detail" in fault && own.has(name)) return [];
    const label = labelOf(words, lastName(name) || definition.type);
    const isMissing = "detail" in fault && fault.detail === "is required";
    const text = isMissing
      ? fillIn(words.form.missing, { field: label })
      : `${label}: ${"detail" in fault ? fault.detail : words.form.problems[fault.problem]}`;
    return [{ field: name === "" ? `${index}.occurredAt` : `${index}.${name}`, text }];
  });
  return said.filter(({ field, text }, at) => said.findIndex((other) => other.field === field && other.text === text) === at);
};

/** The schema's or the rules' faults of the event at an index of an array that was posted, by pointers (RFC 6901) into the array. */
export const faultsOfPointers = (faults: readonly Fault[], index: number): FormFault[] =>
  faults.flatMap(({ pointer, detail }) => {
    const [, at, ...steps] = pointer.split("/");
    return Number(at) === index ? [{ name: steps.join("."), detail }] : [];
  });
