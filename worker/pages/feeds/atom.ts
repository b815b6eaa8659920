/** Atom (RFC 4287), with tombstones for what was retracted or taken down (RFC 6721). */
import { html } from "hono/html";
import { bodyLinesOf, type FeedItem } from "./feed-item.ts";
import { type FeedPicture, picturesHtml } from "./feed-pictures.ts";
import { linesHtml, lineText, paragraphHtml } from "./lines.ts";
import type { Removed } from "./removed.ts";
import { xmlDocument } from "./xml.ts";

/** A feed as both formats know it. Every address is absolute. */
export type Feed = {
  /** Its name for good, whatever the language: the address of the page that it follows. */
  id: string;
  title: string;
  subtitle: string;
  language: string;
  /** The page that it follows, and the feed itself, in that language. */
  page: string;
  self: string;
  icon: string;
  updated: string;
  /** Nothing will be added to it. */
  finished: boolean;
};

/** An entry as Atom writes it. */
export type AtomEntry = {
  id: string;
  url: string;
  title: string;
  published?: string;
  updated: string;
  author?: string;
  category?: string;
  pictures?: readonly FeedPicture[];
  /** HTML. */
  content: string;
};

/** What stands in the place of an entry that is gone. */
type Tombstone = { ref: string; when: string; by: string; comment: string };

const author = "Riposte";

/** Writes a feed. Entries come newest first. */
export const writeAtom = (feed: Feed, entries: readonly AtomEntry[], tombstones: readonly Tombstone[] = []): string =>
  xmlDocument(html`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${feed.language}">
<id>${feed.id}</id>
<title>${feed.title}</title>
<subtitle>${feed.subtitle}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${author}</name></author>
<generator>Riposte</generator>
<icon>${feed.icon}</icon>
<link rel="self" type="application/atom+xml" hreflang="${feed.language}" href="${feed.self}"/>
<link rel="alternate" type="text/html" hreflang="${feed.language}" href="${feed.page}"/>
${entries.map(entryXml)}${tombstones.map(tombstoneXml)}</feed>
`);

const entryXml = ({ id, url, title, published, updated, author, category, pictures = [], content }: AtomEntry) => html`<entry>
<id>${id}</id>
<title>${title}</title>
<link rel="alternate" type="text/html" href="${url}"/>
${pictures.map(enclosureXml)}${published ? html`<published>${published}</published>\n` : ""}<updated>${updated}</updated>
${author ? html`<author><name>${author}</name></author>\n` : ""}${category ? html`<category term="${category}"/>\n` : ""}<content type="html">${content}</content>
</entry>
`;

const enclosureXml = ({ url, type, alt }: FeedPicture) => html`<link rel="enclosure" type="${type}" title="${alt}" href="${url}"/>
`;

const tombstoneXml = ({ ref, when, by, comment }: Tombstone) => html`<at:deleted-entry ref="${ref}" when="${when}">
<at:by><name>${by}</name></at:by>
<at:comment>${comment}</at:comment>
</at:deleted-entry>
`;

/** An entry that tells of a removal in words, for readers whose feed reader knows no tombstones: it is that of the event that removed. */
export const removalEntryOf = ({ id, url, title, at, by, line, kind }: Removed): AtomEntry => ({
  id,
  url,
  title,
  published: at,
  updated: at,
  author: by,
  category: kind === "retracted" ? "EventRetracted" : "EventTakenDown",
  content: linesHtml([line]),
});

/** The tombstone of what was removed. */
export const tombstoneOf = ({ ref, at, by, line }: Removed): Tombstone => ({ ref, when: at, by, comment: lineText(line) });

/** An entry of a story's feed. */
export const atomEntryOf = (piece: FeedItem): AtomEntry => ({
  id: piece.id,
  url: piece.url,
  title: piece.headline,
  published: piece.published,
  updated: piece.modified,
  author: piece.by,
  category: piece.type,
  pictures: piece.pictures,
  content: picturesHtml(piece.pictures) + linesHtml(bodyLinesOf(piece)) || paragraphHtml(piece.headline),
});
