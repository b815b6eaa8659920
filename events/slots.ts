/** Where values of some kind stand in the data of events, read from the schemas: what is marked there is found in every type. */
import * as z from "zod/mini";
import { definitionOf, type EventType } from "./registry.ts";

/** A place in an event's data: the way to it, `each` for every item of a list or member of a record, and what its schema is marked as. */
export type Slot<Mark> = { mark: Mark; path: readonly string[] };
const each = "*";

type Meta = Readonly<Record<string, unknown>>;

const inner = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { def } = schema._zod;
  return def.type === "optional" || def.type === "nullable" ? inner((def as z.core.$ZodOptionalDef).innerType) : schema;
};

/** Finds the slots of a type, in the order of its schema; it looks once. `markOf` says by a schema's metadata what it is marked as. */
export const slotsBy = <Mark>(markOf: (meta: Meta) => Mark | undefined): ((type: EventType) => readonly Slot<Mark>[]) => {
  const slotsOf = (outer: z.core.$ZodType, path: readonly string[]): Slot<Mark>[] => {
    const schema = inner(outer);
    const mark = markOf(z.globalRegistry.get(schema) ?? {});
    if (mark !== undefined) return [{ mark, path }];
    const { def } = schema._zod;
    if (def.type === "array") return slotsOf((def as z.core.$ZodArrayDef).element, [...path, each]);
    if (def.type === "record") return slotsOf((def as z.core.$ZodRecordDef).valueType, [...path, each]);
    // One or a list of the same: whichever a value is, the other slot finds nothing in it.
    if (def.type === "union") return (def as z.core.$ZodUnionDef).options.flatMap((option) => slotsOf(option, path));
    if (def.type !== "object") return [];
    return Object.entries((def as z.core.$ZodObjectDef).shape).flatMap(([key, field]) => slotsOf(field, [...path, key]));
  };
  const known = new Map<EventType, Slot<Mark>[]>();
  return (type) => {
    const found = known.get(type) ?? slotsOf(definitionOf(type).data, []);
    known.set(type, found);
    return found;
  };
};

/** What stands under a key of a value, with its own key: nothing where the value is of another shape. */
export const under = (value: unknown, key: string): [key: string, value: unknown][] => {
  if (typeof value !== "object" || value === null) return [];
  if (key === each) return Object.entries(value);
  return Array.isArray(value) ? [] : [[key, (value as Record<string, unknown>)[key]]];
};

/** Calls `note` with each value at the end of a path. Made for folds: it points nowhere. */
export const visit = (value: unknown, path: readonly string[], note: (value: unknown) => void, depth = 0): void => {
  if (value === undefined || value === null) return;
  const key = path[depth];
  if (key === undefined) {
    // Of one or a list, this is the slot of one.
    if (typeof value !== "object") note(value);
  } else if (key !== each) {
    if (!Array.isArray(value)) visit((value as Record<string, unknown>)[key], path, note, depth + 1);
  } else for (const [, item] of under(value, key)) visit(item, path, note, depth + 1);
};
