/** What the Worker's start-up takes of a processor, by the profile that wrangler makes of it in workerd. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Row } from "./row.ts";

const root = join(import.meta.dirname, "../..");
const starts = 5;

/** A profile of V8: which node was sampled when, by the microseconds since the sample before. */
type Profile = { nodes: { id: number; callFrame: { functionName: string } }[]; samples: number[]; timeDeltas: number[] };

const isAtWork = (name: string): boolean => !["(idle)", "(program)", "(root)"].includes(name);

/** Milliseconds in which something ran: the Worker's modules, and the collector of what they left. */
const activeIn = ({ nodes, samples, timeDeltas }: Profile): number => {
  const atWork = new Set(nodes.filter(({ callFrame }) => isAtWork(callFrame.functionName)).map(({ id }) => id));
  return samples.reduce((sum, id, index) => sum + (atWork.has(id) ? (timeDeltas[index] ?? 0) : 0), 0) / 1000;
};

/** One row: the median of some starts. */
export const startUps = (): Row[] => {
  const folder = mkdtempSync(join(tmpdir(), "riposte-startup-"));
  const file = join(folder, "startup.cpuprofile");
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const times = Array.from({ length: starts }, () => {
    execFileSync(process.execPath, [wrangler, "check", "startup", "--outfile", file], { cwd: root, stdio: "ignore" });
    return Math.round(activeIn(JSON.parse(readFileSync(file, "utf8"))));
  });
  rmSync(folder, { recursive: true });
  const typical = median(times);
  const measured = `${typical} ms, from ${Math.min(...times)} to ${Math.max(...times)}`;
  return [{ work: "start-up, CPU at the median", budget: "50 ms", measured, holds: typical < 50 }];
};
