/** Pages of stories that many ask for at the same moment: each is made once for each version, and hangs on nothing that one reader sends. */
import type { Context } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, clientHasEtag, heldEtags } from "../http/answer.ts";
import { notShared } from "../http/middleware/shared-cache.ts";
import { lastModified } from "../http/modified.ts";
import { answerShared } from "../http/shared.ts";
import { type ReadResult, versionOfEtag } from "../read/projections.ts";
import { fitPage, type Room } from "./fit-page.ts";
import { keepPage, keptPage } from "./kept-pages.ts";
import { answerMadePage } from "./page.ts";
import { isVariantView, readerOf } from "./reader.ts";

/** For how many seconds: readers who were told of a version come within them, and after a takedown no older page stands for longer. */
const seconds = 10;

/**
 * Answers with a story's page. Where the address says `at` which version the reader was told of, the page is made once for all who were told
 * the same, and is of that version or a newer one. Where it says nothing of use, it changes nothing.
 */
export const answerOncePerVersion = async (
  c: Context<App>,
  handle: (c: Context<App>) => Promise<Response>,
): Promise<Response> => {
  const at = Number(/^[1-9]\d{0,14}$/.exec(c.req.query("at") ?? "")?.[0] ?? 0);
  const isPast = c.req.query("version") !== undefined || c.req.query("asOf") !== undefined;
  if (at === 0 || isPast || c.req.method !== "GET") return handle(c);
  const address = readerOf(c).url;
  const key = new URL(address);
  key.searchParams.set("at", String(at));
  key.searchParams.set("in", c.var.language);
  const isGood = ({ headers }: Response) => versionOfEtag(headers.get("ETag") ?? "") >= at;
  const answer = await answerShared(c, { key, address, seconds, isGood }, () => handle(c));
  // Nobody who was told of that version is to be given an older page.
  if (!isGood(answer)) for (const [name, value] of Object.entries(notShared)) answer.headers.set(name, value);
  return answer;
};

/** A view of a story that was found. */
type Found<View> = Extract<ReadResult<View>, { kind: "view" }>;

/** How a page is read, by what is held of it, how it is drawn, and what is answered where there is none. */
type Making<View> = {
  read: (held: readonly string[]) => Promise<ReadResult<View>>;
  draw: (found: Found<View>, room: Room) => HtmlEscapedString;
  missing: (reading: Exclude<ReadResult<View>, { kind: "view" | "unmodified" }>) => Response | Promise<Response>;
};

/**
 * Answers with a page that this Worker has made of the same version, in the same language, at the same address, and makes it where it has
 * not: D1 is asked for no more than the head of a story whose page is kept.
 */
export const answerKeptPage = async <View extends { story: { recordedAt: string } }>(
  c: Context<App>,
  { read, draw, missing }: Making<View>,
): Promise<Response> => {
  const reader = readerOf(c);
  // Views of the past, of a part or of what is new to one reader are too many to keep.
  const address = isVariantView(reader) ? undefined : `${reader.url.href} ${reader.language}`;
  const kept = address === undefined ? undefined : keptPage(address);
  const reading = await read(kept ? [...heldEtags(c), kept.etag] : heldEtags(c));
  if (reading.kind === "no-story" || reading.kind === "no-version") return missing(reading);
  const { etag } = reading;
  if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
  const headers = { ETag: etag, "Cache-Control": cacheControl.briefly };
  if (reading.kind === "unmodified") {
    if (kept?.etag !== etag) throw new Error(`Nobody has the page that ${etag} stands for`);
    return answerMadePage(c, kept.html, { ...headers, "Last-Modified": kept.modified });
  }
  const html = await fitPage((room) => draw(reading, room));
  // What a view of the past shows may change by a takedown, of which its own date tells nothing.
  if (address === undefined) return answerMadePage(c, html, headers);
  const modified = lastModified(reading.view.story.recordedAt);
  keepPage(address, { etag, modified, html });
  return answerMadePage(c, html, { ...headers, "Last-Modified": modified });
};
