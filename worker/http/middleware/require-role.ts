/** Lets those alone through who may: by `Authorization: Bearer` and a token (RFC 6750), or by the cookie of a session at the desk. */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { hashOfText } from "../../../events/bytes.ts";
import type { App, Entrance } from "../../env.ts";
import type { Row } from "../../store/d1.ts";
import { type ReadByToken, type SignedIn, signIn } from "../../store/sign-in.ts";
import { type Role, roleAllows, type TokenKind } from "../../store/token.ts";
import { answerProblem } from "../problem.ts";
import { forgeryHeader, isForged, recentlySignedIn, sessionTokenOf, setSignedIn } from "../session.ts";
import { answerIfTooMany, answerTooMany, countFailedSignIn } from "./rate-limits.ts";
import { forgetToken, recallToken, rememberToken } from "./remembered-tokens.ts";

const bearer = /^Bearer +([\w.~+/-]{1,200}=*)$/i;

/**
 * Lets those through whose token allows what that role may do, and says who they are. A failed sign-in is counted against its address, and
 * nothing else is: a good token passes from an address that has failed too often, since a whole office may share it.
 */
export const requireRole = (wanted: Role, { recently = false } = {}) =>
  createMiddleware<App>(async (c, next) => {
    const entrance = await entranceOf(c, wanted, () => undefined);
    if ("denied" in entrance) return entrance.denied;
    const entered = await entrance.enter();
    if ("denied" in entered) return entered.denied;
    if (recently && !recentlySignedIn(c.var)) return signInAgain(c);
    await next();
    keepFromCaches(c);
    return undefined;
  });

/**
 * The same, for a handler that says when: it enters by `c.var.entrance` when it knows what to read alongside, and confirms the token by what D1
 * said of it in the transaction that wrote. Whose token it is, is remembered; of an answer that D1 has not confirmed, it is asked before
 * the answer is given.
 */
export const requireRoleLate = (wanted: Role) =>
  createMiddleware<App>(async (c, next) => {
    const entrance = await entranceOf(c, wanted, recallToken);
    if ("denied" in entrance) return entrance.denied;
    c.set("entrance", entrance);
    await next();
    const denied = c.error ? undefined : await entrance.leave();
    keepFromCaches(c);
    if (!denied) return undefined;
    c.res = undefined;
    c.res = denied;
    return undefined;
  });

type Denied = { denied: Response };

/** What somebody in a browser is answered is theirs alone. */
const keepFromCaches = (c: Context<App>): void => {
  if (c.var.kind === "session") c.res.headers.set("Cache-Control", "no-store");
};

/** The token that comes with a request, and as what; undefined in either where it is none. */
const credentialOf = (c: Context<App>): { token?: string | undefined; kind: "token" | "session" } | undefined => {
  const header = c.req.header("Authorization");
  if (header !== undefined) return { token: bearer.exec(header)?.[1], kind: "token" };
  const session = sessionTokenOf(c);
  return session === undefined ? undefined : { token: session, kind: "session" };
};

const entranceOf = async (c: Context<App>, wanted: Role, recall: typeof recallToken): Promise<(Entrance & Leaving) | Denied> => {
  const credential = credentialOf(c);
  if (credential === undefined) return { denied: unauthorized(c) };
  const { token, kind } = credential;
  if (token === undefined) return { denied: await failed(c) };
  if (kind === "session" && (await isForged(c, token, c.req.header(forgeryHeader)))) return { denied: forged(c) };
  const tokenHash = await hashOfText(token);
  const known = recall(tokenHash);
  // Whose role was not enough may have another by now.
  const remembered = known?.kind === kind && roleAllows(known.role, wanted) ? known : undefined;
  // What D1 has said in this request, and whether the caller was let in, or told why not.
  let isGood: boolean | undefined;
  let hasEntered = false;
  let isRefused = false;
  const deny = async (): Promise<Denied> => {
    [isGood, hasEntered] = [false, true];
    forgetToken(tokenHash);
    return { denied: await failed(c) };
  };
  const admit = async (signedIn: SignedIn): Promise<Denied | undefined> => {
    if (hasEntered) return undefined;
    hasEntered = true;
    const { editor, role } = signedIn;
    const limited = await answerIfTooMany(
      c,
      "EDITOR_REQUESTS",
      editor,
      "You are sending more than anybody writes. Wait a moment.",
    );
    if (limited) return { denied: limited };
    if (!roleAllows(role, wanted)) return { denied: forbidden(c, wanted, kind) };
    setSignedIn(c, signedIn);
    return undefined;
  };
  const ask = async (alongside?: ReadByToken): Promise<Denied | { rows: Row[][] }> => {
    const found = await signIn(c.var.d1, { tokenHash, kind }, alongside);
    if (!found) return deny();
    isGood = true;
    rememberToken(found.signedIn);
    return (await admit(found.signedIn)) ?? { rows: found.rows };
  };
  return {
    isRemembered: remembered !== undefined,
    enter: async (alongside) => {
      if (hasEntered) return { rows: [] };
      return remembered ? ((await admit(remembered)) ?? { rows: [] }) : ask(alongside);
    },
    confirm: (good) => {
      isGood = good;
      isRefused = !good;
    },
    leave: async () => {
      if (isGood !== undefined && !isRefused) return undefined;
      const left = isRefused ? await deny() : await ask();
      return "denied" in left ? left.denied : undefined;
    },
  };
};

/** What the middleware does last. `leave`: the answer in place of the handler's, where the token is not good after all. */
type Leaving = { leave: () => Promise<Response | undefined> };

const challenge = 'Bearer realm="riposte"';

/** Nobody has signed in, or not by a token: RFC 6750, section 3, wants no error code then. */
const unauthorized = (c: Context<App>): Response =>
  answerProblem(c, "unauthorized", {
    detail: "Sign in: send Authorization: Bearer and your token.",
    headers: { "WWW-Authenticate": challenge },
  });

const failed = async (c: Context<App>): Promise<Response> => {
  const seconds = await countFailedSignIn(c);
  if (seconds !== undefined) return answerTooMany(c, "Too many tokens were tried from your address. Wait a minute.", seconds);
  const header = c.req.header("Authorization");
  if (header === undefined)
    return answerProblem(c, "unauthorized", {
      detail: "Your session has ended. Sign in at the desk, and send this again.",
      headers: { "WWW-Authenticate": challenge },
    });
  if (!/^Bearer\b/i.test(header)) return unauthorized(c);
  const error = `${challenge}, error="invalid_token", error_description="The token is not known, was revoked or has expired"`;
  const detail = "This token is not known, or no longer valid.";
  return answerProblem(c, "unauthorized", { detail, headers: { "WWW-Authenticate": error } });
};

const forbidden = (c: Context<App>, wanted: Role, kind: TokenKind): Response =>
  answerProblem(c, "forbidden", {
    detail: `Your ${kind} is good, but this takes ${wanted === "editor" ? "an" : "a"} ${wanted}'s.`,
    headers: { "WWW-Authenticate": `${challenge}, error="insufficient_scope", scope="${wanted}"` },
  });

const forged = (c: Context<App>): Response =>
  answerProblem(c, "forbidden", {
    code: "forged",
    detail: `Nothing shows that this comes from the desk: what is sent by its cookie carries ${forgeryHeader}, from this origin.`,
  });

const signInAgain = (c: Context<App>): Response =>
  answerProblem(c, "forbidden", {
    code: "sign-in-again",
    detail: "You signed in more than ten minutes ago. Sign in again, and send this again.",
  });
