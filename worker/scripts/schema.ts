/** What stands in a database that has had all migrations: its tables, indexes, views and triggers. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SchemaObject } from "../store/schema.ts";

const folder = join(import.meta.dirname, "../migrations");

/** The statements that make or unmake something, in order: what they do, to what, by what name, and where it belongs or what it is called then. */
const statement =
  /\b(CREATE|DROP)\s+(?:UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?"?(\w+)"?(?:[^;(]*?\bON\s+"?(\w+)"?)?|\bALTER\s+TABLE\s+"?(\w+)"?\s+RENAME\s+TO\s+"?(\w+)"?/gi;

/** What stands there after these migrations, by name. A test holds it to what a database says of itself. */
export const schemaAfter = (migrations: readonly string[]): SchemaObject[] => {
  let standing: (SchemaObject & { table: string })[] = [];
  for (const [, action, type, name = "", table = name, before, after = ""] of migrations
    .map((text) => text.replaceAll(/--.*$/gm, ""))
    .flatMap((text) => [...text.matchAll(statement)])) {
    if (before !== undefined)
      standing = standing.map((one) => ({
        ...one,
        name: one.type === "table" && one.name === before ? after : one.name,
        table: one.table === before ? after : one.table,
      }));
    else if (action?.toUpperCase() === "CREATE") standing.push({ type: (type ?? "").toLowerCase(), name, table });
    // With a table goes what belongs to it.
    else standing = standing.filter((one) => one.name !== name && one.table !== name);
  }
  return standing.map(({ type, name }) => ({ type, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** What stands there after the migrations of this checkout. */
export const newestSchema = (): SchemaObject[] =>
  schemaAfter(
    readdirSync(folder)
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8")),
  );
