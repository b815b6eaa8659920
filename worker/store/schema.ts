/** What the database consists of, by its own account. */
import type { MeteredDatabase } from "./d1.ts";

/** A table, a column (`table.column`), an index, a view, or a trigger and its text. */
export type SchemaObject = { type: string; name: string; sql?: string | undefined };

/** SQL without comments, one space between two words. */
export const plainSql = (text: string): string => text.replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").trim();

/** Which of these the database has not, or not so, in one round trip: a row read for each table, column, index and trigger of it. */
export const readMissing = async ({ batch, sql }: MeteredDatabase, wanted: readonly SchemaObject[]): Promise<SchemaObject[]> => {
  const tables = new Set(wanted.flatMap(({ type, name }) => (type === "column" ? (name.split(".")[0] ?? []) : [])));
  const rows = await batch(
    sql("SELECT type, name, sql FROM sqlite_master"),
    sql(
      "SELECT 'column' AS type, t.value || '.' || c.name AS name FROM json_each(?1) AS t JOIN pragma_table_info(t.value) AS c",
      JSON.stringify([...tables]),
    ),
  );
  const standing = new Map(rows.flat().map(({ type, name, sql }) => [`${type} ${name}`, plainSql(String(sql))]));
  return wanted.filter((one) => {
    const text = standing.get(`${one.type} ${one.name}`);
    return text === undefined || (one.sql !== undefined && one.sql !== text);
  });
};
