/** One event of a story. */
import * as z from "zod/mini";
import { clientHas, json, keep, unmodified } from "../http/answer.ts";
import { problem } from "../http/problem.ts";
import { defineRoute, story, version } from "../http/route.ts";
import { recordedEvent } from "../http/shapes.ts";
import { selectEvent } from "../store/log.ts";
import { eventOf } from "../store/rows.ts";

export const readEvent = defineRoute({
  method: "get",
  path: "/api/stories/{story}/events/{version}",
  name: "readEvent",
  summary: "One event, as it was recorded",
  params: z.object({ ...story.shape, version }),
  answers: {
    200: { description: "The event.", content: { "application/json": recordedEvent } },
    304: { description: "You have it." },
  },
  problems: ["not-found", "taken-down", "unavailable"],
  handle: async (c, { params }) => {
    const [[row] = []] = await c.var.d1.ask(selectEvent(c.var.d1, params.story, params.version));
    if (!row) return problem(c, "not-found", { detail: `The story has no event ${params.version}.` });
    const event = eventOf(row);
    if ("takenDown" in event) return problem(c, "taken-down", { detail: `Event ${params.version} was taken down.` });
    const etag = `"${event.seal.hash}"`;
    if (clientHas(c, etag)) return unmodified(c, etag, keep.briefly);
    return json(c, event, { ETag: etag, "Cache-Control": keep.briefly });
  },
});
