/** Editors' tokens in a database: made, listed, revoked. */
import { text } from "../../events/values.ts";
import { hashOfToken } from "../store/editors.ts";
import { literal, type Place, query } from "./wrangler.ts";

/** An editor's name: what readers see at `recordedBy`. */
const editorName = text(80);

/** A new token: 32 random bytes. */
export const newToken = (): string => `riposte_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url")}`;

/** Lets an editor in by a token. Only its SHA-256 is kept. Adding it twice changes nothing. */
export const addToken = async (place: Place, editor: string, token: string): Promise<void> => {
  const name = editorName.safeParse(editor);
  if (!name.success) throw new Error(`An editor's name ${name.error.issues[0]?.message ?? "is not right"}.`);
  const values = [await hashOfToken(token), name.data, new Date().toISOString()].map(literal).join(", ");
  query(place, `INSERT INTO tokens (hash, editor, added_at) VALUES (${values}) ON CONFLICT (hash) DO NOTHING`);
};

/** A token as it is listed: by the first 12 digits of its hash. */
export type ListedToken = { id: string; editor: string; added_at: string; revoked_at: string | null };

/** Every token, oldest first. */
export const listTokens = (place: Place): ListedToken[] =>
  // The columns that the statement names.
  query(place, "SELECT substr(hash, 1, 12) AS id, editor, added_at, revoked_at FROM tokens ORDER BY added_at") as ListedToken[];

/** Revokes a token from now on; answers whether there was one to revoke. */
export const revokeToken = (place: Place, id: string): boolean => {
  if (!/^[0-9a-f]{12}$/.test(id)) throw new Error("A token's id is the 12 digits that `list` shows.");
  const now = literal(new Date().toISOString());
  const where = `substr(hash, 1, 12) = ${literal(id)} AND revoked_at IS NULL`;
  return query(place, `UPDATE tokens SET revoked_at = ${now} WHERE ${where} RETURNING editor`).length > 0;
};
