/** RSS 2.0, with what it has no words for in the namespaces that its readers know: Atom, Dublin Core, Media RSS. */
import { html } from "hono/html";
import type { Feed, FeedEntry, FeedFormat } from "./feed.ts";
import type { FeedPicture } from "./feed-pictures.ts";
import { xmlDocument } from "./xml.ts";

const type = "application/rss+xml";

/** RFC 822, with four digits of the year: an HTTP date is one. */
const dateOf = (instant: string): string => new Date(instant).toUTCString();

const write = (feed: Feed, entries: readonly FeedEntry[]): string =>
  xmlDocument(html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${feed.title}</title>
<link>${feed.page}</link>
<description>${feed.subtitle}</description>
<language>${feed.language}</language>
<lastBuildDate>${dateOf(feed.updated)}</lastBuildDate>
<generator>Riposte</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
<ttl>1</ttl>
<atom:id>${feed.id}</atom:id>
<atom:link rel="self" type="${type}" href="${feed.self}"/>
${feed.next ? html`<atom:link rel="next" type="${type}" href="${feed.next}"/>\n` : ""}${entries.map(itemXml)}</channel>
</rss>
`);

const itemXml = (entry: FeedEntry) => html`<item>
<title>${entry.title}</title>
<link>${entry.url}</link>
<guid isPermaLink="false">${entry.id}</guid>
${entry.published ? html`<pubDate>${dateOf(entry.published)}</pubDate>\n` : ""}<atom:updated>${entry.updated}</atom:updated>
<dc:language>${entry.language}</dc:language>
${entry.author ? html`<dc:creator>${entry.author}</dc:creator>\n` : ""}${entry.category ? html`<category>${entry.category}</category>\n` : ""}<description>${entry.html}</description>
${entry.pictures?.map(pictureXml) ?? ""}</item>
`;

/** The first is the enclosure too, of which an item has one; 0 stands for a length that is not known (RSS Best Practices Profile). */
const pictureXml = (picture: FeedPicture, index: number) => html`${
  index === 0 ? html`<enclosure url="${picture.url}" length="0" type="${picture.type}"/>\n` : ""
}<media:content url="${picture.url}" type="${picture.type}" medium="image" width="${picture.width}" height="${picture.height}">
<media:description type="plain">${picture.caption ?? picture.alt}</media:description>
<media:credit>${picture.credit}</media:credit>
</media:content>
`;

/** RSS 2.0. */
export const rss: FeedFormat = { path: "feed.rss", name: "RSS", type: `${type}; charset=utf-8`, write };
