/** `npm run export -- FILE`: all stories' events, by position, as NDJSON; `-` writes to standard output. `URL` names the deployment. */
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createClient } from "../client.ts";
import { fileAt } from "./export-source.ts";
import { failWith } from "./failure.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
const [file] = process.argv.slice(2);

/** The log as NDJSON, page by page, until there is no more of it. */
async function* pages(): AsyncGenerator<string> {
  const { log } = createClient({ url });
  let exported = 0;
  for (let page = await log(); page.events.length > 0; page = await log(page.next)) {
    yield page.events.map((event) => `${JSON.stringify(event)}\n`).join("");
    exported += page.events.length;
    console.error(`${exported} events`);
  }
}

const main = async (target: string): Promise<void> => {
  if (target === "-") return pipeline(pages, process.stdout, { end: false });
  // Cut short at the end of a line, an export still verifies: it has its name only once it is whole.
  const path = fileAt(target);
  await pipeline(pages, createWriteStream(`${path}.part`));
  await rename(`${path}.part`, path);
};

if (file === undefined) {
  console.error("Usage: npm run export -- FILE");
  process.exitCode = 2;
} else await main(file).catch(failWith);
