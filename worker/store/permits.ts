/**
 * What a scheduled draft is posted by: a session of its editor's that no browser has. It is listed with the others, loses its role with them, is
 * revoked with what it was begun by, and the log's own guard asks for it. Nobody knows the token that its hash would be of.
 */
import { toHex } from "../../events/bytes.ts";
import type { MeteredDatabase } from "./d1.ts";
import { isGood } from "./sign-in.ts";

/** A hash of no token. */
export const newPermit = (): string => toHex(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Gives a draft its permit, by the token of whoever schedules or records it, until a day after it is due; where a program's token ends before,
 * until then. Nothing is given where that draft has no such permit.
 */
export const insertPermit = (
  { sql }: MeteredDatabase,
  { permit, tokenHash, dueAt }: { permit: string; tokenHash: string; dueAt: string },
): D1PreparedStatement =>
  sql(
    `INSERT INTO tokens (hash, editor, role, kind, added_at, signed_in_at, expires_at, label, signed_in_by)
    SELECT ?1, editor, role, 'session', ?3, ?3, min(?4, coalesce(iif(kind = 'token', expires_at, NULL), ?4), coalesce(
      (SELECT expires_at FROM tokens AS roots WHERE roots.hash = tokens.signed_in_by AND roots.kind = 'token'), ?4)), ?5, hash
    FROM tokens WHERE hash = ?2 AND ${isGood} AND EXISTS (SELECT 1 FROM drafts WHERE permit = ?1 AND state IN ('scheduled', 'recording'))`,
    permit,
    tokenHash,
    new Date().toISOString(),
    new Date(Date.parse(dueAt) + 24 * 60 * 60 * 1_000).toISOString(),
    `Riposte, ${dueAt.slice(0, 16).replace("T", " ")} UTC`,
  );

/** Ends a permit. */
export const deletePermit = ({ sql }: MeteredDatabase, permit: string): D1PreparedStatement =>
  sql("DELETE FROM tokens WHERE hash = ?1 AND kind = 'session' AND NOT EXISTS (SELECT 1 FROM drafts WHERE permit = ?1)", permit);
