/** One event of a story. */
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { recordedEvent } from "../../events/log-entry.ts";
import { answerJson, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute, storyParams, versionParam } from "../http/route.ts";
import { selectEvent } from "../store/log.ts";
import { entryOfRow } from "../store/rows.ts";

/** The route `GET /api/stories/{story}/events/{version}`. */
export const readEventRoute = defineRoute({
  method: "get",
  path: "/api/stories/{story}/events/{version}",
  name: "readEvent",
  params: z.object({ ...storyParams.shape, version: versionParam }),
  described: describes && {
    summary: "One event, as it was recorded",
    answers: {
      200: { description: "The event.", content: { "application/json": recordedEvent } },
      304: { description: "You have it." },
    },
    problems: ["not-found", "taken-down", "unavailable"],
  },
  handle: async (c, { params }) => {
    const [[row] = []] = await c.var.d1.batch(selectEvent(c.var.d1, params.story, params.version));
    if (!row) return answerProblem(c, "not-found", { detail: `The story has no event ${params.version}.` });
    const event = entryOfRow(row);
    if ("takenDown" in event) return answerProblem(c, "taken-down", { detail: `Event ${params.version} was taken down.` });
    const etag = `"${event.seal.hash}"`;
    if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
    return answerJson(c, event, { ETag: etag, "Cache-Control": cacheControl.briefly });
  },
});
