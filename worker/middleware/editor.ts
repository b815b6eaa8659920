/** Lets editors alone through: `Authorization: Bearer` and a token (RFC 6750). */
import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";
import { problem } from "../problem.ts";
import { editorOf } from "../store/editors.ts";

const bearer = /^Bearer +([\w.~+/-]{1,200}=*)$/i;

export const editorsOnly = createMiddleware<App>(async (c, next) => {
  const header = c.req.header("Authorization");
  const token = header === undefined ? undefined : bearer.exec(header)?.[1];
  const editor = token === undefined ? undefined : await editorOf(c.var.d1, token);
  if (editor === undefined) {
    const challenge = header === undefined ? 'Bearer realm="riposte"' : 'Bearer realm="riposte", error="invalid_token"';
    const detail =
      header === undefined
        ? "Sign in: send Authorization: Bearer and your token."
        : "This token is not known, or no longer valid.";
    return problem(c, "unauthorized", { detail, headers: { "WWW-Authenticate": challenge } });
  }
  c.set("editor", editor);
  return next();
});
