/** Tokens that were added before there were sessions: they stay good, and what guards the log stays where it was. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "../../../worker/migrations");
const migrations = readdirSync(folder).sort();
const apply = (db: DatabaseSync, files: readonly string[]) => {
  for (const file of files) db.exec(readFileSync(join(folder, file), "utf8"));
};

it("keeps each token with its role and its end, and refuses those that are good no more as before", () => {
  const db = new DatabaseSync(":memory:");
  const since = migrations.indexOf("0011_sessions.sql");
  apply(db, migrations.slice(0, since));
  db.exec(`INSERT INTO tokens (hash, editor, role, added_at, expires_at, revoked_at) VALUES
    ('a', 'ada', 'editor', '2025-01-01', NULL, NULL), ('p', 'pia', 'publisher', '2025-01-02', '2999-01-01T00:00:00.000Z', NULL),
    ('r', 'ray', 'editor', '2025-01-03', NULL, '2025-01-04')`);
  apply(db, migrations.slice(since));
  const kept = db.prepare(
    "SELECT hash, editor, role, kind, added_at, expires_at, revoked_at, signed_in_at FROM tokens ORDER BY hash",
  );
  const common = { kind: "token", expires_at: null, revoked_at: null, signed_in_at: null };
  expect(kept.all().map((row) => ({ ...row }))).toEqual([
    { ...common, hash: "a", editor: "ada", role: "editor", added_at: "2025-01-01" },
    { ...common, hash: "p", editor: "pia", role: "publisher", added_at: "2025-01-02", expires_at: "2999-01-01T00:00:00.000Z" },
    { ...common, hash: "r", editor: "ray", role: "editor", added_at: "2025-01-03", revoked_at: "2025-01-04" },
  ]);
  const guard = (token: string) => db.prepare("INSERT INTO write_guards (token) VALUES (?)").run(token);
  expect(() => guard("a")).not.toThrow();
  for (const token of ["r", "nobody"]) expect(() => guard(token)).toThrow("riposte: token refused");
});
