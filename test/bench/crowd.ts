/** What the readers of a running story cost D1 when an event comes: where each asks D1, through the shared cache, and by the hub. */
import { Agent, get, type IncomingMessage } from "node:http";
import { scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { startServer } from "../support/server.ts";

/** How many readers: the most is what this machine holds beside the clients, twice what a hub takes where nobody says otherwise. */
const crowds = [10, 1_000, 4_000];
/** No crowd is waited for longer, in milliseconds. */
const longest = 120_000;
/** Where each asks D1, what it costs grows with them: so many show it. */
const mostApart = 1_000;

const asking = new Agent({ keepAlive: true, maxSockets: 64 });
const streaming = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

const open = (url: URL, agent: Agent, headers: Record<string, string> = {}): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url.href, { agent, headers }, resolve).on("error", reject);
  });

/** Reads an answer to its end. */
const ask = async (url: URL, headers: Record<string, string> = {}): Promise<void> => {
  const answer = await open(url, asking, headers);
  if (answer.statusCode !== 200) throw new Error(`${url} was answered with ${answer.statusCode}`);
  for await (const _ of answer);
};

const times = <Answer>(count: number, run: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, run));

const within = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`Not everybody was answered in ${longest} ms`)), longest);
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
};

/** Opens a stream; answers with what resolves at the first message, to the time at which it came, and with the way to leave. */
const listen = async (url: URL) => {
  const answer = await open(url, streaming, { Accept: "text/event-stream" });
  if (answer.statusCode !== 200) throw new Error(`A stream was answered with ${answer.statusCode}`);
  const told = new Promise<number>((resolve) => {
    answer.on("data", (bytes: Buffer) => {
      if (bytes.includes("event: version")) resolve(performance.now());
    });
  });
  return { told, leave: () => answer.destroy() };
};

type Cost = { trips: number; read: number };

/** A row for each crowd and way: round trips and rows to learn of one event and to read the page after it, and how late the last was told. */
export const crowdCosts = async (): Promise<Record<string, string | number>[]> => {
  const variables = { HUB_MOST: String(Math.max(...crowds)) };
  const server = await startServer({ entry: "test/support/counted-worker.ts", variables });
  const { url } = server;
  const post = async (story: string, events: unknown): Promise<Response> => {
    const answer = await server.post(story, events);
    if (answer.status !== 201) throw new Error(`An event was answered with ${answer.status}`);
    return answer;
  };
  const counted = () => server.read<Cost>("/counted");
  /** What D1 was asked meanwhile, without what the append itself has cost. */
  const costOf = async (work: () => Promise<Response | undefined>): Promise<string> => {
    const before = await counted();
    const own = (await within(work()))?.headers.get("Server-Timing") ?? "";
    const after = await counted();
    const [, trips = 0, read = 0] = /trips=(\d+) read=(\d+)/.exec(own) ?? [];
    return `${after.trips - before.trips - Number(trips)} / ${after.read - before.read - Number(read)}`;
  };
  const quietly = async (work: Promise<unknown>) => {
    await work;
    return undefined;
  };

  const table: Record<string, string | number>[] = [];
  for (const count of crowds) {
    const story = `crowd-${count}`;
    const at = (path: string) => new URL(path, url);
    const [page, live] = [`/stories/${story}`, `/api/stories/${story}/live`];
    const next = () => post(story, paced([statement()], 60));
    await post(story, paced([...scene, statement()]));
    const row = (way: string, told: string, read: string, late: string) =>
      table.push({
        readers: count,
        "trips / rows read": way,
        "to be told": told,
        "to read the page": read,
        "told after, ms": late,
      });

    await next();
    if (count <= mostApart) {
      const own = await costOf(() => quietly(times(count, () => ask(at(`/api/stories/${story}/status`)))));
      row("each asks D1", own, await costOf(() => quietly(times(count, () => ask(at(page))))), "");
    }
    const cached = await costOf(() => quietly(times(count, () => ask(at(live)))));
    row("shared cache", cached, await costOf(() => quietly(times(count, () => ask(at(`${page}?at=7`))))), "up to 7 000");

    const readers = await within(times(count, () => listen(at(`${live}?after=7`))));
    let start = 0;
    let late: number[] = [];
    const hub = await costOf(async () => {
      start = performance.now();
      const answer = await next();
      late = (await Promise.all(readers.map(({ told }) => told))).map((time) => time - start).sort((a, b) => a - b);
      return answer;
    });
    const told = `${Math.round(late[count >> 1] ?? 0)} (median), ${Math.round(late.at(-1) ?? 0)} (last)`;
    row("hub", hub, await costOf(() => quietly(times(count, () => ask(at(`${page}?at=8`))))), told);
    for (const { leave } of readers) leave();
  }
  asking.destroy();
  streaming.destroy();
  await server.close();
  return table;
};
