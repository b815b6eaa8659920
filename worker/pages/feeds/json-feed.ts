/** JSON Feed 1.1. */
import { type Feed, type FeedEntry, type FeedFormat, publisher } from "./feed.ts";

const write = (feed: Feed, entries: readonly FeedEntry[]): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.page,
    feed_url: feed.self,
    next_url: feed.next,
    favicon: feed.icon,
    language: feed.language,
    authors: [{ name: publisher }],
    expired: feed.finished,
    items: entries.map(itemOf),
  });

const itemOf = ({ id, url, title, language, published, updated, author, category, pictures = [], html, text }: FeedEntry) => ({
  id,
  url,
  title,
  language,
  content_html: html,
  content_text: text,
  date_published: published,
  date_modified: updated,
  ...(author ? { authors: [{ name: author }] } : {}),
  ...(category ? { tags: [category] } : {}),
  // The first picture, for lists.
  ...(pictures[0] ? { image: pictures[0].url } : {}),
  ...(pictures.length > 0 ? { attachments: pictures.map(({ url, type, alt }) => ({ url, mime_type: type, title: alt })) } : {}),
});

/** JSON Feed. */
export const jsonFeed: FeedFormat = { path: "feed.json", name: "JSON Feed", type: "application/feed+json", write };
