/** Sessions at the desk, and the links that people sign in by, once: tokens of their own kinds. */
import { hashOfText } from "../../events/bytes.ts";
import type { MeteredDatabase } from "./d1.ts";
import { isGood } from "./sign-in.ts";
import { newToken, type Role, roleOf, type TokenKind } from "./token.ts";

/** How long a session lasts, in seconds. */
export const sessionSeconds = 12 * 60 * 60;
/** How long a link can be signed in by, in seconds. */
const linkSeconds = 24 * 60 * 60;

const later = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

/** The statements that scripts write out too, their parameters by number. */
export const linkStatement =
  "INSERT INTO tokens (hash, editor, role, kind, expires_at, added_at) VALUES (?1, ?2, ?3, 'link', ?4, ?5)";

/** What `linkStatement` takes, and when the link ends. */
export const linkValues = async (code: string, { editor, role }: { editor: string; role: Role }) =>
  [await hashOfText(code), editor, role, later(linkSeconds), new Date().toISOString()] as const;

/** Makes a link's code for somebody: whoever has it can sign in under that name, once, for a day. */
export const addLink = async (d1: MeteredDatabase, holder: { editor: string; role: Role }): Promise<string> => {
  const code = newToken();
  await d1.batch(d1.sql(linkStatement, ...(await linkValues(code, holder))));
  return code;
};

/** For whom a link or a token is good; undefined where it is for nobody. */
export const findHolder = async (
  d1: MeteredDatabase,
  secret: string,
  kind: TokenKind,
): Promise<{ editor: string; role: Role } | undefined> => {
  const [[found] = []] = await d1.batch(
    d1.sql(`SELECT editor, role FROM tokens WHERE hash = ?1 AND kind = ?2 AND ${isGood}`, await hashOfText(secret), kind),
  );
  return found && { editor: String(found.editor), role: roleOf(found.role) };
};

/** What somebody signs in by, in which browser, and the SHA-256 of the session that they leave for it. */
type Beginning = { by: string; kind: Exclude<TokenKind, "session">; label: string; leaving?: string | undefined };

/**
 * Begins a session by a link or a token; undefined where that is not good. A link is used up by it, in the same transaction: of two who come
 * at once, one gets a session. A session does not outlast the token that it was begun by.
 */
export const beginSession = async (d1: MeteredDatabase, { by, kind, label, leaving }: Beginning): Promise<string | undefined> => {
  const session = newToken();
  const [hash, sessionHash] = [await hashOfText(by), await hashOfText(session)];
  const now = new Date().toISOString();
  const until = kind === "token" ? "min(?4, coalesce(expires_at, ?4))" : "?4";
  const [begun = []] = await d1.batch(
    d1.sql(
      `INSERT INTO tokens (hash, editor, role, kind, added_at, signed_in_at, expires_at, label, signed_in_by)
      SELECT ?1, editor, role, 'session', ?3, ?3, ${until}, ?5, hash FROM tokens WHERE hash = ?2 AND kind = ?6 AND ${isGood} RETURNING hash`,
      sessionHash,
      hash,
      now,
      later(sessionSeconds),
      label,
      kind,
    ),
    d1.sql(
      "UPDATE tokens SET revoked_at = ?2, signed_in_at = ?2 WHERE hash = ?1 AND kind = 'link' AND revoked_at IS NULL",
      hash,
      now,
    ),
    d1.sql(
      "UPDATE tokens SET revoked_at = ?2 WHERE hash = ?1 AND kind = 'session' AND revoked_at IS NULL AND EXISTS (SELECT 1 FROM tokens WHERE hash = ?3)",
      leaving ?? "",
      now,
      sessionHash,
    ),
  );
  return begun.length > 0 ? session : undefined;
};

/** For how long one can see that a session or a link has been, in seconds. */
const keptSeconds = 30 * 24 * 60 * 60;

/** Erases the sessions and links that ended a month ago: who signed in where is nobody's business for longer. */
export const eraseOldSessions = async (d1: MeteredDatabase): Promise<void> => {
  await d1.batch(d1.sql("DELETE FROM tokens WHERE kind <> 'token' AND expires_at < ?1", later(-keptSeconds)));
};

/** Ends the other sessions of whoever has this one. */
export const endOtherSessions = async (
  d1: MeteredDatabase,
  { editor, tokenHash }: { editor: string; tokenHash: string },
): Promise<void> => {
  await d1.batch(
    d1.sql(
      "UPDATE tokens SET revoked_at = ?3 WHERE editor = ?1 AND hash <> ?2 AND kind = 'session' AND revoked_at IS NULL",
      editor,
      tokenHash,
      new Date().toISOString(),
    ),
  );
};

/** Ends a session. */
export const endSession = async (d1: MeteredDatabase, tokenHash: string): Promise<void> => {
  await d1.batch(
    d1.sql(
      "UPDATE tokens SET revoked_at = ?2 WHERE hash = ?1 AND kind = 'session' AND revoked_at IS NULL",
      tokenHash,
      new Date().toISOString(),
    ),
  );
};
