/** An event's own address. It leads to the event's entry, on whatever page of the timeline that stands today. */
import type { Context } from "hono";
import { storySlug } from "../../events/values.ts";
import { placeOf } from "../../projections/pages.ts";
import type { App } from "../env.ts";
import { cacheControl } from "../http/answer.ts";
import { encodePlaceCursor, storyPath } from "../http/links.ts";
import { versionParam } from "../http/route.ts";
import { readTimelineEntry } from "../read/timeline.ts";
import { errorPage } from "./error.tsx";
import type { Page } from "./page.ts";
import { localizedPath, readerOf } from "./reader.ts";
import { anchorOf } from "./story/story-context.tsx";

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = versionParam.safeParse(c.req.param("version"));
  if (!slug.success || !asked.success) return errorPage(c, "not-found");
  const entry = await readTimelineEntry(c.var.d1, slug.data, asked.data);
  if (!entry) return errorPage(c, "not-found");
  const { place, version: own } = placeOf(entry);
  const reader = readerOf(c);
  const address = new URL(localizedPath(reader, storyPath({ slug: slug.data })), reader.url);
  // The page that begins with it: what comes after the place just before it, newest first.
  address.searchParams.set("cursor", encodePlaceCursor({ place, version: own + 1 }));
  address.hash = anchorOf(asked.data);
  c.header("Cache-Control", cacheControl.briefly);
  return c.redirect(address.pathname + address.search + address.hash, 302);
};

/** The page at `/stories/{story}/events/{version}`. */
export const eventPage: Page = { path: "/stories/:story/events/:version", handle };
