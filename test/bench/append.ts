/** What appends take beside the least that they can take: Hono and one row in a table of D1, in turns on the same machine. */
import { Agent, request } from "node:http";
import { bareTable } from "../support/bare-worker.ts";
import { statement } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { startServer, tokens } from "../support/server.ts";
import { openWorker } from "../support/worker.ts";

const writers = 16;
/** Each is measured so often, in turns with the other, for so many seconds; the medians are told. */
const [rounds, seconds] = [5, 2];
const agent = new Agent({ keepAlive: true, maxSockets: writers });

type Ask = (writer: number) => { url: string; headers?: Record<string, string> };
type Rate = { rate: number; others: number };

const body = JSON.stringify(paced([statement({ by: "ada" })], 2_000)[0]);

const send = (url: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, agent },
      (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on("error", reject).end(body);
  });

/** The 201s a second by so many writers, each with one request under way, and how many other answers there were. */
const rateOf = async (count: number, ask: Ask): Promise<Rate> => {
  const start = performance.now();
  let [created, others] = [0, 0];
  const write = async (_: unknown, writer: number): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      const { url, headers } = ask(writer);
      if ((await send(url, headers)) === 201) created += 1;
      else others += 1;
    }
  };
  await Promise.all(Array.from({ length: count }, write));
  return { rate: created / ((performance.now() - start) / 1000), others };
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Appends of one event to stories of a thousand: by one writer, by sixteen to one story, and by sixteen to one each. */
export const appendRates = async (): Promise<Record<string, string | number>[]> => {
  const bare = await openWorker({ entry: "test/support/bare-worker.ts" });
  await bare.db.batch(bareTable.map((text) => bare.db.prepare(text)));
  const server = await startServer();
  for (let story = 0; story < writers; story += 1) await fill(server, `story-${story}`, 1_000);
  const headers = { Authorization: `Bearer ${tokens.ada}` };
  const onBare = (story: number) => ({ url: new URL(`/bare/story-${story}`, bare.url).href });
  const onRiposte = (story: number) => ({ url: new URL(`/api/stories/story-${story}/events`, server.url).href, headers });
  const kinds: [string, number, (writer: number) => number][] = [
    ["by one writer (its time ≤ 1.5 × bare)", 1, () => 0],
    ["by sixteen to one story (≥ 0.6 of bare)", writers, () => 0],
    ["by sixteen to one story each (≥ 0.6 of bare)", writers, (writer) => writer],
  ];
  const table: Record<string, string | number>[] = [];
  for (const [kind, count, storyOf] of kinds) {
    const pairs: { bare: Rate; riposte: Rate }[] = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push({
        bare: await rateOf(count, (writer) => onBare(storyOf(writer))),
        riposte: await rateOf(count, (writer) => onRiposte(storyOf(writer))),
      });
    const ratios = pairs.map(({ bare, riposte }) => riposte.rate / bare.rate);
    table.push({
      "appends of one event": kind,
      "Riposte, a second": Math.round(median(pairs.map(({ riposte }) => riposte.rate))),
      "bare Hono and D1": Math.round(median(pairs.map(({ bare: { rate } }) => rate))),
      "of bare": median(ratios).toFixed(2),
      "its time": `${(1 / median(ratios)).toFixed(2)} ×`,
      "not 201": pairs.reduce((sum, { riposte }) => sum + riposte.others, 0),
    });
  }
  agent.destroy();
  await Promise.all([server.close(), bare.close()]);
  return table;
};
