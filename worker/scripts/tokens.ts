/** Editors' tokens in a database: added, listed, revoked. */
import { listedTokenOf, newTokenValues, tokenStatements } from "../store/editors.ts";
import { type TokenHolder, tokenHolder, tokenId } from "../store/token.ts";
import { applyMigrations, type DatabasePlace, queryDatabase } from "./wrangler.ts";

/**
 * Lets an editor in by a token. Only its SHA-256 is kept. Added again, it gets the role and the expiry that are given now. A local database
 * that cannot take it gets its tables first.
 */
export const addToken = async (place: DatabasePlace, token: string, given: TokenHolder): Promise<void> => {
  const parsed = tokenHolder.safeParse(given);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"));
  const values = await newTokenValues(token, parsed.data, new Date().toISOString());
  const add = () => queryDatabase(place, tokenStatements.add, ...values);
  try {
    add();
  } catch (error) {
    if (place === "remote") throw error;
    applyMigrations(place);
    add();
  }
};

/** Every token, oldest first. */
export const listTokens = (place: DatabasePlace) => queryDatabase(place, tokenStatements.list).map(listedTokenOf);

/** Revokes a token from now on; answers whether there was one to revoke. */
export const revokeToken = (place: DatabasePlace, id: string): boolean => {
  if (!tokenId.safeParse(id).success) throw new Error("A token's id is the 12 digits that `list` shows.");
  return queryDatabase(place, tokenStatements.revoke, id, new Date().toISOString()).length > 0;
};
