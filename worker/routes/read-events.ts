/** A story's log, in log order: JSON page by page, NDJSON whole, or a batch of CloudEvents. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { utf8 } from "../../events/bytes.ts";
import { describes } from "../../events/describes.ts";
import { logEntry } from "../../events/log-entry.ts";
import type { App } from "../env.ts";
import { preferredType } from "../http/accepted.ts";
import { answerJson, answerNoStory, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { type Encoding, encodingFor } from "../http/compression.ts";
import { nextLink } from "../http/links.ts";
import { logEtag } from "../http/preconditions.ts";
import { afterParam, defineRoute, limitParam, storyParams } from "../http/route.ts";
import { cloudEvent } from "../http/shapes.ts";
import { headOf, type LogSpan, readLogChunks, selectEventsAfter, selectHead } from "../store/log.ts";
import { entryOfRow, type StoredEntry } from "../store/rows.ts";

const most = 500;
const types = { json: "application/json", ndjson: "application/x-ndjson", cloud: "application/cloudevents-batch+json" };
const page =
  describes && z.strictObject({ story: z.string(), version: z.int(), events: z.array(logEntry), next: z.nullable(z.int()) });

/** The route `GET /api/stories/{story}/events`. */
export const readEventsRoute = defineRoute({
  method: "get",
  path: "/api/stories/{story}/events",
  name: "readEvents",
  params: storyParams,
  query: z.strictObject({ after: afterParam, limit: limitParam(most) }),
  described: describes && {
    summary: "A story's log, in the order in which it was recorded",
    description: "As NDJSON the whole of it is streamed, one event a line, unless a limit is given.",
    answers: {
      200: {
        description: "Events after a version; `next` is the `after` of the next page.",
        content: {
          [types.json]: page.check(z.meta({ id: "Log" })),
          [types.ndjson]: logEntry,
          [types.cloud]: z.array(cloudEvent),
        },
        headers: {
          ETag: "The story's version, and the log's own digits; If-Match takes it.",
          Link: 'The next page: rel="next".',
        },
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "invalid", "unavailable"],
  },
  handle: async (c, { params: { story: slug }, query }) => {
    const type = preferredType(c.req.header("Accept"), [types.json, types.ndjson, types.cloud]);
    const wanted = query.limit ?? 100;
    const from = query.after ?? 0;
    const { d1 } = c.var;
    const [[row] = []] = await d1.batch(selectHead(d1, slug));
    if (!row) return answerNoStory(c);
    const head = headOf(row);
    const { version } = head;
    const encoding: Encoding = type === types.json ? { name: "identity", headers: {} } : encodingFor(c);
    const vary = "Accept, Accept-Encoding, Host";
    const headers = { ETag: tagOf(head, type, encoding), "Cache-Control": cacheControl.briefly, Vary: vary };
    if (clientHasEtag(c, headers.ETag)) return answerNotModified(c, headers.ETag, cacheControl.briefly, headers.Vary);
    if (type === types.ndjson && query.limit === undefined)
      return streamed(c, slug, { after: from, until: version }, { ...headers, ...encoding.headers });
    const [rows = []] = await d1.batch(selectEventsAfter(d1, slug, from, wanted));
    const events = rows.map(entryOfRow);
    const last = events.at(-1)?.version ?? version;
    const next = last < version ? last : null;
    const linked = { ...headers, ...encoding.headers, ...(next === null ? {} : nextLink(c.req.url, { after: String(next) })) };
    if (type === types.ndjson) return c.body(events.map(line).join(""), 200, { ...linked, "Content-Type": type });
    if (type === types.cloud) return answerJson(c, events.map(cloudEventOf), { ...linked, "Content-Type": type });
    return answerJson(c, { story: slug, version, events, next }, linked);
  },
});

/** The log's ETag in JSON is one that If-Match takes; other representations have others (RFC 9110, section 8.8.3.3). */
const tagOf = ({ version, hash }: { version: number; hash: string }, type: string, { name }: Encoding): string => {
  const log = logEtag(version, hash);
  return type === types.json ? log : `${log.slice(0, -1)}.${type === types.ndjson ? "ndjson" : "cloudevents"}.${name}"`;
};

const line = (event: StoredEntry): string => `${JSON.stringify(event)}\n`;

/**
 * A span of the log, sent while it is read: `Server-Timing` tells of what it cost up to the first chunk. Where D1 fails after that, the line
 * is cut: nobody takes what came for the whole.
 */
const streamed = async (c: Context<App>, slug: string, span: LogSpan, headers: Record<string, string>): Promise<Response> => {
  const chunks = readLogChunks(c.var.d1, slug, span);
  let first: IteratorResult<StoredEntry[]> | undefined = await chunks.next();
  const body = new ReadableStream<Uint8Array>({
    pull: async (out) => {
      const chunk = first ?? (await chunks.next());
      first = undefined;
      if (chunk.done) out.close();
      else out.enqueue(utf8(chunk.value.map(line).join("")));
    },
  });
  return c.body(body, 200, { ...headers, "Content-Type": types.ndjson });
};

/** CloudEvents 1.0: `source` and `id` together name the event, as story and version do. */
const cloudEventOf = (event: StoredEntry) => ({
  specversion: "1.0",
  id: String(event.version),
  source: `/api/stories/${event.story}/events`,
  type: `riposte.${event.type}`,
  subject: event.story,
  time: event.occurredAt,
  datacontenttype: "application/json",
  data: event,
});
