/** `npm run export -- FILE`: all stories' events, by position, as NDJSON; `-` writes to standard output. `URL` names the deployment. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { fileAt } from "./export-source.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
const [file] = process.argv.slice(2);

type Page = { events: unknown[]; next: number };

const pageAfter = async (position: number): Promise<Page> => {
  const answer = await fetch(new URL(`/api/events?after=${position}&limit=500`, url));
  if (!answer.ok) throw new Error(`${url} answered with ${answer.status}`);
  // The deployment is trusted to answer as its description says; `npm run verify` says whether what it gave holds.
  return (await answer.json()) as Page;
};

const main = async (target: string): Promise<number> => {
  const out = target === "-" ? process.stdout : createWriteStream(fileAt(target));
  let exported = 0;
  let page = await pageAfter(0);
  while (page.events.length > 0) {
    if (!out.write(page.events.map((event) => `${JSON.stringify(event)}\n`).join(""))) await once(out, "drain");
    exported += page.events.length;
    console.error(`${exported} events`);
    page = await pageAfter(page.next);
  }
  if (out !== process.stdout) {
    out.end();
    await once(out, "finish");
  }
  return exported;
};

if (file === undefined) {
  console.error("Usage: npm run export -- FILE");
  process.exitCode = 2;
} else await main(file);
