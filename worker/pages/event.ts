/** An event's own address. It leads to the event's entry, on whatever page of the timeline that stands today. */
import type { Context } from "hono";
import { storySlug } from "../../events/values.ts";
import { placeOf } from "../../projections/timeline.ts";
import type { App } from "../env.ts";
import { keep } from "../http/answer.ts";
import { placeCursor, storyPath } from "../http/links.ts";
import { version } from "../http/route.ts";
import { readEntry } from "../read/timeline.ts";
import { errorPage } from "./error.tsx";
import type { Page } from "./page.ts";
import { readerOf, to } from "./reader.ts";
import { anchorOf } from "./story/scene.tsx";

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = version.safeParse(c.req.param("version"));
  if (!slug.success || !asked.success) return errorPage(c, "not-found");
  const entry = await readEntry(c.var.d1, slug.data, asked.data);
  if (!entry) return errorPage(c, "not-found");
  const { at, version: own } = placeOf(entry);
  const reader = readerOf(c);
  const address = new URL(to(reader, storyPath({ slug: slug.data })), reader.url);
  // The page that begins with it: what comes after the place just before it, newest first.
  address.searchParams.set("cursor", placeCursor({ at, version: own + 1 }));
  address.hash = anchorOf(asked.data);
  c.header("Cache-Control", keep.briefly);
  return c.redirect(address.pathname + address.search + address.hash, 302);
};

export const eventPage: Page = { path: "/stories/:story/events/:version", handle };
