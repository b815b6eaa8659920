/** Sealed logs. */
import type { Recorded, Seal } from "../../events/recorded.ts";
import { genesis, seal } from "../../events/seal.ts";

/** A salt that is another for every version. */
const saltOf = (version: number): string => (0xab00 + version).toString(16).repeat(8);

/** The events, each sealed after the one before it. */
export const sealed = async <Event extends Recorded>(log: readonly Event[]): Promise<(Event & { seal: Seal })[]> => {
  const events: (Event & { seal: Seal })[] = [];
  for (const event of log)
    events.push({ ...event, seal: await seal(event, saltOf(event.version), events.at(-1)?.seal.hash ?? genesis) });
  return events;
};

/** A way to an inner value, and the value. */
export type Leaf = { path: (string | number)[]; value: string | number | boolean | null };

/** Every value of a JSON value that has none inside. */
export const leavesOf = (value: unknown, path: (string | number)[] = []): Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
  return value === undefined ? [] : [{ path, value: value as Leaf["value"] }];
};

/** A copy with what `change` makes of the value at the path. */
export const changedAt = <Value>(
  value: Value,
  path: readonly (string | number)[],
  change: (value: unknown) => unknown,
): Value => {
  const [step, ...rest] = path;
  // A copy of the same shape, but for what `change` makes of it: which is what a forger would do.
  if (step === undefined) return change(value) as Value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  copy[step] = changedAt(copy[step], rest, change);
  return copy as Value;
};
