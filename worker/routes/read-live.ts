/** A story's new versions, live: a stream of server-sent events, or a small answer to ask for again and again. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import type { App } from "../env.ts";
import { preferredType } from "../http/accepted.ts";
import { answerJson, answerNoStory, cacheControl } from "../http/answer.ts";
import { answerIfTooManyStreams } from "../http/middleware/rate-limits.ts";
import { neverStale } from "../http/middleware/shared-cache.ts";
import { answerProblem } from "../http/problem.ts";
import { afterParam, defineRoute, storyParams } from "../http/route.ts";
import { answerShared } from "../http/shared.ts";
import { openStream } from "../live/hub-address.ts";
import { hasNews, type PolledState, pollingInterval, readLiveState } from "../live/live.ts";

const types = { json: "application/json", stream: "text/event-stream" };
/** For how many seconds a data centre's cache answers for all who ask again and again. */
const seconds = 2;

/** The route `GET /api/stories/{story}/live`. */
export const readLiveRoute = defineRoute({
  method: "get",
  path: "/api/stories/{story}/live",
  name: "readLive",
  params: storyParams,
  query: z.strictObject({ after: afterParam }),
  described: describes && {
    summary: "A story's new versions, as they come",
    description:
      'Ask for JSON first: it says whether there is a stream, and after how many seconds to ask again where there is none. With `Accept: text/event-stream`, server-sent events: `id` and `data` tell the version, and whether the story is concluded, `{"version":19,"concluded":false}`. Who comes back with `Last-Event-ID` is told at once where there is a newer one; a reader who misses some is told of the newest alone. A `beat` comes every ten seconds: who hears none for twenty asks for JSON, for a proxy keeps the stream back. Streams end after some minutes; there are none of a story to which nothing has come for twenty minutes. Of a concluded story corrections and takedowns may come yet.',
    headers: { "Last-Event-ID": "The version that the reader has; `after` does the same for a first connection." },
    answers: {
      200: {
        description:
          "Where the story is. `stream`: whether streams of it are open now; `every`: after how many seconds to ask again without one. `erased`: the version of its newest takedown, 0 without any; who shows anything of the story from before it has to ask for that anew.",
        content: {
          [types.json]: z
            .strictObject({
              story: z.string(),
              version: z.int(),
              recordedAt: z.string(),
              concluded: z.boolean(),
              every: z.int(),
              stream: z.boolean(),
              erased: z.int(),
            })
            .check(z.meta({ id: "Live" })),
          [types.stream]: z.string(),
        },
        headers: { ETag: "It changes with the version and with `every`." },
      },
      204: { description: "Nothing has come for a while: there is no stream." },
      304: { description: "You have it." },
    },
    problems: ["not-found", "too-many-requests", "unavailable"],
  },
  handle: async (c, { params, query }) => {
    const type = preferredType(c.req.header("Accept"), [types.json, types.stream]);
    const wantsStream = type === types.stream && c.req.method === "GET";
    const limited = wantsStream ? await answerIfTooManyStreams(c) : undefined;
    if (limited) return limited;
    const key = new URL(c.req.path, c.req.url);
    const told = await answerShared(c, { key, address: key, seconds }, () => tell(c, params.story));
    // No hub is woken for a story that there is not, or of which there is no news.
    if (wantsStream && told.status === 200) return stream(c, params.story, query.after ?? 0, (await told.json()) as Live);
    if (told.ok || told.status === 304) for (const [name, value] of Object.entries(neverStale)) told.headers.set(name, value);
    return told;
  },
});

/** What this route tells of a story. */
type Live = PolledState & { every: number; stream: boolean };

const tell = async (c: Context<App>, slug: string): Promise<Response> => {
  const live = await readLiveState(c.var.d1, slug);
  if (!live) return answerNoStory(c);
  const every = pollingInterval(live, Date.now());
  const told: Live = { ...live, every, stream: c.env.HUB !== undefined && hasNews(live, Date.now()) };
  const headers = {
    ETag: `"live.${live.version}.${every}.${live.erased}"`,
    "Cache-Control": cacheControl.briefly,
    Vary: "Accept",
  };
  return answerJson(c, { story: slug, ...told }, headers);
};

const stream = async (c: Context<App>, slug: string, after: number, live: Live): Promise<Response> => {
  if (c.env.HUB && !live.stream) return c.body(null, 204, { "Cache-Control": "no-store" });
  // A reader who comes back has the address of the first time, and the id of the last.
  const last = Number(/^\d{1,15}$/.exec(c.req.header("Last-Event-ID") ?? "")?.[0] ?? 0);
  const answer = await openStream(c.env, slug, Math.max(last, after), live);
  if (!answer?.body)
    return answerProblem(c, "unavailable", {
      detail: "No stream can be had at the moment. Ask for JSON, again and again.",
      headers: { "Retry-After": "30" },
    });
  const headers = { "Content-Type": types.stream, "Cache-Control": "no-store", Vary: "Accept", "X-Accel-Buffering": "no" };
  return c.body(answer.body, 200, headers);
};
