/** What the desk answers is for whoever asked for it, at that moment: no cache keeps it, and no search engine knows it. */
import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";

/** Says so of every answer at an address of the desk, errors too. */
export const keepDeskPrivate = createMiddleware<App>(async (c, next) => {
  await next();
  c.res.headers.set("Cache-Control", "no-store");
  c.res.headers.set("Vary", "Cookie, Accept-Language");
  c.res.headers.set("X-Robots-Tag", "noindex");
});
