/** What a takedown leaves of the events that it erases. */
import { definitionOf, type LogEntry, type Remains } from "./registry.ts";

/** What is left of an event: its envelope. */
export const remainsOf = (entry: LogEntry): Remains => {
  const { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy } = entry;
  return { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy, takenDown: true };
};

/** The versions whose content the takedowns among these entries have erased. */
export const erasedBy = (entries: readonly { type: string; data?: unknown }[]): Set<number> =>
  new Set(
    entries.flatMap(({ type, data }) =>
      // `never` stands for the definition's own data: see `definitionOf`. A tombstone has none, and is never a takedown's.
      data === undefined ? [] : (definitionOf(type).amends?.erased?.(data as never) ?? []),
    ),
  );
