/** What is asked for under `/assets/` and is not there: files of other editions of the pages. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { todaysAddress } from "../http/html/assets.ts";
import { errorPage } from "./error.tsx";
import type { Page } from "./page.ts";

/**
 * A style or a font of another edition of these pages: today's. A page that a cache has kept, as a frozen embed may be for a year, goes on
 * looking like one. A script is not answered for: it would meet a page that it does not know.
 */
const answerOldAsset = (c: Context<App>): Response | Promise<Response> => {
  const address = todaysAddress(c.req.path);
  if (address === undefined || !/\.(?:css|woff2)$/.test(address)) return errorPage(c, "not-found");
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Cache-Control", "public, max-age=300");
  return c.redirect(address, 302);
};

/** The page at `/assets/{file}`. */
export const oldAssetPage: Page = { path: "/assets/:file", handle: answerOldAsset };
