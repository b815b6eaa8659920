/**
 * Whose token it is that comes with a request. A look-up compares hashes: its time may tell how near the hash
 * of a guess comes to one that is kept, and that leads nobody to a token, since none can be made from its hash. Whether a token has expired,
 * D1 says by its own clock.
 */
import { type MeteredDatabase, type Row, TokenRefused } from "./d1.ts";
import { type Role, roleOf, tokenIdOf } from "./token.ts";
import { guardToken } from "./write-guards.ts";

/** Whose token it was that came with a request; `tokenHash` is its SHA-256. */
export type SignedIn = { editor: string; role: Role; tokenId: string; tokenHash: string };

/** Looks up whose token that is, by its SHA-256: at most one row. */
export const selectToken = ({ sql }: MeteredDatabase, tokenHash: string): D1PreparedStatement =>
  sql(
    `SELECT editor, role FROM tokens WHERE hash = ?1 AND revoked_at IS NULL
    AND (expires_at IS NULL OR expires_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
    tokenHash,
  );

/**
 * Whose token that is, with the rows that were read alongside; undefined where it is nobody's, was revoked or has expired: nothing is read
 * alongside then. One round trip.
 */
export const signIn = async (
  d1: MeteredDatabase,
  tokenHash: string,
  alongside: readonly D1PreparedStatement[] = [],
): Promise<{ signedIn: SignedIn; rows: Row[][] } | undefined> => {
  const guards = alongside.length > 0 ? [guardToken(d1, tokenHash)] : [];
  try {
    const answers = await d1.batch(...guards, selectToken(d1, tokenHash), ...alongside);
    const [[found] = [], ...rows] = answers.slice(guards.length);
    return found && { signedIn: signedInOf(found, tokenHash), rows };
  } catch (error) {
    if (error instanceof TokenRefused) return undefined;
    throw error;
  }
};

const signedInOf = ({ editor, role }: Row, tokenHash: string): SignedIn => ({
  editor: String(editor),
  role: roleOf(role),
  tokenId: tokenIdOf(tokenHash),
  tokenHash,
});
