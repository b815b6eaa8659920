/** The references of an event's data, read from its schema: which slugs it introduces and which it names. */
import type { EventType } from "./registry.ts";
import { type Slot, slotsBy, under, visit } from "./slots.ts";
import type { ReferenceKind } from "./values.ts";

/** One reference found in an event: what it names, where it stands (RFC 6901), and whether it introduces it. */
export type Reference = { kind: ReferenceKind; name: string | number; pointer: string; introduces: boolean };

type Referring = Pick<Reference, "kind" | "introduces">;

const slotsFor = slotsBy((meta): Referring | undefined => {
  const introduced = meta["x-introduces"];
  const kind = (introduced ?? meta["x-refers-to"]) as ReferenceKind | undefined;
  return kind && { kind, introduces: introduced !== undefined };
});

/** Calls `note` with each slug that the event introduces. Made for folds: no work where its type introduces nothing. */
export const eachIntroduced = (
  { type, data }: { type: EventType; data: unknown },
  note: (kind: Exclude<ReferenceKind, "version">, slug: string) => void,
): void => {
  // An introduction is a field of the data itself, and never of a version: `introduces` takes no such kind.
  for (const { mark, path } of slotsFor(type)) {
    const { kind, introduces } = mark;
    if (introduces && kind !== "version") note(kind, (data as Record<string, string>)[path[0] ?? ""] ?? "");
  }
};

/** Calls `note` with each name of a kind that the event refers to, as often as it stands there. Made for folds: it points nowhere. */
export const eachReferred = (
  { type, data }: { type: EventType; data: unknown },
  kind: ReferenceKind,
  note: (name: string) => void,
): void => {
  for (const { mark, path } of slotsFor(type))
    if (mark.kind === kind && !mark.introduces) visit(data, path, (name) => note(String(name)));
};

const collect = (value: unknown, slot: Slot<Referring>, depth: number, pointer: string, found: Reference[]): void => {
  if (value === undefined || value === null) return;
  const key = slot.path[depth];
  if (key === undefined) {
    // Of one or a list, this is the slot of one; the schema has vouched for the type of what stands in it.
    if (typeof value !== "object") found.push({ ...slot.mark, name: value as string | number, pointer });
    return;
  }
  for (const [name, item] of under(value, key)) collect(item, slot, depth + 1, `${pointer}/${name}`, found);
};

/** Every reference in the data of an event of that type, in the order of its schema. */
export const referencesOf = (type: EventType, data: unknown): Reference[] => {
  const found: Reference[] = [];
  for (const slot of slotsFor(type)) collect(data, slot, 0, "/data", found);
  return found;
};
