/** What the Worker weighs, static assets apart. */
import { workerBytes } from "../support/worker-size.ts";
import type { Row } from "./row.ts";

const most = 200;

/** One row: all that is deployed as code, gzipped. */
export const bundleSize = (): Row[] => {
  const kibibytes = workerBytes() / 1024;
  return [
    { work: "the Worker, gzipped", budget: `${most} KiB`, measured: `${kibibytes.toFixed(1)} KiB`, holds: kibibytes <= most },
  ];
};
