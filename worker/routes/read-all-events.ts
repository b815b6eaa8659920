/** All stories' events by position: what another system follows to catch up. */
import * as z from "zod/mini";
import { logEntry } from "../../events/log-entry.ts";
import { answerJson, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { nextLink } from "../http/links.ts";
import { afterParam, defineRoute, limitParam } from "../http/route.ts";
import { headPosition, selectEventsAfterPosition } from "../store/log.ts";
import { entryOfRow } from "../store/rows.ts";

/** The route `GET /api/events`. */
export const readAllEventsRoute = defineRoute({
  method: "get",
  path: "/api/events",
  name: "readAllEvents",
  summary: "The events of all stories, in the order in which they were recorded",
  description: "Positions have no gaps. Keep the last position that you have seen, and ask for what comes after it.",
  query: z.strictObject({ after: afterParam, limit: limitParam(500) }),
  answers: {
    200: {
      description:
        "Events after a position; `next` is the `after` of what follows, now or later, and `head` the position of the newest event of all.",
      content: {
        "application/json": z
          .strictObject({ events: z.array(logEntry), next: z.int(), head: z.int() })
          .check(z.meta({ id: "Events" })),
      },
      headers: {
        ETag: "It changes with every event that is recorded.",
        Link: 'The next page: rel="next", where there is one already.',
      },
    },
    304: { description: "You have it." },
  },
  problems: ["invalid", "unavailable"],
  handle: async (c, { query }) => {
    const wanted = query.limit ?? 100;
    const from = query.after ?? 0;
    const head = await headPosition(c.var.d1);
    const etag = `"events.${head}"`;
    if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
    const [rows = []] = await c.var.d1.batch(selectEventsAfterPosition(c.var.d1, from, wanted + 1));
    const events = rows.map(entryOfRow);
    const shown = events.slice(0, wanted);
    const next = shown.at(-1)?.position ?? from;
    const link = events.length > shown.length ? nextLink(c.req.url, { after: String(next) }) : {};
    return answerJson(
      c,
      { events: shown, next, head: Math.max(head, next) },
      { ETag: etag, "Cache-Control": cacheControl.briefly, ...link },
    );
  },
});
