/** What stands in a database that has had all migrations: its tables, the columns that were added to them, its indexes, views and triggers. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plainSql, type SchemaObject } from "../store/schema.ts";

const folder = join(import.meta.dirname, "../migrations");

/** What stands there, and the table that it goes with. */
type Standing = SchemaObject & { table: string };

/** What a statement makes of what stands there; undefined where it does something else. */
const after = (standing: Standing[], sql: string): Standing[] | undefined => {
  const made = /^CREATE (?:UNIQUE |VIRTUAL )?(TABLE|INDEX|VIEW|TRIGGER) (?:IF NOT EXISTS )?(\w+)(?:[^(]*? ON (\w+))?/.exec(sql);
  if (made) {
    const [, type = "", name = "", table = name] = made;
    return [...standing, { type: type.toLowerCase(), name, table, ...(type === "TRIGGER" ? { sql } : {}) }];
  }
  const [, added, column] = /^ALTER TABLE (\w+) ADD (?:COLUMN )?(\w+)/.exec(sql) ?? [];
  if (added) return [...standing, { type: "column", name: `${added}.${column}`, table: added }];
  const [, gone] = /^DROP (?:TABLE|INDEX|VIEW|TRIGGER) (?:IF EXISTS )?(\w+)/.exec(sql) ?? [];
  // With a table goes what belongs to it.
  if (gone) return standing.filter(({ name, table }) => name !== gone && table !== gone);
  const [, from, to = ""] = /^ALTER TABLE (\w+) RENAME TO (\w+)/.exec(sql) ?? [];
  if (from)
    return standing.map((one) => {
      const name = one.name === from ? to : one.name.replace(new RegExp(`^${from}\\.`), `${to}.`);
      return one.table === from ? { ...one, name, table: to } : one;
    });
  if (/^ALTER TABLE \w+ (?:RENAME|DROP)/.test(sql)) throw new Error(`Not foreseen in a migration: ${sql}`);
  return undefined;
};

/** What stands there after these migrations, by name. A test holds it to what a database says of itself. */
export const schemaAfter = (migrations: readonly string[]): SchemaObject[] =>
  migrations
    // A trigger has a statement inside, and ends with END.
    .flatMap((text) => plainSql(text).match(/ ?CREATE TRIGGER .*? END(?=;)|[^;]+/g) ?? [])
    .reduce<Standing[]>((standing, sql) => after(standing, sql.trim()) ?? standing, [])
    .map(({ table: _, ...one }) => one)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** What stands there after the migrations of this checkout. */
export const newestSchema = (): SchemaObject[] =>
  schemaAfter(
    readdirSync(folder)
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8")),
  );
