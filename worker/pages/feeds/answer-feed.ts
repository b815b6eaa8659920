/** Answers with what a story tells in another form than a page. */
import type { Context } from "hono";
import { storySlug } from "../../../events/values.ts";
import type { App } from "../../env.ts";
import { answerNotModified, asksWhetherModified, cacheControl, clientHasModified, heldEtags } from "../../http/answer.ts";
import { encodingFor } from "../../http/compression.ts";
import { lastModified } from "../../http/modified.ts";
import { readFeedHead } from "../../read/feed.ts";
import type { ReadResult, Revision, StoryQuery } from "../../read/projections.ts";
import type { MeteredDatabase } from "../../store/d1.ts";
import { errorPage } from "../error.tsx";
import { answerDocument, pageRevision } from "../page.ts";
import { type Reader, readerOf } from "../reader.ts";

/** What a feed's address differs by. */
export const feedVary = "Accept, Accept-Encoding, Accept-Language, Host";

/** How a document of a type is read, at the story's head, and written. */
type Making<View> = {
  type: string;
  read: (d1: MeteredDatabase, asked: StoryQuery, document: readonly Revision[]) => Promise<ReadResult<View>>;
  write: (reader: Reader, slug: string, view: View) => string;
};

/** Answers with it. */
export const answerFeed = async <View extends { story: { recordedAt: string } }>(
  c: Context<App>,
  { type, read, write }: Making<View>,
): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  if (!slug.success) return errorPage(c, "not-found");
  const reader = readerOf(c);
  const encoding = encodingFor(c);
  const document = [pageRevision, { name: encoding.name, revision: 1 }];
  const asked = { story: slug.data, language: reader.language, held: heldEtags(c) };
  const notModified = (etag: string) => answerNotModified(c, etag, cacheControl.briefly, feedVary);
  if (asksWhetherModified(c)) {
    const head = await readFeedHead(c.var.d1, asked, document);
    if (head && clientHasModified(c, head.recordedAt)) return notModified(head.etag);
  }
  const reading = await read(c.var.d1, asked, document);
  if (reading.kind === "unmodified") return notModified(reading.etag);
  if (reading.kind !== "view") return errorPage(c, "not-found");
  return answerDocument(c, write(reader, slug.data, reading.view), {
    "Content-Type": type,
    ETag: reading.etag,
    "Last-Modified": lastModified(reading.view.story.recordedAt),
    "Cache-Control": cacheControl.briefly,
    Vary: feedVary,
    ...encoding.headers,
  });
};
