/** What requests cost in round trips and rows, by D1's own count: the most of stories of every length and shape. */
import { type BudgetLine, budgetLines, type Seeded } from "../support/budget-lines.ts";
import { fatShapes, fatStory } from "../support/fat-stories.ts";
import { longStory } from "../support/fill.ts";
import { seed } from "../support/seed.ts";
import { type Cost, costOf, type Server, startServer } from "../support/server.ts";
import type { Row } from "./row.ts";

const lengths = [10, 1_000, 10_000];

const kinds = ["trips", "read", "written"] as const;

/** The most that the answers to a line cost, as a part of what they may; and that itself. */
const dearest = async (server: Server, line: BudgetLine, seeded: Seeded): Promise<{ cost: Cost; most: Cost }> => {
  const costs = (await line.ask(server, seeded)).map(costOf);
  const { version } = await server.read<{ version: number }>(`/api/stories/${seeded.story}`);
  const cost = Object.fromEntries(kinds.map((kind) => [kind, Math.max(...costs.map((one) => one[kind]))])) as Cost;
  return { cost, most: line.most(version) };
};

const tell = ({ trips, read, written }: Cost): string => `${trips} / ${read} / ${written}`;

/** A row a line: its budget, and the dearest of the stories of 10, 1 000 and 10 000 events and of every fat shape. */
export const counts = async (): Promise<Row[]> => {
  const server = await startServer();
  const stories: Seeded[] = [];
  const add = async (story: string, drafts: ReturnType<typeof longStory>, together: number) => {
    await seed(server, story, drafts, together);
    stories.push({ story, length: drafts.length });
  };
  for (const length of lengths) await add(`long-${length}`, longStory(length), 300);
  for (const shape of fatShapes.filter((name) => name !== "events"))
    await add(`fat-${shape}`, fatStory(shape), shape === "texts" ? 15 : 300);
  const rows: Row[] = [];
  for (const line of budgetLines) {
    const all: { cost: Cost; most: Cost; story: string }[] = [];
    for (const seeded of stories) all.push({ ...(await dearest(server, line, seeded)), story: seeded.story });
    const isOver = ({ cost, most }: (typeof all)[number]) => kinds.some((kind) => cost[kind] > most[kind]);
    const worst = all.find(isOver) ?? all.reduce((a, b) => (b.cost.read / b.most.read > a.cost.read / a.most.read ? b : a));
    rows.push({
      work: `${line.work}: trips / rows read / written`,
      budget: line.told ?? tell(worst.most),
      measured: `${tell(worst.cost)} (${worst.story})`,
      holds: !all.some(isOver),
    });
  }
  await server.close();
  return rows;
};
