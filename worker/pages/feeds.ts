/** The feeds of a story, and of all stories: Atom and JSON Feed. */

import type { Context } from "hono";
import { projections } from "../../projections/registry.ts";
import type { App } from "../env.ts";
import { answerNotModified, asksWhetherModified, cacheControl, clientHasModified, heldEtags } from "../http/answer.ts";
import { encodingFor } from "../http/compression.ts";
import { storyPath } from "../http/links.ts";
import { lastModified } from "../http/modified.ts";
import type { StoryFeed } from "../read/feed.ts";
import { type ListedStory, listStories, readListHead } from "../read/stories.ts";
import { answerFeed, feedVary } from "./feeds/answer-feed.ts";
import { atomEntryOf, type Feed, removalEntryOf, tombstoneOf, writeAtom } from "./feeds/atom.ts";
import { feedItemsOf } from "./feeds/feed-item.ts";
import { jsonItemOf, writeJsonFeed } from "./feeds/json-feed.ts";
import { paragraphHtml } from "./feeds/lines.ts";
import { removedItemsOf } from "./feeds/removed.ts";
import { answerDocument, type Page, pageRevision } from "./page.ts";
import { type Reader, readerOf } from "./reader.ts";

/** How a format names its documents and writes them. */
type Format = {
  name: string;
  type: string;
  story: (reader: Reader, feed: Feed, slug: string, view: StoryFeed) => string;
  stories: (feed: Feed, stories: readonly Summed[]) => string;
};
/** A story in the feed of all of them: its name for good, its address, and the story. */
type Summed = { id: string; url: string; story: ListedStory };

/** So many stories, and so many tombstones: the newest. */
const most = 50;

const formats: readonly Format[] = [
  {
    name: "feed.atom",
    type: "application/atom+xml; charset=utf-8",
    story: (reader, feed, slug, { story, timeline }) => {
      const pieces = feedItemsOf(reader, slug, story.language, timeline.entries);
      const gone = removedItemsOf(reader, slug, story, most);
      const standing = pieces.filter(({ end }) => !end).map(atomEntryOf);
      return writeAtom(feed, [...gone.map(removalEntryOf), ...standing], gone.map(tombstoneOf));
    },
    stories: (feed, stories) =>
      writeAtom(
        feed,
        stories.map(({ id, url, story }) => ({
          id,
          url,
          title: story.title,
          updated: story.lastActivity,
          content: paragraphHtml(story.headline),
        })),
      ),
  },
  {
    name: "feed.json",
    type: "application/feed+json",
    story: (reader, feed, slug, { story, timeline }) =>
      writeJsonFeed(
        feed,
        feedItemsOf(reader, slug, story.language, timeline.entries).map((piece) => jsonItemOf(reader, piece)),
      ),
    stories: (feed, stories) =>
      writeJsonFeed(
        feed,
        stories.map(({ id, url, story: { title, headline, lastActivity } }) => ({
          id,
          url,
          title,
          content_text: headline,
          date_modified: lastActivity,
        })),
      ),
  },
];

const feedOf = (
  { url, language }: Reader,
  path: string,
  told: Pick<Feed, "title" | "subtitle" | "updated" | "finished">,
): Feed => ({
  id: new URL(path, url).href,
  language,
  page: new URL(`${path}?lang=${language}`, url).href,
  self: new URL(`${url.pathname}?lang=${language}`, url).href,
  icon: new URL("/favicon.svg", url).href,
  ...told,
});

const ofStory = (c: Context<App>, { type, story: write }: Format): Promise<Response> =>
  answerFeed(c, type, (reader, slug, view) => {
    const { story, status } = view;
    const feed = feedOf(reader, storyPath({ slug }), {
      title: story.title,
      subtitle: status.headline,
      updated: story.recordedAt,
      finished: story.concluded !== undefined,
    });
    return write(reader, feed, slug, view);
  });

const ofStories = async (c: Context<App>, format: Format): Promise<Response> => {
  const reader = readerOf(c);
  const { language, words } = reader;
  const encoding = encodingFor(c);
  const made = [pageRevision, { name: encoding.name, revision: 1 }, { name: "stories", revision: projections.status.revision }];
  const notModified = (etag: string) => answerNotModified(c, etag, cacheControl.briefly, feedVary);
  const asked = { limit: most, language, held: heldEtags(c), made };
  if (asksWhetherModified(c)) {
    const head = await readListHead(c.var.d1, asked);
    if (head.activeAt !== undefined && clientHasModified(c, head.activeAt)) return notModified(head.etag);
  }
  const found = await listStories(c.var.d1, asked);
  if (found.kind === "unmodified") return notModified(found.etag);
  const { stories, etag } = found;
  // RFC 4287 wants a date of every feed; that of one in which nothing has happened is the beginning of time.
  const updated = stories[0]?.lastActivity ?? new Date(0).toISOString();
  const feed = feedOf(reader, "/", { title: "Riposte", subtitle: words.tagline, updated, finished: false });
  const summed = stories.map((story) => {
    const { href } = new URL(storyPath({ slug: story.story }), reader.url);
    return { id: href, url: `${href}?lang=${language}`, story };
  });
  return answerDocument(c, format.stories(feed, summed), {
    "Content-Type": format.type,
    ETag: etag,
    "Last-Modified": lastModified(updated),
    "Cache-Control": cacheControl.briefly,
    Vary: feedVary,
    ...encoding.headers,
  });
};

/** The pages of every format. */
export const feedPages: readonly Page[] = formats.flatMap((format): Page[] => [
  { path: `/stories/:story/${format.name}`, handle: (c) => ofStory(c, format), open: true },
  { path: `/${format.name}`, handle: (c) => ofStories(c, format), open: true },
]);
