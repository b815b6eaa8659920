/** The stories, latest activity first. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { projections } from "../../projections/registry.ts";
import { answerJson, answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { cursorParam, decodeCursor, encodeCursor, nextLink } from "../http/links.ts";
import { defineRoute, langParam, limitParam } from "../http/route.ts";
import { listedStory } from "../http/shapes.ts";
import { listStories } from "../read/stories.ts";

const most = 50;

/** The route `GET /api/stories`. */
export const listStoriesRoute = defineRoute({
  method: "get",
  path: "/api/stories",
  name: "listStories",
  query: z.strictObject({ cursor: cursorParam, limit: limitParam(most), lang: langParam }),
  described: describes && {
    summary: "The stories, latest activity first",
    answers: {
      200: {
        description: "A page of stories.",
        content: {
          "application/json": z
            .strictObject({
              stories: z.array(listedStory),
              next: z.nullable(z.string()),
              leftOut: z
                .optional(z.array(z.string()))
                .check(z.meta({ description: describes && "Stories of this page whose logs cannot be read at the moment." })),
            })
            .check(z.meta({ id: "Stories" })),
        },
        headers: { ETag: "It changes with every event that is recorded, and the language.", Link: 'The next page: rel="next".' },
      },
      304: { description: "You have it." },
    },
    problems: ["invalid", "unavailable"],
  },
  handle: async (c, { query }) => {
    const language = c.var.language;
    const ends = decodeCursor(query.cursor);
    const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
    const made = [{ name: "stories", revision: projections.status.revision }];
    const found = await listStories(c.var.d1, { before, limit: query.limit ?? 20, language, held: heldEtags(c), made });
    if (found.kind === "unmodified") return answerNotModified(c, found.etag, cacheControl.briefly);
    const { stories, leftOut } = found;
    const next = found.next ? encodeCursor(found.next.activeAt, found.next.slug) : null;
    return answerJson(
      c,
      { stories, next, ...(leftOut.length > 0 ? { leftOut } : {}) },
      { ETag: found.etag, "Cache-Control": cacheControl.briefly, ...(next ? nextLink(c.req.url, { cursor: next }) : {}) },
    );
  },
});
