/** Addresses as people and programs write them: with a slash more at their end, with a story's name in capitals. */
import { createMiddleware } from "hono/factory";
import type { App } from "../../env.ts";

/** What stands before a story's name in an address, and the name as far as it is one but for its capitals. */
const named = /^(\/(?:api\/)?(?:stories|embed)\/)([A-Za-z0-9-]+)(?=\/|$)/;

/** The slashes at a path's end. What is before them decides, so that a path of slashes is looked through once. */
const slashes = /(?<=[^/])\/+$/;

/** What else stands at the beginning could be taken for a host. */
const beginsWithName = /^\/[a-z]/i;

/** Files have one name each. */
const files = /^\/(?:assets|vendor|media)(?:\/|$)/;

/** The path that a path stands for; itself, where it is as it is meant to be. */
export const properPath = (path: string): string => {
  if (!beginsWithName.test(path) || files.test(path)) return path;
  const proper = path.replace(slashes, "").replace(named, (_, before: string, slug: string) => before + slug.toLowerCase());
  // The stories stand on the front page.
  return proper === "/stories" ? "/" : proper;
};

/** Leads who reads there, with the query as it came. What is sent to such an address is refused as ever: nobody writes by a guess. */
export const leadToProperAddress = createMiddleware<App>(async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const proper = properPath(pathname);
  if (proper === pathname || !["GET", "HEAD"].includes(c.req.method)) return next();
  c.header("Cache-Control", "public, max-age=3600");
  return c.redirect(proper + search, 308);
});
