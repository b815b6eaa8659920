/** The stories, latest activity first. */
import * as z from "zod/mini";
import { projections } from "../../projections/registry.ts";
import { answerJson, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { cursorParam, decodeCursor, encodeCursor, nextLink } from "../http/links.ts";
import { defineRoute, langParam, limitParam } from "../http/route.ts";
import { listedStory } from "../http/shapes.ts";
import { etagOf } from "../read/projections.ts";
import { listStories } from "../read/stories.ts";
import { headPosition } from "../store/log.ts";

const most = 50;

/** The route `GET /api/stories`. */
export const listStoriesRoute = defineRoute({
  method: "get",
  path: "/api/stories",
  name: "listStories",
  summary: "The stories, latest activity first",
  query: z.strictObject({ cursor: cursorParam, limit: limitParam(most), lang: langParam }),
  answers: {
    200: {
      description: "A page of stories.",
      content: {
        "application/json": z
          .strictObject({ stories: z.array(listedStory), next: z.nullable(z.string()) })
          .check(z.meta({ id: "Stories" })),
      },
      headers: { ETag: "It changes with every event that is recorded, and the language.", Link: 'The next page: rel="next".' },
    },
    304: { description: "You have it." },
  },
  problems: ["invalid", "unavailable"],
  handle: async (c, { query }) => {
    const language = c.var.language;
    const etag = etagOf([{ name: "stories", revision: projections.status.revision }], await headPosition(c.var.d1), language);
    if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
    const ends = decodeCursor(query.cursor);
    const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
    const wanted = query.limit ?? 20;
    const stories = await listStories(c.var.d1, { before, limit: wanted + 1, language });
    const shown = stories.slice(0, wanted);
    const last = shown.at(-1);
    const next = stories.length > wanted && last ? encodeCursor(last.lastActivity, last.story) : null;
    return answerJson(
      c,
      { stories: shown, next },
      { ETag: etag, "Cache-Control": cacheControl.briefly, ...(next ? nextLink(c.req.url, { cursor: next }) : {}) },
    );
  },
});
