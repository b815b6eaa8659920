/**
 * `npm run export -- FILE`: all stories' events, by position, as NDJSON; `-` writes to standard output. `URL` names the deployment. It ends where
 * the log stood when it began; only where something was taken down meanwhile does it go on, to the takedown.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { isTakenDown } from "../../events/registry.ts";
import { erasedBy, remainsOf } from "../../events/remains.ts";
import { createClient } from "../client.ts";
import type { StoredEntry } from "../store/rows.ts";
import { fileAt } from "./export-source.ts";
import { failWith } from "./failure.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
const [file] = process.argv.slice(2);

/** What takedowns did while the log was read. */
type Takedowns = {
  /** Events whose content is gone, and of which no takedown was read yet. */
  unexplained: Set<string>;
  /** Events that were read whole, and were taken down since. */
  readWhole: Set<string>;
};

const nameOf = ({ story, version }: { story: string; version: number }): string => `${story} ${version}`;

const note = ({ unexplained, readWhole }: Takedowns, entry: StoredEntry): void => {
  if (isTakenDown(entry)) unexplained.add(nameOf(entry));
  else
    for (const version of erasedBy([entry])) {
      const name = nameOf({ story: entry.story, version });
      if (!unexplained.delete(name)) readWhole.add(name);
    }
};

/** The log as NDJSON, page by page, as far as it stood when the first was read. */
async function* pages(takedowns: Takedowns): AsyncGenerator<string> {
  const { log } = createClient({ url });
  let exported = 0;
  let page = await log();
  for (let end = page.head; page.events.length > 0; page = await log(page.next)) {
    // What is gone without a word of why was taken down after that: the word is further on.
    if (takedowns.unexplained.size > 0) end = Math.max(end, page.head);
    const entries = page.events.filter(({ position }) => position <= end);
    for (const entry of entries) note(takedowns, entry);
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
    exported += entries.length;
    console.error(`${exported} events`);
    if (page.next >= end && takedowns.unexplained.size === 0) return;
  }
}

/** An export without what was taken down after it had been read. */
async function* without(readWhole: ReadonlySet<string>, path: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    // The deployment wrote it, and this script the file.
    const entry = JSON.parse(line) as StoredEntry;
    if (isTakenDown(entry) || !readWhole.has(nameOf(entry))) yield `${line}\n`;
    else {
      const { commitment, hash } = entry.seal;
      yield `${JSON.stringify({ ...remainsOf(entry), position: entry.position, seal: { commitment, hash } })}\n`;
    }
  }
}

const main = async (target: string): Promise<void> => {
  const takedowns: Takedowns = { unexplained: new Set(), readWhole: new Set() };
  if (target === "-") return pipeline(() => pages(takedowns), process.stdout, { end: false });
  // Cut short at the end of a line, an export still verifies: it has its name only once it is whole.
  const path = fileAt(target);
  const part = `${path}.part`;
  await pipeline(() => pages(takedowns), createWriteStream(part));
  if (takedowns.readWhole.size === 0) return rename(part, path);
  const clean = `${path}.clean.part`;
  await pipeline(() => without(takedowns.readWhole, part), createWriteStream(clean));
  await rm(part);
  await rename(clean, path);
};

if (file === undefined) {
  console.error("Usage: npm run export -- FILE");
  process.exitCode = 2;
} else await main(file).catch(failWith);
