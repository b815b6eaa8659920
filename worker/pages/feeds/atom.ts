/** Atom (RFC 4287), in pages (RFC 5005), with tombstones for what was taken down (RFC 6721). */
import { html } from "hono/html";
import { type Feed, type FeedEntry, type FeedFormat, publisher } from "./feed.ts";
import type { FeedPicture } from "./feed-pictures.ts";
import { xmlDocument } from "./xml.ts";

const type = "application/atom+xml";

const write = (feed: Feed, entries: readonly FeedEntry[]): string =>
  xmlDocument(html`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${feed.language}">
<id>${feed.id}</id>
<title>${feed.title}</title>
<subtitle>${feed.subtitle}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${publisher}</name></author>
<generator>Riposte</generator>
<icon>${feed.icon}</icon>
<link rel="self" type="${type}" hreflang="${feed.language}" href="${feed.self}"/>
<link rel="alternate" type="text/html" hreflang="${feed.language}" href="${feed.page}"/>
${feed.next ? html`<link rel="next" type="${type}" href="${feed.next}"/>\n` : ""}${entries.map(entryXml)}${entries.map(tombstoneXml)}</feed>
`);

const entryXml = (entry: FeedEntry) => html`<entry xml:lang="${entry.language}">
<id>${entry.id}</id>
<title>${entry.title}</title>
<link rel="alternate" type="text/html" href="${entry.url}"/>
${entry.pictures?.map(enclosureXml) ?? ""}${entry.published ? html`<published>${entry.published}</published>\n` : ""}<updated>${entry.updated}</updated>
${entry.author ? html`<author><name>${entry.author}</name></author>\n` : ""}${entry.category ? html`<category term="${entry.category}"/>\n` : ""}<content type="html">${entry.html}</content>
</entry>
`;

const enclosureXml = ({ url, type, alt }: FeedPicture) => html`<link rel="enclosure" type="${type}" title="${alt}" href="${url}"/>
`;

/**
 * What was taken down has a tombstone, and an entry of the same name that says so, for readers that know no tombstones. What was retracted
 * has the entry alone: it is still there, and says that it was wrong.
 */
const tombstoneXml = ({ id, takenDown }: FeedEntry) =>
  takenDown
    ? html`<at:deleted-entry ref="${id}" when="${takenDown.at}">
<at:comment>${takenDown.comment}</at:comment>
</at:deleted-entry>
`
    : "";

/** Atom. */
export const atom: FeedFormat = { path: "feed.atom", name: "Atom", type: `${type}; charset=utf-8`, write };
