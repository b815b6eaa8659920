/**
 * Whose token it is that comes with a request. A look-up compares hashes: its time may tell how near the hash
 * of a guess comes to one that is kept, and that leads nobody to a token, since none can be made from its hash. Whether a token has expired,
 * D1 says by its own clock.
 */
import type { MeteredDatabase, Row } from "./d1.ts";
import { type Role, roleOf, type TokenKind, tokenIdOf } from "./token.ts";

/** Whose token it was that came with a request; `tokenHash` is its SHA-256. `signedInAt`: of a session, when its editor signed in. */
export type SignedIn = {
  editor: string;
  role: Role;
  kind: TokenKind;
  tokenId: string;
  tokenHash: string;
  signedInAt?: string | undefined;
};

/** A token of a kind, by its SHA-256. */
export type TokenSought = { tokenHash: string; kind: TokenKind };

/** What a token has to be to be good. */
export const isGood = "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))";

/** Looks up whose token that is: at most one row. */
const selectToken = ({ sql }: MeteredDatabase, { tokenHash, kind }: TokenSought): D1PreparedStatement =>
  sql(`SELECT editor, role, signed_in_at FROM tokens WHERE hash = ?1 AND kind = ?2 AND ${isGood}`, tokenHash, kind);

/** Looks up the editor who may record by that token, by its SHA-256: at most one row. */
export const selectWriter = ({ sql }: MeteredDatabase, tokenHash: string): D1PreparedStatement =>
  sql(`SELECT editor FROM tokens WHERE hash = ?1 AND kind <> 'link' AND role <> 'contributor' AND ${isGood}`, tokenHash);

/** Looks up whose token that is, contributors' included, who may have it told what would be recorded: at most one row. */
export const selectRehearser = ({ sql }: MeteredDatabase, tokenHash: string): D1PreparedStatement =>
  sql(`SELECT editor FROM tokens WHERE hash = ?1 AND kind <> 'link' AND ${isGood}`, tokenHash);

/** Whether somebody of that name can sign in, or will be able to. */
export const isKnownEditor = async ({ batch, sql }: MeteredDatabase, editor: string): Promise<boolean> => {
  const [rows = []] = await batch(sql(`SELECT 1 FROM tokens WHERE editor = ?1 AND ${isGood} LIMIT 1`, editor));
  return rows.length > 0;
};

/** Statements that read what their asker may read, the token's holder in each row of the first: none of its rows where the token is not good. */
export type ReadByToken = (sought: TokenSought) => readonly D1PreparedStatement[];

/**
 * Whose token that is, with the rows that were read by it; undefined where it is nobody's, was revoked, has expired or is of another kind. One
 * round trip.
 */
export const signIn = async (
  d1: MeteredDatabase,
  sought: TokenSought,
  alongside: ReadByToken = () => [selectToken(d1, sought)],
): Promise<{ signedIn: SignedIn; rows: Row[][] } | undefined> => {
  const rows = await d1.batch(...alongside(sought));
  const [[found] = []] = rows;
  return found && { signedIn: signedInOf(found, sought), rows };
};

const signedInOf = ({ editor, role, signed_in_at }: Row, { tokenHash, kind }: TokenSought): SignedIn => ({
  editor: String(editor),
  role: roleOf(role),
  kind,
  tokenId: tokenIdOf(tokenHash),
  tokenHash,
  ...(typeof signed_in_at === "string" ? { signedInAt: signed_in_at } : {}),
});
