/** The timeline, page by page. */
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { pageSize } from "../../projections/pages.ts";
import { timeline } from "../../projections/timeline.ts";
import { answerProjection, heldEtags } from "../http/answer.ts";
import { decodePlaceCursor, encodePlaceCursor, nextLink, placeCursorParam } from "../http/links.ts";
import {
  defineRoute,
  keyParam,
  kindParam,
  partyParam,
  projectionQuery,
  sinceParam,
  storyParams,
  toLogInstant,
} from "../http/route.ts";
import { readTimeline } from "../read/timeline.ts";

/** The route `GET /api/stories/{story}/timeline`. */
export const readTimelineRoute = defineRoute({
  method: "get",
  path: `/api/stories/{story}/${timeline.name}`,
  name: "readTimeline",
  params: storyParams,
  query: projectionQuery({
    order: z.optional(z.enum(["asc", "desc"])).check(z.meta({ description: describes && "asc: oldest first." })),
    cursor: placeCursorParam,
    since: sinceParam,
    kind: kindParam.check(z.meta({ description: describes && "Only what is of that kind." })),
    party: partyParam.check(
      z.meta({ description: describes && "Only what names that party, or an offer that it made, received or is the target of." }),
    ),
    key: keyParam,
  }),
  described: describes && {
    summary: timeline.summary,
    description: `${pageSize} entries a page. Corrections and retractions are told on the entries that they change.`,
    answers: {
      200: {
        description: "A page of entries, at the version that `version` says.",
        content: { "application/json": z.strictObject({ story: z.string(), version: z.int(), ...timeline.schema.shape }) },
        headers: { ETag: "It changes with the story's version and the language.", Link: 'The next page: rel="next".' },
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "invalid", "unavailable"],
  },
  handle: async (c, { params, query }) => {
    const { order = "desc", cursor, asOf, key, since: from, ...asked } = query;
    const since = typeof from === "string" ? { sinceInstant: new Date(from).toISOString() } : { since: from };
    const { version } = asked;
    const language = c.var.language;
    const page = { ...asked, ...since, order, key: key === "true", after: decodePlaceCursor(cursor), asOf: toLogInstant(asOf) };
    const reading = await readTimeline(c.var.d1, { story: params.story, language, held: heldEtags(c), ...page });
    const next = reading.kind === "view" && reading.view.next ? encodePlaceCursor(reading.view.next) : null;
    const answer = answerProjection(c, reading, version !== undefined, ({ order, entries }, at) => ({
      story: params.story,
      version: at,
      order,
      entries,
      next,
    }));
    if (next) for (const [name, value] of Object.entries(nextLink(c.req.url, { cursor: next }))) answer.headers.set(name, value);
    return answer;
  },
});
