/** What the database consists of, by its own account. */
import type { MeteredDatabase } from "./d1.ts";

/** A table, an index, a view or a trigger. */
export type SchemaObject = { type: string; name: string };

/** Which of these the database has not, in one round trip: a row read for each thing that it has. */
export const readMissing = async ({ batch, sql }: MeteredDatabase, wanted: readonly SchemaObject[]): Promise<SchemaObject[]> => {
  const [rows = []] = await batch(sql("SELECT type, name FROM sqlite_master"));
  const standing = new Set(rows.map(({ type, name }) => `${type} ${name}`));
  return wanted.filter(({ type, name }) => !standing.has(`${type} ${name}`));
};
