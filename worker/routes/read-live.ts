/** A story's new versions, live: a stream of server-sent events, or a small answer to ask for again and again. */
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import * as z from "zod/mini";
import type { App } from "../env.ts";
import { answerJson, answerNoStory, cacheControl } from "../http/answer.ts";
import { answerProblem } from "../http/problem.ts";
import { afterParam, defineRoute, storyParams } from "../http/route.ts";
import { answerShared } from "../http/shared.ts";
import { hubOf, pollingInterval, readLiveState } from "../live/live.ts";

const types = { json: "application/json", stream: "text/event-stream" };
/** For how many seconds a data centre's cache answers for all who ask again and again. */
const seconds = 2;

/** The route `GET /api/stories/{story}/live`. */
export const readLiveRoute = defineRoute({
  method: "get",
  path: "/api/stories/{story}/live",
  name: "readLive",
  summary: "A story's new versions, as they come",
  description:
    'With `Accept: text/event-stream`, server-sent events: `id` and `data` tell the version, `{"version":19,"concluded":false}`. Who comes back with `Last-Event-ID` is told at once where there is a newer one; a reader who misses some is told of the newest alone. Streams end after some minutes, and with 204 once the story is concluded: then only corrections and takedowns come, for which to ask. Without it, or where no stream can be had, ask again after `every` seconds.',
  params: storyParams,
  query: z.strictObject({ after: afterParam }),
  headers: { "Last-Event-ID": "The version that the reader has; `after` does the same for a first connection." },
  answers: {
    200: {
      description:
        "Where the story is. `every`: after how many seconds to ask again. `erased`: the version of its newest takedown, 0 without any; who shows anything of the story from before it has to ask for that anew.",
      content: {
        [types.json]: z
          .strictObject({ story: z.string(), version: z.int(), concluded: z.boolean(), every: z.int(), erased: z.int() })
          .check(z.meta({ id: "Live" })),
        [types.stream]: z.string(),
      },
      headers: { ETag: "It changes with the version and with `every`." },
    },
    204: { description: "The story is concluded, and you have its last version: there is no stream." },
    304: { description: "You have it." },
  },
  problems: ["not-found", "unavailable"],
  handle: (c, { params, query }) => {
    const type = accepts(c, { header: "Accept", supports: Object.values(types), default: types.json });
    if (type === types.stream && c.req.method === "GET") return stream(c, params.story, query.after ?? 0);
    const key = new URL(c.req.path, c.req.url);
    return answerShared(c, { key, seconds }, () => tell(c, params.story));
  },
});

const tell = async (c: Context<App>, slug: string): Promise<Response> => {
  const live = await readLiveState(c.var.d1, slug);
  if (!live) return answerNoStory(c);
  const { version, concluded, erased } = live;
  const every = pollingInterval(live, Date.now());
  const headers = { ETag: `"live.${version}.${every}.${erased}"`, "Cache-Control": cacheControl.briefly, Vary: "Accept" };
  return answerJson(c, { story: slug, version, concluded, every, erased }, headers);
};

const stream = async (c: Context<App>, slug: string, after: number): Promise<Response> => {
  // A reader who comes back has the address of the first time, and the id of the last.
  const last = Number(/^\d{1,15}$/.exec(c.req.header("Last-Event-ID") ?? "")?.[0] ?? 0);
  const answer = await hubOf(c.env, slug)?.open(Math.max(last, after));
  if (answer?.status === 404) return answerNoStory(c);
  if (answer?.status === 204) return c.body(null, 204, { "Cache-Control": "no-store" });
  if (answer?.status !== 200 || !answer.body)
    return answerProblem(c, "unavailable", {
      detail: "No stream can be had at the moment. Ask for JSON, again and again.",
      headers: { "Retry-After": "30" },
    });
  return c.body(answer.body, 200, { "Content-Type": types.stream, "Cache-Control": "no-store", Vary: "Accept" });
};
