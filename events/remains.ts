/** What a takedown leaves of the events that it erases. */
import { definitionOf, isTakenDown, type LogEntry, type Remains } from "./registry.ts";

/** What is left of an event: its envelope. */
export const remainsOf = (entry: LogEntry): Remains => {
  const { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy } = entry;
  return { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy, takenDown: true };
};

/** The versions whose content the takedowns among these entries have erased. */
export const erasedBy = (entries: readonly LogEntry[]): Set<number> => {
  const erased = new Set<number>();
  for (const entry of entries) {
    if (isTakenDown(entry)) continue;
    // `never` stands for the definition's own data: see `definitionOf`.
    for (const version of definitionOf(entry.type).editorial?.erased?.(entry.data as never) ?? []) erased.add(version);
  }
  return erased;
};
