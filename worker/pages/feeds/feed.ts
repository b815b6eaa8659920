/** A feed and its entries, as every format writes them. All of it is text that nobody has escaped yet, but for `html`. */
import type { FeedPicture } from "./feed-pictures.ts";

/** A page of a feed. Every address is absolute. */
export type Feed = {
  /** Its name for good, whatever the language and the host. */
  id: string;
  title: string;
  subtitle: string;
  language: string;
  /** The page that it follows, and this page of the feed, in that language. */
  page: string;
  self: string;
  /** The page of the feed that goes on where this one ends (RFC 5005, section 3). */
  next: string | undefined;
  icon: string;
  updated: string;
  /** Nothing will be added to it. */
  finished: boolean;
};

/** An entry of it. */
export type FeedEntry = {
  id: string;
  url: string;
  title: string;
  /** That of its title. */
  language: string;
  published?: string;
  updated: string;
  author?: string | undefined;
  category?: string;
  pictures?: readonly FeedPicture[];
  html: string;
  text: string;
  /** Set on what was taken down: when, and what is said of it. */
  takenDown?: { at: string; comment: string } | undefined;
};

/** A format: what it is called, in the addresses of feeds and by name, and how it writes a page. */
export type FeedFormat = {
  path: string;
  name: string;
  type: string;
  write: (feed: Feed, entries: readonly FeedEntry[]) => string;
};

/** Who publishes, where no entry says who wrote it. */
export const publisher = "Riposte";
