/** What robots may read, and where the map of the site is (RFC 9309). */
import { answerDocument, type Page, staticCacheControl } from "./page.ts";

/** The page at `/robots.txt`. */
export const robotsPage: Page = {
  path: "/robots.txt",
  handle: (c) =>
    answerDocument(c, `User-agent: *\nAllow: /\n\nSitemap: ${new URL("/sitemap.xml", c.req.url).href}\n`, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": staticCacheControl,
    }),
};
