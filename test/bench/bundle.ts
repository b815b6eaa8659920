/** What the Worker weighs, static assets apart: what serves readers, and all of it with the desk. */
import { readersBytes, workerBytes } from "../support/worker-size.ts";
import type { Row } from "./row.ts";

const most = 200;

const rowOf = (work: string, bytes: number): Row => {
  const kibibytes = bytes / 1024;
  return { work, budget: `${most} KiB`, measured: `${kibibytes.toFixed(1)} KiB`, holds: kibibytes <= most };
};

/** Two rows, gzipped: without the desk, and all that is deployed as code. */
export const bundleSize = async (): Promise<Row[]> => [
  rowOf("the Worker without the desk, gzipped", await readersBytes()),
  rowOf("the Worker with the desk, gzipped", workerBytes()),
];
