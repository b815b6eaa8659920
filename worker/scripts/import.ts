/**
 * `npm run import -- FILE [--continue]`: takes an export into the deployment at `URL`, as the publisher whose token is `TOKEN`. The file is verified
 * first. It goes story by story: one that does not hold, or that the deployment does not take, is left out, and told of at the end, which is then
 * 1. Killed, it can be run again: what is there already is passed over. `--continue`: stories may go on from what was recorded there. The pictures
 * come from the deployment at `PICTURES`, or from that at which the export is read.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Audit, audit } from "../../events/audit.ts";
import { linesOf, parseExported } from "../../events/exported.ts";
import { createClient, ProblemError } from "../client.ts";
import { openExport } from "./export-source.ts";
import { failWith, sentenceOf } from "./failure.ts";
import { movePictures, pictureAddressesOf } from "./move-pictures.ts";
import { tokenFile } from "./token-file.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;

const asked = () => {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { continue: { type: "boolean" } } });
    return positionals.length === 1 ? { file: positionals[0], continues: values.continue === true } : {};
  } catch {
    // An option that there is not: the usage says which there is.
    return {};
  }
};
const { file, continues = false } = asked();

/** A request has at most a mebibyte, and some room for what stands around its entries. */
const mostBytes = 900_000;
const mostEntries = 500;

/** The stories of an export, each in log order: the lines as they came; why some of them do not hold; the addresses of the pictures they show. */
type Stories = { logs: Map<string, Uint8Array[]>; faults: Map<string, string>; pictures: Set<string> };

/** Reads an export once, verifying it as it arrives; throws where it cannot be read to its end. */
const verified = async (source: string): Promise<Stories> => {
  const chunks: Uint8Array[] = [];
  async function* kept(): AsyncGenerator<Uint8Array> {
    for await (const chunk of await openExport(source)) {
      chunks.push(chunk);
      yield chunk;
    }
  }
  const progress = (events: number) => {
    if (events % 10_000 === 0) console.log(`${events} events hold`);
  };
  const found = await audit(kept(), { progress });
  if (found.unreadable) throw new Error(`Line ${found.unreadable.line} could not be read: ${found.unreadable.why}. ${nothing}`);
  if (found.findings.length === 0) throw new Error(`There is no event in it. ${nothing}`);
  return { ...(await storiesIn(chunks)), faults: faultsOf(found) };
};

const nothing = "Nothing was imported.";

const faultsOf = ({ findings }: Audit): Map<string, string> =>
  new Map(
    findings.flatMap(({ story, broken }) =>
      broken ? [[story, `event ${broken.version} does not hold: ${broken.why}`] as [string, string]] : [],
    ),
  );

const storiesIn = async (chunks: readonly Uint8Array[]): Promise<Pick<Stories, "logs" | "pictures">> => {
  const stories = new Map<string, Uint8Array[]>();
  const pictures = new Set<string>();
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  for await (const line of linesOf(again())) {
    const event = parseExported(line);
    if (!event || "why" in event) continue;
    const log = stories.get(event.story) ?? [];
    stories.set(event.story, log);
    log.push(line);
    for (const address of pictureAddressesOf(event)) pictures.add(address);
  }
  return { logs: stories, pictures };
};

/** Entries in requests that are small enough. */
function* shipments(log: readonly Uint8Array[]): Generator<string[]> {
  let shipment: string[] = [];
  let bytes = 0;
  for (const line of log) {
    if (shipment.length === mostEntries || (shipment.length > 0 && bytes + line.length + 1 > mostBytes)) {
      yield shipment;
      shipment = [];
      bytes = 0;
    }
    shipment.push(new TextDecoder().decode(line));
    bytes += line.length + 1;
  }
  if (shipment.length > 0) yield shipment;
}

const riposteAt = () => createClient({ url, token: process.env.TOKEN ?? readFileSync(tokenFile, "utf8").trim() });

/** Imports one story's log from where the deployment has none of it; `told` is told how many of its events are there. */
const importStory = async (
  riposte: ReturnType<typeof riposteAt>,
  story: string,
  log: readonly Uint8Array[],
  told: (events: number) => void,
): Promise<void> => {
  // From the newest that is there already, if any: it shows whether the logs are one.
  let from = Math.max(0, Math.min(await riposte.version(story), log.length) - 1);
  for (const entries of shipments(log.slice(from))) {
    from += entries.length;
    await riposte.import(story, entries, { more: from < log.length, continues });
    told(from);
  }
};

/** Brings the pictures, and tells of those that are left. */
const bringPictures = async (
  riposte: ReturnType<typeof riposteAt>,
  source: string,
  pictures: ReadonlySet<string>,
): Promise<void> => {
  const origin = process.env.PICTURES ?? (/^https?:\/\//i.test(source) ? source : undefined);
  const left = origin === undefined ? [...pictures] : await movePictures(riposte, origin, pictures);
  if (left.length > 0) console.warn(`${left.length} pictures are still to be uploaded:\n${left.join("\n")}`);
};

/** Whether it is this story that is not taken, and not the deployment that takes none. */
const isOfTheStory = (error: unknown): boolean => error instanceof ProblemError && [409, 413, 422].includes(error.problem.status);

const main = async (source: string): Promise<void> => {
  const { logs, faults, pictures } = await verified(source);
  const riposte = riposteAt();
  const all = [...logs.values()].reduce((sum, log) => sum + log.length, 0);
  const leftOut = [...faults];
  let done = 0;
  for (const [story, log] of logs) {
    if (faults.has(story)) continue;
    try {
      await importStory(riposte, story, log, (events) => console.log(`${done + events} of ${all} events: ${story}`));
      done += log.length;
    } catch (error) {
      if (!isOfTheStory(error)) throw new Error(`${story} could not be imported`, { cause: error });
      leftOut.push([story, sentenceOf(error)]);
    }
  }
  await bringPictures(riposte, source, pictures);
  for (const [story, why] of leftOut) console.error(`${story} was left out: ${why}`);
  if (leftOut.length > 0) process.exitCode = 1;
};

if (file === undefined) {
  console.error("Usage: npm run import -- FILE [--continue]");
  process.exitCode = 2;
} else await main(file).catch(failWith);
