/** The references of an event's data, read from its schema: which slugs it introduces and which it names. */
import * as z from "zod/mini";
import type { EventType } from "./registry.ts";
import { definitionOf } from "./registry.ts";
import type { ReferenceKind } from "./values.ts";

/** One reference found in an event: what it names, where it stands (RFC 6901), and whether it introduces it. */
export type Reference = { kind: ReferenceKind; name: string | number; pointer: string; introduces: boolean };

type Slot = { kind: ReferenceKind; path: string[]; introduces: boolean };
const each = "*";

const inner = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { def } = schema._zod;
  return def.type === "optional" ? inner((def as z.core.$ZodOptionalDef).innerType) : schema;
};

const slotsOf = (outer: z.core.$ZodType, path: string[]): Slot[] => {
  const schema = inner(outer);
  const meta = z.globalRegistry.get(schema) as Record<string, ReferenceKind> | undefined;
  const introduced = meta?.["x-introduces"];
  const kind = introduced ?? meta?.["x-refers-to"];
  if (kind) return [{ kind, path, introduces: introduced !== undefined }];
  const { def } = schema._zod;
  if (def.type === "array") return slotsOf((def as z.core.$ZodArrayDef).element, [...path, each]);
  if (def.type !== "object") return [];
  return Object.entries((def as z.core.$ZodObjectDef).shape).flatMap(([key, field]) => slotsOf(field, [...path, key]));
};

const slots = new Map<EventType, Slot[]>();
const slotsFor = (type: EventType): Slot[] => {
  const known = slots.get(type);
  if (known) return known;
  const made = slotsOf(definitionOf(type).data, []);
  slots.set(type, made);
  return made;
};

/** Calls `note` with each slug that the event introduces. Made for folds: no work where its type introduces nothing. */
export const eachIntroduced = (
  { type, data }: { type: EventType; data: unknown },
  note: (kind: Exclude<ReferenceKind, "version">, slug: string) => void,
): void => {
  // An introduction is a field of the data itself, and never of a version: `introduces` takes no such kind.
  for (const { kind, path, introduces } of slotsFor(type))
    if (introduces && kind !== "version") note(kind, (data as Record<string, string>)[path[0] ?? ""] ?? "");
};

/** Calls `note` with each name of a kind that the event refers to, as often as it stands there. Made for folds: it points nowhere. */
export const eachReferred = (
  { type, data }: { type: EventType; data: unknown },
  kind: ReferenceKind,
  note: (name: string) => void,
): void => {
  for (const slot of slotsFor(type)) if (slot.kind === kind && !slot.introduces) visit(data, slot.path, 0, note);
};

const visit = (value: unknown, path: readonly string[], depth: number, note: (name: string) => void): void => {
  if (value === undefined) return;
  const key = path[depth];
  if (key === undefined) note(String(value));
  else if (key === each) for (const item of value as unknown[]) visit(item, path, depth + 1, note);
  else visit((value as Record<string, unknown>)[key], path, depth + 1, note);
};

const collect = (value: unknown, slot: Slot, depth: number, pointer: string, found: Reference[]): void => {
  if (value === undefined) return;
  const key = slot.path[depth];
  if (key === undefined) {
    // The schema has vouched for the type of what stands in the slot.
    found.push({ kind: slot.kind, name: value as string | number, pointer, introduces: slot.introduces });
  } else if (key === each) {
    (value as unknown[]).forEach((item, index) => {
      collect(item, slot, depth + 1, `${pointer}/${index}`, found);
    });
  } else {
    collect((value as Record<string, unknown>)[key], slot, depth + 1, `${pointer}/${key}`, found);
  }
};

/** Every reference in the data of an event of that type, in the order of its schema. */
export const referencesOf = (type: EventType, data: unknown): Reference[] => {
  const found: Reference[] = [];
  for (const slot of slotsFor(type)) collect(data, slot, 0, "/data", found);
  return found;
};
