/** What a story's page takes of a processor, made and kept, beside a Worker that reads one row of D1 and does nothing else. */
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { bareTable } from "../support/bare-worker.ts";
import { runtimes } from "../support/runtimes.ts";
import { startServer } from "../support/server.ts";
import { openWorker } from "../support/worker.ts";
import { median, type Row } from "./row.ts";

const [rounds, requests] = [5, 400];
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

const get = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, { agent }, (answer) => {
      if (answer.statusCode === 200) answer.resume().on("end", resolve);
      else reject(new Error(`${url} was answered with ${answer.statusCode}`));
    })
      .on("error", reject)
      .end();
  });

/** Ticks of a core that a process has used: the 14th and 15th fields of `stat`, https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const ticksOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
};

/** Ticks that so many requests take, four at a time. */
const ticksFor = async (pid: number, urlOf: (turn: number) => string): Promise<number> => {
  const before = ticksOf(pid);
  let turn = 0;
  const ask = async () => {
    while (turn < requests) {
      turn += 1;
      await get(urlOf(turn));
    }
  };
  await Promise.all(Array.from({ length: 4 }, ask));
  return ticksOf(pid) - before;
};

/** A row for a page that is made for each request, and one for a page that is kept. */
export const pageCpu = async (): Promise<Row[]> => {
  const before = new Set(runtimes());
  const bare = await openWorker({ entry: "test/support/bare-worker.ts" });
  await bare.db.batch(bareTable.map((text) => bare.db.prepare(text)));
  await bare.db.prepare("INSERT INTO bare (story, version, place, body) VALUES ('one', 1, '', '{}')").run();
  const [barePid = 0] = runtimes().filter((pid) => !before.has(pid));
  const server = await startServer();
  const [pid = 0] = runtimes().filter((one) => !before.has(one) && one !== barePid);
  for (const events of sampleRequests) await server.record(sampleStory, events);
  const page = new URL(`/stories/${sampleStory}`, server.url).href;
  const row = new URL("/bare/one", bare.url).href;
  let round = 0;
  const ways: [string, number, (turn: number) => string][] = [
    ["made", 3, (turn) => `${page}?at=${round * requests + turn}`],
    ["kept", 1.2, () => page],
  ];
  const rows: Row[] = [];
  for (const [way, most, urlOf] of ways) {
    const ratios: number[] = [];
    // The first round is for the compilers.
    for (let turn = 0; turn <= rounds; turn += 1) {
      round += 1;
      const least = await ticksFor(barePid, () => row);
      const own = await ticksFor(pid, urlOf);
      if (turn > 0) ratios.push(own / least);
    }
    const ratio = median(ratios);
    rows.push({
      work: `the story's page, ${way}: CPU beside a bare one-row read`,
      budget: `${most} ×`,
      measured: `${ratio.toFixed(2)} ×`,
      holds: ratio <= most,
    });
  }
  agent.destroy();
  await Promise.all([server.close(), bare.close()]);
  return rows;
};
