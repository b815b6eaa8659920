/** What a takedown leaves of the events that it erases. */
import { definitionOf, isTakenDown, type LogEntry, type Remains } from "./registry.ts";

/** What is left of an event: its envelope. */
export const remainsOf = (entry: LogEntry): Remains => {
  const { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy } = entry;
  return { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy, takenDown: true };
};

/** The versions whose content the takedowns among these entries have erased. */
export const erasedBy = (entries: readonly { type: string; data?: unknown }[]): Set<number> =>
  new Set(
    entries.flatMap(({ type, data }) =>
      // `never` stands for the definition's own data: see `definitionOf`. A tombstone has none.
      data === undefined ? [] : (definitionOf(type).amends?.erased?.(data as never) ?? []),
    ),
  );

/** Whether it is a takedown, whatever is left of it. */
export const isTakedown = ({ type }: Pick<LogEntry, "type">): boolean => definitionOf(type).amends?.kind === "taken-down";

/**
 * What takedowns took down that were themselves taken down since, by their versions. A takedown of a takedown lists what that one had
 * erased after it, so that who took it down, and when, can still be told.
 */
export const targetsOfErasedTakedowns = (log: readonly LogEntry[]): ReadonlyMap<number, number> => {
  const targets = new Map<number, number>();
  for (const entry of log) {
    if (isTakenDown(entry) || !isTakedown(entry)) continue;
    const erased = [...erasedBy([entry])];
    for (const [index, version] of erased.entries()) {
      const takedown = log[version - 1];
      const target = erased[index + 1];
      if (!takedown || !isTakedown(takedown)) break;
      if (target !== undefined) targets.set(version, target);
    }
  }
  return targets;
};
