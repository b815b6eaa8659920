/** Answers with what a story tells in another form than a page. */
import type { Context } from "hono";
import { storySlug } from "../../../events/values.ts";
import type { App } from "../../env.ts";
import { answerNotModified, cacheControl, heldEtags } from "../../http/answer.ts";
import { readFeed, type StoryFeed } from "../../read/feed.ts";
import { errorPage } from "../error.tsx";
import { answerDocument, pageRevision } from "../page.ts";
import { type Reader, readerOf } from "../reader.ts";

/** Answers with a document of that type, at the story's head. */
export const answerFeed = async (
  c: Context<App>,
  type: string,
  write: (reader: Reader, slug: string, view: StoryFeed) => string,
): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  if (!slug.success) return errorPage(c, "not-found");
  const reader = readerOf(c);
  const reading = await readFeed(c.var.d1, { story: slug.data, language: reader.language, held: heldEtags(c) }, pageRevision);
  if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cacheControl.briefly);
  if (reading.kind !== "view") return errorPage(c, "not-found");
  return answerDocument(c, write(reader, slug.data, reading.view), {
    "Content-Type": type,
    ETag: reading.etag,
    "Last-Modified": new Date(reading.view.story.recordedAt).toUTCString(),
    "Cache-Control": cacheControl.briefly,
  });
};
