/** The formats of feeds. A new one is a file and a line here. */
import { atom } from "./atom.ts";
import type { FeedFormat } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

/** Every format, in the order in which pages name them. */
export const feedFormats: readonly FeedFormat[] = [atom, rss, jsonFeed];
