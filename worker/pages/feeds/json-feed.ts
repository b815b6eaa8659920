/** JSON Feed 1.1. It knows no tombstones: what was retracted or taken down stays as an item that says so. */

import type { Reader } from "../reader.ts";
import type { Feed } from "./atom.ts";
import { bodyLinesOf, type FeedItem, itemHeadlineOf } from "./feed-item.ts";
import { picturesHtml } from "./feed-pictures.ts";
import { linesHtml, lineText } from "./lines.ts";

/** An item: its identity is that of the Atom entry. */
export type JsonItem = {
  id: string;
  url: string;
  title: string;
  content_html?: string;
  content_text: string;
  date_published?: string;
  date_modified: string;
  authors?: { name: string }[];
  tags?: string[];
  /** The first picture, for lists. */
  image?: string;
  attachments?: { url: string; mime_type: string; title: string }[];
};

/** Writes a feed. Items come newest first. */
export const writeJsonFeed = (feed: Feed, items: readonly JsonItem[]): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.page,
    feed_url: feed.self,
    favicon: feed.icon,
    language: feed.language,
    authors: [{ name: "Riposte" }],
    expired: feed.finished,
    items,
  });

/** An item of a story's feed. */
export const jsonItemOf = (reader: Reader, piece: FeedItem): JsonItem => {
  const { id, url, published, modified, by, type, pictures } = piece;
  const lines = bodyLinesOf(piece);
  const title = itemHeadlineOf(reader, piece);
  return {
    id,
    url,
    title,
    // An item has words (JSON Feed 1.1, items): where the headline says it all, it is they.
    ...(lines.length + pictures.length > 0 ? { content_html: picturesHtml(pictures) + linesHtml(lines) } : {}),
    content_text: lines.length > 0 ? lines.map(lineText).join("\n") : title,
    date_published: published,
    date_modified: modified,
    authors: [{ name: by }],
    tags: [type],
    ...(pictures[0] ? { image: pictures[0].url } : {}),
    ...(pictures.length > 0 ? { attachments: pictures.map(({ url, type, alt }) => ({ url, mime_type: type, title: alt })) } : {}),
  };
};
