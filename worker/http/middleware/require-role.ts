/** Lets those alone through who may: `Authorization: Bearer` and a token (RFC 6750). */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { hashOfText } from "../../../events/bytes.ts";
import type { App } from "../../env.ts";
import { signIn } from "../../store/sign-in.ts";
import { type Role, roleAllows } from "../../store/token.ts";
import { answerProblem } from "../problem.ts";
import { answerIfTooMany, networkOfAddress } from "./rate-limits.ts";
import { forgetToken, recallToken, rememberToken } from "./remembered-tokens.ts";

const bearer = /^Bearer +([\w.~+/-]{1,200}=*)$/i;

/** What is read in the trip that looks up a token, where D1 has to be asked for it. */
export type Alongside = (c: Context<App>) => D1PreparedStatement[];

/**
 * Lets those through whose token allows what that role may do, and says who they are. A failed sign-in is counted against its address, and
 * nothing else is: a good token passes from an address that has failed too often, since a whole office may share it.
 *
 * `alongside`: the handler asks D1 for the token in the transaction in which it writes, and sets `isConfirmed` by what D1 said. Whose token
 * it is, is remembered then; of an answer that D1 has not confirmed, it is asked before the answer is given.
 */
export const requireRole = (wanted: Role, alongside?: Alongside) =>
  createMiddleware<App>(async (c, next) => {
    const header = c.req.header("Authorization");
    const token = header === undefined ? undefined : bearer.exec(header)?.[1];
    if (header === undefined || token === undefined) return header === undefined ? unauthorized(c) : failed(c, header);
    const tokenHash = await hashOfText(token);
    const remembered = alongside && recallToken(tokenHash);
    const found = remembered ? { signedIn: remembered, rows: [] } : await signIn(c.var.d1, tokenHash, alongside?.(c));
    if (!found) return failed(c, header);
    const { signedIn, rows } = found;
    const { editor, role, tokenId } = signedIn;
    const limited = await answerIfTooMany(
      c,
      "EDITOR_REQUESTS",
      editor,
      "You are sending more than anybody writes. Wait a moment.",
    );
    if (limited) return limited;
    if (!roleAllows(role, wanted)) return forbidden(c, wanted);
    c.set("editor", editor);
    c.set("role", role);
    c.set("tokenId", tokenId);
    c.set("tokenHash", tokenHash);
    c.set("alongside", rows);
    if (!alongside) return next();
    rememberToken(signedIn);
    c.set("isConfirmed", remembered ? undefined : true);
    await next();
    if (c.error) return undefined;
    const isGood = c.var.isConfirmed ?? (await signIn(c.var.d1, tokenHash)) !== undefined;
    if (isGood) return undefined;
    forgetToken(tokenHash);
    c.res = undefined;
    c.res = await failed(c, header);
    return undefined;
  });

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
