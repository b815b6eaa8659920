/**
 * Whose token it is that comes with a request. A look-up compares hashes: its time may tell how near the hash
 * of a guess comes to one that is kept, and that leads nobody to a token, since none can be made from its hash. Whether a token has expired,
 * D1 says by its own clock.
 */
import type { MeteredDatabase, Row } from "./d1.ts";
import { isGoodToken, type Role, roleOf, tokenIdOf } from "./token.ts";

/** Whose token it was that came with a request; `tokenHash` is its SHA-256. */
export type SignedIn = { editor: string; role: Role; tokenId: string; tokenHash: string };

/** Looks up whose token that is, by its SHA-256: at most one row. */
export const selectToken = ({ sql }: MeteredDatabase, tokenHash: string): D1PreparedStatement =>
  sql(`SELECT editor, role FROM tokens AS t WHERE ${isGoodToken("?1")}`, tokenHash);

/** Statements that read what their asker may read, the token's holder in each row of the first: none of its rows where the token is not good. */
export type ReadByToken = (tokenHash: string) => readonly D1PreparedStatement[];

/**
 * Whose token that is, with the rows that were read by it; undefined where it is nobody's, was revoked or has expired. One round trip.
 */
export const signIn = async (
  d1: MeteredDatabase,
  tokenHash: string,
  alongside: ReadByToken = () => [selectToken(d1, tokenHash)],
): Promise<{ signedIn: SignedIn; rows: Row[][] } | undefined> => {
  const rows = await d1.batch(...alongside(tokenHash));
  const [[found] = []] = rows;
  return found && { signedIn: signedInOf(found, tokenHash), rows };
};

const signedInOf = ({ editor, role }: Row, tokenHash: string): SignedIn => ({
  editor: String(editor),
  role: roleOf(role),
  tokenId: tokenIdOf(tokenHash),
  tokenHash,
});
