/** One story: what it is, and where its projections are. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { projectionNames } from "../../projections/registry.ts";
import { timeline } from "../../projections/timeline.ts";
import { answerJson, answerNoStory, answerNotModified, cacheControl, clientHasEtag, heldEtags } from "../http/answer.ts";
import { storyPath } from "../http/links.ts";
import { logEtag, logTag } from "../http/preconditions.ts";
import { defineRoute, storyParams } from "../http/route.ts";
import { loadHead } from "../read/load-fold.ts";
import { headOf } from "../store/log.ts";
import { knownStoryOf, selectKnownStory } from "../store/snapshots.ts";

/** What stands elsewhere than under the story's own address in the API. */
const pages = { page: "", atom: "/feed.atom", jsonFeed: "/feed.json", timelinejs: "/timelinejs.json" };
const links = [...projectionNames, timeline.name, "events", ...Object.keys(pages)];

/** The route `GET /api/stories/{story}`. */
export const readStoryRoute = defineRoute({
  method: "get",
  path: "/api/stories/{story}",
  name: "readStory",
  params: storyParams,
  described: describes && {
    summary: "A story's title, language and version, and links to its projections, its feeds and its page",
    answers: {
      200: {
        description: "The story.",
        content: {
          "application/json": z
            .strictObject({
              story: z.string(),
              title: z.string(),
              summary: z.optional(z.string()),
              language: z.string(),
              version: z.int(),
              links: z.strictObject(Object.fromEntries(links.map((name) => [name, z.string()]))),
            })
            .check(z.meta({ id: "Story" })),
        },
        headers: { ETag: "The story's version, and the log's own digits; If-Match takes it." },
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "unavailable"],
  },
  handle: async (c, { params: { story: slug } }) => {
    const held = { tags: heldEtags(c), ...logTag };
    const [rows] = await c.var.d1.batch(selectKnownStory(c.var.d1, slug, [], { amendments: false, held }));
    const [first] = rows ?? [];
    if (!first) return answerNoStory(c);
    const { version, hash } = headOf(first);
    const etag = logEtag(version, hash);
    if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
    const known = await knownStoryOf(rows, [], { amendments: false });
    if (!known) return answerNoStory(c);
    const { folded } = await loadHead(c.var.d1, slug, known);
    const { title, summary, language } = folded.story;
    const elsewhere = Object.entries(pages).map(([name, end]) => [name, `${storyPath({ slug })}${end}`]);
    const targets = Object.fromEntries([...links.map((name) => [name, `/api/stories/${slug}/${name}`]), ...elsewhere]);
    const body = { story: slug, title, summary, language, version, links: targets };
    return answerJson(c, body, { ETag: etag, "Cache-Control": cacheControl.briefly });
  },
});
