/**
 * `npm run import -- FILE`: takes an export into the deployment at `URL`, as the publisher whose token is `TOKEN`. The file is verified first,
 * and refused whole where it does not hold. Killed, it can be run again: what is there already is passed over.
 */
import { readFileSync } from "node:fs";
import { audit } from "../../events/audit.ts";
import { linesOf, parseExported } from "../../events/exported.ts";
import type { Exported } from "../../events/verify.ts";
import { createClient } from "../client.ts";
import { openExport } from "./export-source.ts";
import { tokenFile } from "./token-file.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
const [file] = process.argv.slice(2);

/** A request has at most a mebibyte, and some room for what stands around its entries. */
const mostBytes = 900_000;
const mostEntries = 500;

/** The stories of a file, each in log order. */
const storiesIn = async (source: string): Promise<Map<string, Exported[]>> => {
  const stories = new Map<string, Exported[]>();
  for await (const line of linesOf(await openExport(source))) {
    const event = parseExported(line);
    if (!event || "why" in event) continue;
    const log = stories.get(event.story) ?? [];
    stories.set(event.story, log);
    log.push(event);
  }
  return stories;
};

/** Entries as JSON, in requests that are small enough. */
function* shipments(log: readonly Exported[]): Generator<string[]> {
  let shipment: string[] = [];
  let bytes = 0;
  for (const text of log.map((entry) => JSON.stringify(entry))) {
    const length = Buffer.byteLength(text) + 1;
    if (shipment.length === mostEntries || (shipment.length > 0 && bytes + length > mostBytes)) {
      yield shipment;
      shipment = [];
      bytes = 0;
    }
    shipment.push(text);
    bytes += length;
  }
  if (shipment.length > 0) yield shipment;
}

const main = async (source: string): Promise<void> => {
  const { findings, unreadable } = await audit(await openExport(source));
  const broken = findings.find((finding) => finding.broken);
  if (unreadable) throw new Error(`Line ${unreadable.line} could not be read: ${unreadable.why}. Nothing was imported.`);
  if (broken?.broken)
    throw new Error(`${broken.story}: event ${broken.broken.version} does not hold: ${broken.broken.why}. Nothing was imported.`);
  const riposte = createClient({ url, token: process.env.TOKEN ?? readFileSync(tokenFile, "utf8").trim() });
  const stories = await storiesIn(source);
  const all = [...stories.values()].reduce((sum, log) => sum + log.length, 0);
  let done = 0;
  for (const [story, log] of stories) {
    // From the newest that is there already, if any: it shows whether the logs are one.
    const from = Math.max(0, Math.min(await riposte.version(story), log.length) - 1);
    done += from;
    for (const entries of shipments(log.slice(from))) {
      await riposte.import(story, entries);
      done += entries.length;
    }
    console.log(`${done} of ${all} events: ${story}`);
  }
};

if (file === undefined) {
  console.error("Usage: npm run import -- FILE");
  process.exitCode = 2;
} else
  await main(file).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
