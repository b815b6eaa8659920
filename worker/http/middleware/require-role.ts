/** Lets those alone through who may: `Authorization: Bearer` and a token (RFC 6750). */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { App } from "../../env.ts";
import { signIn } from "../../store/editors.ts";
import { type Role, roleAllows } from "../../store/token.ts";
import { answerProblem } from "../problem.ts";
import { answerIfTooMany, networkOfAddress } from "./rate-limits.ts";

const bearer = /^Bearer +([\w.~+/-]{1,200}=*)$/i;

/**
 * Lets those through whose token allows what that role may do, and says who they are. A failed sign-in is counted against its address, and
 * nothing else is: a good token passes from an address that has failed too often, since a whole office may share it.
 */
export const requireRole = (wanted: Role) =>
  createMiddleware<App>(async (c, next) => {
    const header = c.req.header("Authorization");
    const token = header === undefined ? undefined : bearer.exec(header)?.[1];
    const signedIn = token === undefined ? undefined : await signIn(c.var.d1, token, new Date().toISOString());
    if (!signedIn) return header === undefined ? unauthorized(c) : failed(c, header);
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
    return next();
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
