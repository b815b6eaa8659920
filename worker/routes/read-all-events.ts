/** All stories' events by position: what another system follows to catch up. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { logEntry } from "../../events/log-entry.ts";
import { answerJson, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { nextLink } from "../http/links.ts";
import { logEtag } from "../http/preconditions.ts";
import { afterParam, defineRoute, limitParam } from "../http/route.ts";
import type { Row } from "../store/d1.ts";
import { logEndOf, selectEventsAfterPosition, selectLogEnd } from "../store/log.ts";
import { entryOfRow, type StoredEntry, UnreadableEntry } from "../store/rows.ts";

/** An event that cannot be read at the moment. */
const leftOut = describes && z.strictObject({ position: z.int(), story: z.string(), version: z.int() });

/** The route `GET /api/events`. */
export const readAllEventsRoute = defineRoute({
  method: "get",
  path: "/api/events",
  name: "readAllEvents",
  query: z.strictObject({ after: afterParam, limit: limitParam(500) }),
  described: describes && {
    summary: "The events of all stories, in the order in which they were recorded",
    description: "Positions have no gaps. Keep the last position that you have seen, and ask for what comes after it.",
    answers: {
      200: {
        description:
          "Events after a position; `next` is the `after` of what follows, now or later, and `head` the position of the newest event of all.",
        content: {
          "application/json": z
            .strictObject({ events: z.array(logEntry), leftOut: z.optional(z.array(leftOut)), next: z.int(), head: z.int() })
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
  },
  handle: async (c, { query }) => {
    const wanted = query.limit ?? 100;
    const from = query.after ?? 0;
    const [end] = await c.var.d1.batch(selectLogEnd(c.var.d1));
    const { position, hash } = logEndOf(end);
    const etag = `"events.${logEtag(position, hash).slice(1)}`;
    if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
    const [rows = []] = await c.var.d1.batch(selectEventsAfterPosition(c.var.d1, from, wanted + 1));
    const shown = rows.slice(0, wanted);
    const next = Number(shown.at(-1)?.position ?? from);
    const link = rows.length > shown.length ? nextLink(c.req.url, { after: String(next) }) : {};
    const body = { ...readableOf(shown), next, head: Math.max(position, next) };
    return answerJson(c, body, { ETag: etag, "Cache-Control": cacheControl.briefly, ...link });
  },
});

/** The events that can be read, and those that cannot, where there are any: one story's damage stops nobody who follows the others. */
const readableOf = (rows: readonly Row[]): { events: StoredEntry[]; leftOut?: z.infer<typeof leftOut>[] } => {
  const events: StoredEntry[] = [];
  const missing: z.infer<typeof leftOut>[] = [];
  for (const row of rows) {
    try {
      events.push(entryOfRow(row));
    } catch (error) {
      if (!(error instanceof UnreadableEntry)) throw error;
      missing.push({ position: Number(row.position), story: error.story, version: error.version });
    }
  }
  return missing.length > 0 ? { events, leftOut: missing } : { events };
};
