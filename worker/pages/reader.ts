/** Who reads a page: in which language, and at which address. */
import type { Context } from "hono";
import { type Language, languages } from "../../events/tell/languages.ts";
import { type App, timeZoneOf } from "../env.ts";
import { wordsIn } from "./words/read-words.ts";
import type { Words } from "./words/shape.ts";

/**
 * A reader of one page, at its address with no more of the query than pages heed. `namesLanguage`: it names the language, and links go on
 * naming it. `zone`: the one in which times are told, the same for all who read the page;
 * `siteZone`: the deployment's.
 */
export type Reader = { language: Language; words: Words; url: URL; namesLanguage: boolean; zone: string; siteZone: string };

/** What pages heed of a query: links carry this on, and nothing else that somebody may have put there. */
const heeded = [
  "lang",
  "version",
  "asOf",
  "since",
  "order",
  "kind",
  "party",
  "section",
  "in",
  "cursor",
  "offers",
  "questions",
  "cast",
  "corrections",
  "q",
];

const heededOf = (address: string): URL => {
  const url = new URL(address);
  const kept = heeded
    .map((name) => [name, url.searchParams.get(name)])
    .filter((pair): pair is [string, string] => pair[1] !== null);
  url.search = new URLSearchParams(kept).toString();
  return url;
};

/** The reader of a request. */
export const readerOf = (c: Context<App>): Reader => {
  const language = c.var.language;
  const namesLanguage = languages.some((one) => one === c.req.query("lang"));
  const zone = timeZoneOf(c.env);
  return { language, words: wordsIn(language), url: heededOf(c.req.url), namesLanguage, zone, siteZone: zone };
};

/** The reader of a story, whose times are told in its own zone where it has one. */
export const readerOfStory = (reader: Reader, { timeZone }: { timeZone?: string | undefined }): Reader =>
  timeZone === undefined ? reader : { ...reader, zone: timeZone };

/** The address of another page, in the language that this one was asked for. */
export const localizedPath = ({ namesLanguage, language, url }: Reader, path: string): string => {
  if (!namesLanguage) return path;
  const { pathname, searchParams, hash } = new URL(path, url);
  searchParams.set("lang", language);
  return `${pathname}?${searchParams}${hash}`;
};

/**
 * This address with some of its query changed, or, where undefined, left out. It stays on this origin: a path that began with two slashes
 * would name a host.
 */
export const currentPathWith = ({ url }: Reader, changes: Record<string, string | undefined>): string => {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) changed.searchParams.delete(name);
    else changed.searchParams.set(name, value);
  }
  return changed.pathname.replace(/^\/+/, "/") + changed.search;
};

/** The address, whole, by which this page is known in a language, or where none is named: without what filters it, turns it or dates it. */
export const plainAddress = ({ url }: Reader, language?: Language | undefined): string => {
  const { href } = new URL(url.pathname.replace(/^\/+/, "/"), url);
  return language === undefined ? href : `${href}?lang=${language}`;
};

/** The address, whole, by which search engines should know this page. */
export const canonicalAddress = (reader: Reader): string =>
  plainAddress(reader, reader.namesLanguage ? reader.language : undefined);

/** Whether the page is one of many views of the same: search engines shall know that one alone. */
export const isVariantView = ({ url }: Reader): boolean => [...url.searchParams.keys()].some((name) => name !== "lang");
