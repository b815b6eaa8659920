/** What appends take beside the least that they can take: Hono and one row in a table of D1, in turns on the same machine. */
import { Agent, request } from "node:http";
import { bareTable } from "../support/bare-worker.ts";
import { statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { seed } from "../support/seed.ts";
import { startServer, tokens } from "../support/server.ts";
import { openWorker } from "../support/worker.ts";
import { median, type Row, told } from "./row.ts";

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

/** Appends of one event to stories of a thousand: by one writer, by sixteen to one story, and by sixteen to one each. */
export const appendRates = async (): Promise<Row[]> => {
  const bare = await openWorker({ entry: "test/support/bare-worker.ts" });
  await bare.db.batch(bareTable.map((text) => bare.db.prepare(text)));
  const server = await startServer();
  for (let story = 0; story < writers; story += 1) await seed(server, `story-${story}`, longStory(1_000));
  const headers = { Authorization: `Bearer ${tokens.ada}` };
  const onBare = (story: number) => ({ url: new URL(`/bare/story-${story}`, bare.url).href });
  const onRiposte = (story: number) => ({ url: new URL(`/api/stories/story-${story}/events`, server.url).href, headers });
  const kinds: [string, number, (writer: number) => number][] = [
    ["one writer", 1, () => 0],
    ["sixteen writers on one story", writers, () => 0],
    ["sixteen writers on sixteen stories", writers, (writer) => writer],
  ];
  const rows: Row[] = [];
  for (const [kind, count, storyOf] of kinds) {
    const pairs: { bare: Rate; riposte: Rate }[] = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push({
        bare: await rateOf(count, (writer) => onBare(storyOf(writer))),
        riposte: await rateOf(count, (writer) => onRiposte(storyOf(writer))),
      });
    const ratio = median(pairs.map(({ bare, riposte }) => riposte.rate / bare.rate));
    const [own, least] = [median(pairs.map(({ riposte }) => riposte.rate)), median(pairs.map(({ bare: { rate } }) => rate))];
    const failed = pairs.reduce((sum, { riposte }) => sum + riposte.others, 0);
    const rates = `${told(own)} a second, bare Hono and D1 ${told(least)}`;
    rows.push(
      count === 1
        ? {
            work: `an append by ${kind}, wall time`,
            budget: "1.5 × bare",
            measured: `${(1 / ratio).toFixed(2)} × (${rates})`,
            holds: 1 / ratio <= 1.5 && failed === 0,
          }
        : {
            work: `appends by ${kind}`,
            budget: "0.6 of bare, no 503",
            measured: `${ratio.toFixed(2)} (${rates}), ${failed} failed`,
            holds: ratio >= 0.6 && failed === 0,
          },
    );
  }
  agent.destroy();
  await Promise.all([server.close(), bare.close()]);
  return rows;
};
