/** Who may write. Tokens are kept as SHA-256 alone: whoever reads the database learns none of them. */
import type { Meter } from "./d1.ts";

/** SHA-256 of a token, in hexadecimal. */
export const hashOfToken = async (token: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** The editor whose token this is; undefined where nobody's, or revoked. One round trip, one row. */
export const editorOf = async (d1: Meter, token: string): Promise<string | undefined> => {
  const [rows = []] = await d1.ask(
    d1.sql("SELECT editor FROM tokens WHERE hash = ?1 AND revoked_at IS NULL", await hashOfToken(token)),
  );
  const editor = rows[0]?.editor;
  return typeof editor === "string" ? editor : undefined;
};
