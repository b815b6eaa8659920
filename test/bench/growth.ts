/** What grows with a story, and what does not: an append and the status of stories of every length and shape, in rows and in time. */
import { statement } from "../support/drafts.ts";
import { fatShapes, fatStory } from "../support/fat-stories.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { seed } from "../support/seed.ts";
import { costOf, startServer } from "../support/server.ts";
import { median, type Row } from "./row.ts";

const lengths = [10, 1_000, 10_000, 100_000];
const turns = 15;

/** A row for each story; its times are the medians of fifteen, and as many times those of the smallest. */
export const growth = async (): Promise<Row[]> => {
  const server = await startServer();
  const stories = [
    ...lengths.map((length) => ({ name: `${length} events`, slug: `long-${length}`, drafts: () => longStory(length) })),
    ...fatShapes
      .slice(0, 3)
      .map((shape) => ({ name: `thousands of ${shape}`, slug: `fat-${shape}`, drafts: () => fatStory(shape) })),
  ];
  const rows: Row[] = [];
  let least: [number, number] | undefined;
  for (const { name, slug, drafts } of stories) {
    const all = drafts();
    await seed(server, slug, all, all.length > 10_000 ? 5_000 : 300);
    const [appends, reads]: [number[], number[]] = [[], []];
    let [written, read] = ["", ""];
    for (let turn = 0; turn < turns; turn += 1) {
      const [draft] = paced([statement({ by: "ada" })], all.length + turn);
      let start = performance.now();
      const answer = await server.post(slug, draft);
      appends.push(performance.now() - start);
      if (answer.status !== 201) throw new Error(`An append was answered with ${answer.status}`);
      start = performance.now();
      const status = await server.get(`/api/stories/${slug}/status`);
      await status.arrayBuffer();
      reads.push(performance.now() - start);
      if (status.status !== 200) throw new Error(`The status was answered with ${status.status}`);
      [written, read] = [answer, status].map((one) => Object.values(costOf(one)).join(" / ")) as [string, string];
    }
    const times: [number, number] = [median(appends), median(reads)];
    least ??= times;
    const part = (index: 0 | 1) => `${times[index].toFixed(1)} ms, ${(times[index] / (least?.[index] ?? 1)).toFixed(1)} ×`;
    rows.push({ work: `an append to ${name}`, budget: "", measured: `${written}; ${part(0)}` });
    rows.push({ work: `the status of ${name}`, budget: "", measured: `${read}; ${part(1)}` });
  }
  await server.close();
  return rows;
};
