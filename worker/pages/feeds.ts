/** The feeds of a story, and of all stories, in every format. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { genesis } from "../../events/seal.ts";
import { projections } from "../../projections/registry.ts";
import type { App } from "../env.ts";
import { answerNotModified, asksWhetherModified, cacheControl, clientHasModified, heldEtags } from "../http/answer.ts";
import { encodingFor } from "../http/compression.ts";
import { cursorParam, decodeCursor, encodeCursor, storyPath } from "../http/links.ts";
import { lastModified } from "../http/modified.ts";
import type { ChangesStart } from "../read/changes.ts";
import { readFeed } from "../read/feed.ts";
import { listStories, readListHead } from "../read/stories.ts";
import { errorPage } from "./error.tsx";
import { answerFeed, feedVary } from "./feeds/answer-feed.ts";
import type { Feed, FeedFormat } from "./feeds/feed.ts";
import { eventEntriesOf, storyEntryOf } from "./feeds/feed-entry.ts";
import { feedFormats } from "./feeds/feed-formats.ts";
import { everyStory, feedName } from "./feeds/names.ts";
import { answerDocument, type Page, pageRevision } from "./page.ts";
import { type Reader, readerOf } from "./reader.ts";

/** So many stories: those that were written to last. */
const most = 50;

/** This page of a feed, and the one that a cursor leads to. */
const selfOf = ({ url, language }: Reader, cursor: string | undefined): string => {
  const self = new URL(url.pathname, url);
  self.searchParams.set("lang", language);
  if (cursor !== undefined) self.searchParams.set("cursor", cursor);
  return self.href;
};

type Told = Pick<Feed, "id" | "title" | "subtitle" | "updated" | "finished"> & { path: string; next: string | undefined };

const feedOf = (reader: Reader, { path, next, ...told }: Told): Feed => ({
  language: reader.language,
  page: new URL(`${path}?lang=${reader.language}`, reader.url).href,
  self: selfOf(reader, reader.url.searchParams.get("cursor") ?? undefined),
  next: next === undefined ? undefined : selfOf(reader, next),
  icon: new URL("/favicon.svg", reader.url).href,
  ...told,
});

const version = z.int().check(z.minimum(1));

/** Where a page of a story's feed begins, by its cursor; undefined where that is none of such a page. */
const startOf = (cursor: string): ChangesStart | undefined => {
  const [until, before] = decodeCursor(cursor) ?? [];
  const start = z.object({ until: version, before: version }).safeParse({ until: Number(until), before });
  return start.success && start.data.before > 1 ? start.data : undefined;
};

const ofStory = (c: Context<App>, { type, write }: FeedFormat, cursor: string | undefined): Response | Promise<Response> => {
  const start = cursor === undefined ? undefined : startOf(cursor);
  if (cursor !== undefined && !start) return errorPage(c, "invalid", { faulty: ["cursor"] });
  return answerFeed(c, {
    type,
    read: (d1, asked, document) => readFeed(d1, { ...asked, start }, document),
    write: (reader, slug, { story, status, changes: { entries: changed, next, firstHash } }) => {
      const entries = eventEntriesOf(reader, { slug, language: story.language, firstHash }, changed);
      const feed = feedOf(reader, {
        id: feedName(firstHash),
        path: storyPath({ slug }),
        title: story.title,
        subtitle: status.headline,
        updated: entries.map(({ updated }) => updated).reduce((a, b) => (a > b ? a : b), "") || story.recordedAt,
        finished: story.concluded !== undefined,
        next: next && encodeCursor(`${next.until}`, next.before),
      });
      return write(feed, entries);
    },
  });
};

const ofStories = async (c: Context<App>, { type, write }: FeedFormat, cursor: string | undefined): Promise<Response> => {
  const reader = readerOf(c);
  const { language, words } = reader;
  const encoding = encodingFor(c);
  const made = [pageRevision, { name: encoding.name, revision: 1 }, { name: "stories", revision: projections.status.revision }];
  const notModified = (etag: string) => answerNotModified(c, etag, cacheControl.briefly, feedVary);
  const ends = decodeCursor(cursor);
  const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
  const asked = { limit: most, language, held: heldEtags(c), made, before };
  if (asksWhetherModified(c)) {
    const head = await readListHead(c.var.d1, asked);
    if (head.activeAt !== undefined && clientHasModified(c, head.activeAt)) return notModified(head.etag);
  }
  const found = await listStories(c.var.d1, asked);
  if (found.kind === "unmodified") return notModified(found.etag);
  const { stories, etag, next, firstHashes, logHash } = found;
  // RFC 4287 wants a date of every feed; that of one in which nothing has happened is the beginning of time.
  const updated = stories[0]?.lastActivity ?? new Date(0).toISOString();
  const feed = feedOf(reader, {
    id: feedName(logHash ?? genesis, everyStory),
    path: "/",
    title: "Riposte",
    subtitle: words.tagline,
    updated,
    finished: false,
    next: next && encodeCursor(next.activeAt, next.slug),
  });
  const entries = stories.map((story) => {
    const { href } = new URL(storyPath({ slug: story.story }), reader.url);
    return storyEntryOf(reader, story, firstHashes.get(story.story) ?? "", href);
  });
  return answerDocument(c, write(feed, entries), {
    "Content-Type": type,
    ETag: etag,
    "Last-Modified": lastModified(updated),
    "Cache-Control": cacheControl.briefly,
    Vary: feedVary,
    ...encoding.headers,
  });
};

const handle = (
  c: Context<App>,
  format: FeedFormat,
  answer: (c: Context<App>, format: FeedFormat, cursor: string | undefined) => Response | Promise<Response>,
): Response | Promise<Response> => {
  const cursor = cursorParam.safeParse(c.req.query("cursor"));
  return cursor.success ? answer(c, format, cursor.data) : errorPage(c, "invalid", { faulty: ["cursor"] });
};

/** The pages of every format. */
export const feedPages: readonly Page[] = feedFormats.flatMap((format): Page[] => [
  { path: `/stories/:story/${format.path}`, handle: (c) => handle(c, format, ofStory), open: true },
  { path: `/${format.path}`, handle: (c) => handle(c, format, ofStories), open: true },
]);
