/** Who may write: tokens are added, listed and revoked. They are kept as SHA-256 alone: whoever reads the database learns none of them. */
import { hashOfText } from "../../events/bytes.ts";
import type { MeteredDatabase, Row } from "./d1.ts";
import { type ListedToken, type Role, roleOf, type TokenHolder, tokenIdOf, tokenKinds } from "./token.ts";

/** The statements, their parameters by number: the Worker binds them, the scripts write them out. */
export const tokenStatements = {
  add: "INSERT INTO tokens (hash, editor, role, expires_at, added_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (hash) DO UPDATE SET role = excluded.role, expires_at = excluded.expires_at",
  list: "SELECT substr(hash, 1, 12) AS id, editor, role, kind, added_at, expires_at, revoked_at, signed_in_at, label FROM tokens ORDER BY added_at, hash",
  // Every hash that begins with these digits: `g` comes after the last of them. The sessions that were begun by it go with it, and what those scheduled.
  revoke:
    "UPDATE tokens SET revoked_at = ?2 WHERE revoked_at IS NULL AND (hash BETWEEN ?1 AND ?1 || 'g' OR signed_in_by BETWEEN ?1 AND ?1 || 'g' OR signed_in_by IN (SELECT hash FROM tokens AS begun WHERE begun.signed_in_by BETWEEN ?1 AND ?1 || 'g')) RETURNING editor, hash",
};

/** What `statements.add` takes: a token that was never added is added, one that was gets that role and expiry. */
export const newTokenValues = async (token: string, { editor, role, expiresAt }: TokenHolder, now: string) => {
  const expires = expiresAt === undefined ? null : new Date(expiresAt).toISOString();
  return [await hashOfText(token), editor, role, expires, now] as const;
};

/** Lets somebody in by a token, and answers with the token as it is listed from now on. */
export const addToken = async (d1: MeteredDatabase, token: string, bearer: TokenHolder): Promise<ListedToken> => {
  const values = await newTokenValues(token, bearer, new Date().toISOString());
  await d1.batch(d1.sql(tokenStatements.add, ...values));
  const [hash, editor, role, expiresAt, addedAt] = values;
  return { id: tokenIdOf(hash), editor, role, kind: "token", addedAt, ...(expiresAt === null ? {} : { expiresAt }) };
};

/** Every token that is kept, oldest first. */
export const listTokens = async (d1: MeteredDatabase): Promise<ListedToken[]> => {
  const [rows = []] = await d1.batch(d1.sql(tokenStatements.list));
  return rows.map(listedTokenOf);
};

/** Gives somebody another role, by whatever they sign in; answers whether there is anybody of that name who may. */
export const changeRole = async (d1: MeteredDatabase, editor: string, role: Role): Promise<boolean> => {
  const change = "UPDATE tokens SET role = ?2 WHERE editor = ?1 AND revoked_at IS NULL RETURNING hash";
  const [rows = []] = await d1.batch(d1.sql(change, editor, role));
  return rows.length > 0;
};

/** A row of `statements.list`. */
export const listedTokenOf = (row: Row): ListedToken => ({
  id: String(row.id),
  editor: String(row.editor),
  role: roleOf(row.role),
  kind: tokenKinds.find((kind) => kind === row.kind) ?? "token",
  addedAt: String(row.added_at),
  ...(typeof row.expires_at === "string" ? { expiresAt: row.expires_at } : {}),
  ...(typeof row.revoked_at === "string" ? { revokedAt: row.revoked_at } : {}),
  ...(typeof row.signed_in_at === "string" ? { signedInAt: row.signed_in_at } : {}),
  ...(typeof row.label === "string" ? { label: row.label } : {}),
});

/** Revokes the token of that id from now on; answers whether there was one that was not revoked yet. */
export const revokeToken = async (d1: MeteredDatabase, id: string): Promise<boolean> => {
  const [rows = []] = await d1.batch(d1.sql(tokenStatements.revoke, id, new Date().toISOString()));
  return rows.length > 0;
};
