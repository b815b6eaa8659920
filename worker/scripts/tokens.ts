/** Editors' tokens in a database: added, listed, revoked. */
import { listedOf, statements, valuesToAdd } from "../store/editors.ts";
import { type Bearer, bearer, tokenId } from "../store/token.ts";
import { migrate, type Place, query } from "./wrangler.ts";

/**
 * Lets an editor in by a token. Only its SHA-256 is kept. Added again, it gets the role and the expiry that are given now. A local database
 * that cannot take it gets its tables first.
 */
export const addToken = async (place: Place, token: string, given: Bearer): Promise<void> => {
  const parsed = bearer.safeParse(given);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"));
  const values = await valuesToAdd(token, parsed.data, new Date().toISOString());
  const add = () => query(place, statements.add, ...values);
  try {
    add();
  } catch (error) {
    if (place === "remote") throw error;
    migrate(place);
    add();
  }
};

/** Every token, oldest first. */
export const listTokens = (place: Place) => query(place, statements.list).map(listedOf);

/** Revokes a token from now on; answers whether there was one to revoke. */
export const revokeToken = (place: Place, id: string): boolean => {
  if (!tokenId.safeParse(id).success) throw new Error("A token's id is the 12 digits that `list` shows.");
  return query(place, statements.revoke, id, new Date().toISOString()).length > 0;
};
