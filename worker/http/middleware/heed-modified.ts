/** Whoever says by a date what they have is not sent it again: RFC 9110, section 13.1.3. */
import { createMiddleware } from "hono/factory";
import type { App } from "../../env.ts";
import { clientHasModified } from "../answer.ts";

/** Answers 304 in the place of an answer that says when it changed last, where the client has what changed then. */
export const heedModified = createMiddleware<App>(async (c, next) => {
  await next();
  const changed = c.res.headers.get("Last-Modified");
  // The headers of the answer stay: Hono puts them on the one that takes its place.
  if (changed !== null && c.res.status === 200 && clientHasModified(c, changed)) c.res = new Response(null, { status: 304 });
});
