/**
 * A session at the desk as it comes with a request: a cookie that no script reads and no other site sends along with what writes, a token
 * against forgery that only pages of this origin know, and where the request says that it comes from.
 */
import type { Context } from "hono";
import { sha256, toBase64Url, utf8 } from "../../events/bytes.ts";
import type { App } from "../env.ts";
import { sessionSeconds } from "../store/sessions.ts";
import type { SignedIn } from "../store/sign-in.ts";

const name = "__Host-riposte";

/** `Set-Cookie` for this very host, by TLS, for all of it (RFC 6265bis, section 4.1.3): no script reads it. The name begins with `__Host-`. */
export const hostCookie = (name: `__Host-${string}`, value: string, seconds: number): string =>
  `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; Secure; SameSite=Lax`;

/** The header that scripts of the desk send the token against forgery by. */
export const forgeryHeader = "X-Riposte-Forgery";

/** The session's token that comes with a request; undefined where none does. */
export const sessionTokenOf = (c: Context<App>): string | undefined =>
  /(?:^|;\s*)__Host-riposte=([\w-]{1,200})(?:;|$)/.exec(c.req.header("Cookie") ?? "")?.[1];

/** `Set-Cookie` that keeps a session, as long as it lasts. */
export const sessionCookie = (token: string): string => hostCookie(name, token, sessionSeconds);

/** `Set-Cookie` that keeps none any more. */
export const noSessionCookie = hostCookie(name, "", 0);

/** Has an answer set a cookie, beside others. */
export const setCookie = (c: Context<App>, cookie: string): void => c.header("Set-Cookie", cookie, { append: true });

/** The token against forgery of a session: nothing is stored for it, and nobody finds the session's by it. */
export const forgeryTokenOf = async (session: string): Promise<string> => toBase64Url(await sha256(utf8(`forgery${session}`)));

/**
 * Whether a request says that it comes from a page of this origin. Browsers say so by `Sec-Fetch-Site`, which no script can set, or by
 * `Origin`, which is `null` where the page lets no referrer out.
 */
export const isFromHere = ({ req }: Context<App>): boolean => {
  const [origin, site] = [req.header("Origin"), req.header("Sec-Fetch-Site")];
  const isOwn = origin === new URL(req.url).origin;
  if (site !== undefined) return site === "same-origin" && (isOwn || origin === undefined || origin === "null");
  return isOwn;
};

/** Whether a request by a session's cookie may be somebody else's doing: it writes, and does not show that it comes from the desk. */
export const isForged = async (c: Context<App>, session: string, shown: string | undefined): Promise<boolean> => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return false;
  return !isFromHere(c) || shown !== (await forgeryTokenOf(session));
};

/** Says to all that handle the request who has signed in. */
export const setSignedIn = (c: Context<App>, { editor, role, kind, tokenId, tokenHash, signedInAt }: SignedIn): void => {
  c.set("editor", editor);
  c.set("role", role);
  c.set("tokenId", tokenId);
  c.set("tokenHash", tokenHash);
  c.set("kind", kind);
  c.set("signedInAt", signedInAt);
};

/** For how many milliseconds a sign-in is fresh. */
const freshness = 10 * 60 * 1_000;

/**
 * Whether somebody signed in within the last ten minutes: what cannot be undone wants it. Programs that send a token do not sign in, and
 * nobody leaves them open on a table.
 */
export const recentlySignedIn = ({ kind, signedInAt }: { kind: string; signedInAt?: string | undefined }): boolean =>
  kind === "token" || Date.parse(signedInAt ?? "") > Date.now() - freshness;
