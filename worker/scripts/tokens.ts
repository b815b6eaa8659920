/** Editors' tokens in a database: added, listed, revoked; and the links by which people sign in. */
import { listedTokenOf, newTokenValues, tokenStatements } from "../store/editors.ts";
import { linkStatement, linkValues } from "../store/sessions.ts";
import { newToken, type TokenHolder, tokenHolder, tokenId } from "../store/token.ts";
import { applyMigrations, type DatabasePlace, queryDatabase } from "./wrangler.ts";

/**
 * Lets an editor in by a token. Only its SHA-256 is kept. Added again, it gets the role and the expiry that are given now. A local database
 * that cannot take it gets its tables first.
 */
export const addToken = async (place: DatabasePlace, token: string, given: TokenHolder): Promise<void> => {
  const values = await newTokenValues(token, checked(given), new Date().toISOString());
  insert(place, tokenStatements.add, values);
};

/** Makes a link by which somebody signs in, once, at the desk of the Riposte at that address. Only the SHA-256 of its code is kept. */
export const addLink = async (place: DatabasePlace, url: string, given: TokenHolder): Promise<string> => {
  const code = newToken();
  insert(place, linkStatement, await linkValues(code, checked(given)));
  return new URL(`/desk/sign-in?${new URLSearchParams({ code })}`, url).href;
};

const checked = (given: TokenHolder): TokenHolder => {
  const parsed = tokenHolder.safeParse(given);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"));
  return parsed.data;
};

const insert = (place: DatabasePlace, statement: string, values: readonly (string | null)[]): void => {
  const add = () => queryDatabase(place, statement, ...values);
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
