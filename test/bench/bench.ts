/**
 * `npm run bench`: one table of what Riposte may cost and does cost on this machine, beside the least that the same work takes.
 * `-- --only NAME` measures one thing, or several, by names after commas; `-- --markdown` writes the table into README.md. `-- --crowd` tells what
 * the readers of a running story cost, in a table of its own.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { appendRates } from "./append.ts";
import { bundleSize } from "./bundle.ts";
import { counts } from "./counts.ts";
import { pageCpu } from "./cpu.ts";
import { crowdCosts } from "./crowd.ts";
import { foldRates } from "./fold.ts";
import { growth } from "./growth.ts";
import { pageFigures } from "./page.ts";
import type { Row } from "./row.ts";
import { searchTimes } from "./search.ts";
import { startUps } from "./startup.ts";

/** What is measured, in the order of the table. */
const measures: Record<string, () => Row[] | Promise<Row[]>> = {
  counts,
  append: appendRates,
  growth,
  cpu: pageCpu,
  page: pageFigures,
  fold: () => foldRates(),
  search: () => searchTimes(),
  bundle: bundleSize,
  startup: startUps,
};

const { values } = parseArgs({
  options: { only: { type: "string" }, markdown: { type: "boolean" }, crowd: { type: "boolean" } },
});

const verdict = ({ holds }: Row): string => (holds === undefined ? "" : holds ? "yes" : "no");

/** The table between the two comments that README.md has for it. */
const writeMarkdown = (rows: readonly Row[]): void => {
  const lines = rows.map((row) => `| ${[row.work, row.budget, row.measured, verdict(row)].join(" | ")} |`);
  const table = ["| work | budget | measured | holds |", "| --- | --- | --- | --- |", ...lines].join("\n");
  const readme = readFileSync("README.md", "utf8");
  const [before, rest = ""] = readme.split("<!-- bench -->");
  const [, after] = rest.split("<!-- /bench -->");
  if (after === undefined) throw new Error("README.md has no place for the table");
  writeFileSync("README.md", `${before}<!-- bench -->\n\n${table}\n\n<!-- /bench -->${after}`);
};

if (values.crowd) console.table(await crowdCosts());
else {
  const names = values.only?.split(",") ?? Object.keys(measures);
  const rows: Row[] = [];
  for (const name of names) {
    const measure = measures[name];
    if (!measure) throw new Error(`--only takes ${Object.keys(measures).join(", ")}`);
    rows.push(...(await measure()));
  }
  console.table(rows.map((row) => ({ work: row.work, budget: row.budget, measured: row.measured, holds: verdict(row) })));
  if (values.markdown) writeMarkdown(rows);
}
