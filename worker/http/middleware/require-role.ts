/** Lets those alone through who may: `Authorization: Bearer` and a token (RFC 6750). */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { hashOfText } from "../../../events/bytes.ts";
import type { App, Entrance } from "../../env.ts";
import type { Row } from "../../store/d1.ts";
import { type ReadByToken, type SignedIn, signIn } from "../../store/sign-in.ts";
import { type Role, roleAllows } from "../../store/token.ts";
import { answerProblem } from "../problem.ts";
import { answerIfTooMany, networkOfAddress } from "./rate-limits.ts";
import { forgetToken, recallToken, rememberToken } from "./remembered-tokens.ts";

const bearer = /^Bearer +([\w.~+/-]{1,200}=*)$/i;

/**
 * Lets those through whose token allows what that role may do, and says who they are. A failed sign-in is counted against its address, and
 * nothing else is: a good token passes from an address that has failed too often, since a whole office may share it.
 */
export const requireRole = (wanted: Role) =>
  createMiddleware<App>(async (c, next) => {
    const entrance = await entranceOf(c, wanted, () => undefined);
    if ("denied" in entrance) return entrance.denied;
    const entered = await entrance.enter();
    return "denied" in entered ? entered.denied : next();
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
    if (!denied) return undefined;
    c.res = undefined;
    c.res = denied;
    return undefined;
  });

type Denied = { denied: Response };

const entranceOf = async (c: Context<App>, wanted: Role, recall: typeof recallToken): Promise<(Entrance & Leaving) | Denied> => {
  const header = c.req.header("Authorization");
  const token = header === undefined ? undefined : bearer.exec(header)?.[1];
  if (header === undefined || token === undefined)
    return { denied: header === undefined ? unauthorized(c) : await failed(c, header) };
  const tokenHash = await hashOfText(token);
  const remembered = recall(tokenHash);
  // What D1 has said in this request, and whether the caller was let in, or told why not.
  let isGood: boolean | undefined;
  let hasEntered = false;
  let isRefused = false;
  const deny = async (): Promise<Denied> => {
    [isGood, hasEntered] = [false, true];
    forgetToken(tokenHash);
    return { denied: await failed(c, header) };
  };
  const admit = async (signedIn: SignedIn): Promise<Denied | undefined> => {
    if (hasEntered) return undefined;
    hasEntered = true;
    const { editor, role, tokenId } = signedIn;
    const limited = await answerIfTooMany(
      c,
      "EDITOR_REQUESTS",
      editor,
      "You are sending more than anybody writes. Wait a moment.",
    );
    if (limited) return { denied: limited };
    if (!roleAllows(role, wanted)) return { denied: forbidden(c, wanted) };
    c.set("editor", editor);
    c.set("role", role);
    c.set("tokenId", tokenId);
    c.set("tokenHash", tokenHash);
    return undefined;
  };
  const ask = async (alongside?: ReadByToken): Promise<Denied | { rows: Row[][] }> => {
    const found = await signIn(c.var.d1, tokenHash, alongside);
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

const failed = async (c: Context<App>, header: string): Promise<Response> => {
  const address = networkOfAddress(c.req.header("CF-Connecting-IP") ?? "");
  const limited = await answerIfTooMany(
    c,
    "FAILED_SIGN_INS",
    address,
    "Too many tokens were tried from your address. Wait a minute.",
  );
  if (limited) return limited;
  if (!/^Bearer\b/i.test(header)) return unauthorized(c);
  const error = `${challenge}, error="invalid_token", error_description="The token is not known, was revoked or has expired"`;
  const detail = "This token is not known, or no longer valid.";
  return answerProblem(c, "unauthorized", { detail, headers: { "WWW-Authenticate": error } });
};

const forbidden = (c: Context<App>, wanted: Role): Response =>
  answerProblem(c, "forbidden", {
    detail: `Your token is good, but this takes a ${wanted}'s.`,
    headers: { "WWW-Authenticate": `${challenge}, error="insufficient_scope", scope="${wanted}"` },
  });
