/** A story's log, in log order: JSON page by page, NDJSON whole, or a batch of CloudEvents. */
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { stream } from "hono/streaming";
import * as z from "zod";
import { clientHas, json, keep, noStory, unmodified } from "../answer.ts";
import type { App } from "../env.ts";
import { nextLink } from "../links.ts";
import { versionTag } from "../preconditions.ts";
import { after, defineRoute, limit, story } from "../route.ts";
import { cloudEvent, recordedEvent } from "../shapes.ts";
import { readChunks, selectAfter } from "../store/log.ts";
import { eventOf, type Stored } from "../store/rows.ts";
import { knownOf, selectKnown } from "../store/snapshots.ts";

const most = 500;
const types = { json: "application/json", ndjson: "application/x-ndjson", cloud: "application/cloudevents-batch+json" };
const page = z.strictObject({ story: z.string(), version: z.int(), events: z.array(recordedEvent), next: z.int().nullable() });

export const readEvents = defineRoute({
  method: "get",
  path: "/api/stories/{story}/events",
  name: "readEvents",
  summary: "A story's log, in the order in which it was recorded",
  description: "As NDJSON the whole of it is streamed, one event a line, unless a limit is given.",
  params: story,
  query: z.strictObject({ after, limit: limit(most) }),
  answers: {
    200: {
      description: "Events after a version; `next` is the `after` of the next page.",
      content: { [types.json]: page.meta({ id: "Log" }), [types.ndjson]: recordedEvent, [types.cloud]: z.array(cloudEvent) },
      headers: { ETag: "The story's version: what If-Match takes.", Link: 'The next page: rel="next".' },
    },
    304: { description: "You have it." },
  },
  problems: ["not-found", "invalid", "unavailable"],
  handle: async (c, { params: { story: slug }, query }) => {
    const type = accepts(c, { header: "Accept", supports: Object.values(types), default: types.json });
    const wanted = query.limit ?? 100;
    const from = query.after ?? 0;
    if (type === types.ndjson && query.limit === undefined) return streamed(c, slug, from);
    const { d1 } = c.var;
    const [[row] = [], rows = []] = await d1.ask(selectKnown(d1, slug, []), selectAfter(d1, slug, from, wanted));
    const known = knownOf(row, []);
    if (!known) return noStory(c);
    const { version } = known.head;
    const etag = versionTag(version);
    if (clientHas(c)(etag)) return unmodified(c, etag, keep.briefly);
    const events = rows.map(eventOf);
    const last = events.at(-1)?.version ?? version;
    const next = last < version ? last : null;
    const headers = {
      ETag: etag,
      "Cache-Control": keep.briefly,
      ...(next === null ? {} : nextLink(c.req.url, { after: String(next) })),
    };
    if (type === types.ndjson) return lines(c, events, headers);
    if (type === types.cloud) return json(c, events.map(cloudEventOf), { ...headers, "Content-Type": types.cloud });
    return json(c, { story: slug, version, events, next }, headers);
  },
});

const line = (event: Stored): string => `${JSON.stringify(event)}\n`;

const lines = (c: Context<App>, events: readonly Stored[], headers: Record<string, string>): Response =>
  c.body(events.map(line).join(""), 200, { ...headers, "Content-Type": types.ndjson, Vary: "Accept" });

/** The whole log from a version on. What D1 cost is told of the first chunk alone: the rest is read while it is sent. */
const streamed = async (c: Context<App>, slug: string, from: number): Promise<Response> => {
  const chunks = readChunks(c.var.d1, slug, { after: from });
  const first = await chunks.next();
  if (first.done && from === 0) return noStory(c);
  c.header("Content-Type", types.ndjson);
  c.header("Cache-Control", keep.briefly);
  c.header("Vary", "Accept");
  return stream(c, async (out) => {
    for (let chunk = first; !chunk.done && !out.aborted; chunk = await chunks.next())
      await out.write(chunk.value.map(line).join(""));
  });
};

/** CloudEvents 1.0: `source` and `id` together name the event, as story and version do. */
export const cloudEventOf = (event: Stored) => ({
  specversion: "1.0",
  id: String(event.version),
  source: `/api/stories/${event.story}/events`,
  type: `riposte.${event.type}`,
  subject: event.story,
  time: event.occurredAt,
  datacontenttype: "application/json",
  data: event,
});
