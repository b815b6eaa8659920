/** Addresses as people and programs write them: with a slash at the end, with a story's name as it stands in a headline. */
import { createMiddleware } from "hono/factory";
import type { App } from "../../env.ts";

/** The slashes at a path's end. What is before them decides, so that a path of slashes alone is looked through once. */
const slashes = /(?<=[^/])\/+$/;
const storyPage = /^\/(?:stories|embed)\/[A-Za-z0-9-]{3,80}(?=\/|$)/;

/** The path as it is kept here. Of a path that could be taken for a host (`//elsewhere/`) nothing is made. */
const tidied = (path: string): string => {
  if (!/^\/[a-z]/i.test(path)) return path;
  const tidy = path.replace(slashes, "").replace(storyPage, (address) => address.toLowerCase());
  return tidy === "/stories" ? "/" : tidy;
};

/** Leads who reads by such an address to the one that is kept; whoever writes is not led anywhere. */
export const tidyAddress = createMiddleware<App>((c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const tidy = tidied(pathname);
  if (tidy === pathname || (c.req.method !== "GET" && c.req.method !== "HEAD")) return next();
  c.header("Cache-Control", "no-store");
  return Promise.resolve(c.redirect(tidy + search, 301));
});
