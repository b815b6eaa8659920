/** How many requests a second the Worker answers, at Miniflare's own port, beside `GET /health` in the same run. */
import { Agent, request } from "node:http";
import type { PostedEvent } from "../../events/registry.ts";
import { createClient } from "../../worker/client.ts";
import { statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { startServer, tokens } from "../support/server.ts";

const clients = 16;
const seconds = 3;
const agent = new Agent({ keepAlive: true, maxSockets: clients });

type Ask = { path: string; method?: string; headers?: Record<string, string>; body?: string };

const send = (url: URL, { path, method = "GET", headers = {}, body }: Ask): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, url).href, { method, headers, agent }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject).end(body);
  });

/** Requests a second, by as many clients as there are, each with one request under way. */
const rateOf = async (url: URL, status: number, ask: () => Ask): Promise<number> => {
  const start = performance.now();
  let answered = 0;
  const client = async () => {
    for (; performance.now() - start < seconds * 1000; answered += 1) {
      const got = await send(url, ask());
      if (got !== status) throw new Error(`${ask().path} was answered with ${got}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answered / ((performance.now() - start) / 1000);
};

/** Requests a second of each kind in stories of a thousand events, and as a part of what `GET /health` comes to just before. */
export const loads = async (): Promise<Record<string, string | number>[]> => {
  const { url, signed, close } = await startServer();
  const riposte = createClient({ url, token: tokens.ada });
  // The drafts are those that the API admits, in its own tests.
  const drafts = longStory(1_000) as PostedEvent[];
  for (let story = 0; story < clients; story += 1)
    for (let from = 0; from < 1_000; from += 100) await riposte.append(`story-${story}`, drafts.slice(from, from + 100));

  let turn = 0;
  const status = { path: "/api/stories/story-0/status" };
  const etag = (await fetch(new URL(status.path, url))).headers.get("ETag") ?? "";
  const headers = signed("ada");
  const body = JSON.stringify(paced([statement({ by: "ada" })], 2_000)[0]);
  const kinds: [string, number, () => Ask][] = [
    ["304 of a projection", 304, () => ({ ...status, headers: { "If-None-Match": etag } })],
    ["projection", 200, () => status],
    ["page of the timeline", 200, () => ({ path: "/api/stories/story-0/timeline" })],
    [
      "append, to 16 stories",
      201,
      () => ({ path: `/api/stories/story-${turn++ % clients}/events`, method: "POST", headers, body }),
    ],
  ];
  const table: Record<string, string | number>[] = [];
  for (const [kind, expected, ask] of kinds) {
    const health = await rateOf(url, 200, () => ({ path: "/health" }));
    const rate = await rateOf(url, expected, ask);
    table.push({
      "requests a second": kind,
      Riposte: Math.round(rate),
      "/health": Math.round(health),
      ratio: (rate / health).toFixed(2),
    });
  }
  agent.destroy();
  await close();
  return table;
};
