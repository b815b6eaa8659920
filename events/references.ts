/** The references of an event's data, read from its schema: which slugs it introduces and which it names. */
import type * as z from "zod";
import type { EventType } from "./registry.ts";
import { definitionOf } from "./registry.ts";
import type { ReferenceKind } from "./values.ts";

/** One reference found in an event: what it names, where it stands (RFC 6901), and whether it introduces it. */
export type Reference = { kind: ReferenceKind; name: string | number; pointer: string; introduces: boolean };

type Slot = { kind: ReferenceKind; path: string[]; introduces: boolean };
const each = "*";

const inner = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { def } = (schema as z.ZodType)._zod;
  return def.type === "optional" ? inner((def as z.core.$ZodOptionalDef).innerType) : schema;
};

const slotsOf = (outer: z.core.$ZodType, path: string[]): Slot[] => {
  const schema = inner(outer) as z.ZodType;
  const meta = schema.meta?.() as Record<string, ReferenceKind> | undefined;
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
  const known = slots.get(type) ?? slotsOf(definitionOf(type).data, []);
  slots.set(type, known);
  return known;
};

const introductions = new Map<EventType, Slot[]>();

/** Calls `note` with each slug that the event introduces. Made for folds: no work where its type introduces nothing. */
export const eachIntroduced = (
  { type, data }: { type: EventType; data: unknown },
  note: (kind: Exclude<ReferenceKind, "version">, slug: string) => void,
): void => {
  const own = introductions.get(type) ?? slotsFor(type).filter(({ introduces }) => introduces);
  introductions.set(type, own);
  // An introduction is a field of the data itself, and never of a version: `introduces` takes no such kind.
  for (const { kind, path } of own) if (kind !== "version") note(kind, (data as Record<string, string>)[path[0] ?? ""] ?? "");
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
