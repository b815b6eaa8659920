/**
 * `npm run import -- FILE`: takes an export into the deployment at `URL`, as the publisher whose token is `TOKEN`. The file is verified first,
 * and refused whole where it does not hold. Killed, it can be run again: what is there already is passed over. The pictures that it shows come from
 * the deployment at `PICTURES`, or from that at which the export is read.
 */
import { readFileSync } from "node:fs";
import { type Audit, audit } from "../../events/audit.ts";
import { linesOf, parseExported } from "../../events/exported.ts";
import { createClient } from "../client.ts";
import { openExport } from "./export-source.ts";
import { failWith } from "./failure.ts";
import { movePictures, pictureAddressesOf } from "./move-pictures.ts";
import { tokenFile } from "./token-file.ts";

const url = process.env.URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`;
const [file] = process.argv.slice(2);

/** A request has at most a mebibyte, and some room for what stands around its entries. */
const mostBytes = 900_000;
const mostEntries = 500;

/** The stories of an export, each in log order: the lines as they came; and the addresses of the pictures that they show. */
type Stories = Map<string, Uint8Array[]>;
type Export = { stories: Stories; pictures: Set<string> };

/** Reads an export once, verifying it as it arrives; throws where it does not hold. */
const verified = async (source: string): Promise<Export> => {
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
  const fault = faultOf(await audit(kept(), { progress }));
  if (fault) throw new Error(`${fault} Nothing was imported.`);
  return storiesIn(chunks);
};

const faultOf = ({ findings, unreadable }: Audit): string | undefined => {
  if (unreadable) return `Line ${unreadable.line} could not be read: ${unreadable.why}.`;
  const { story, broken } = findings.find((finding) => finding.broken) ?? {};
  if (broken) return `${story}: event ${broken.version} does not hold: ${broken.why}.`;
  return findings.length === 0 ? "There is no event in it." : undefined;
};

const storiesIn = async (chunks: readonly Uint8Array[]): Promise<Export> => {
  const stories: Stories = new Map();
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
  return { stories, pictures };
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

const main = async (source: string): Promise<void> => {
  const { stories, pictures } = await verified(source);
  const riposte = createClient({ url, token: process.env.TOKEN ?? readFileSync(tokenFile, "utf8").trim() });
  const all = [...stories.values()].reduce((sum, log) => sum + log.length, 0);
  let done = 0;
  for (const [story, log] of stories) {
    // From the newest that is there already, if any: it shows whether the logs are one.
    const from = Math.max(0, Math.min(await riposte.version(story), log.length) - 1);
    done += from;
    for (const entries of shipments(log.slice(from))) {
      await riposte.import(story, entries).catch((cause: unknown) => {
        throw new Error(`${story} could not be imported`, { cause });
      });
      done += entries.length;
      console.log(`${done} of ${all} events: ${story}`);
    }
  }
  const left = await bringPictures(riposte, source, pictures);
  if (left.length > 0) console.warn(`${left.length} pictures are still to be uploaded:\n${left.join("\n")}`);
};

/** Brings the pictures, and answers with those that are left. */
const bringPictures = async (
  riposte: ReturnType<typeof createClient>,
  source: string,
  pictures: ReadonlySet<string>,
): Promise<string[]> => {
  const origin = process.env.PICTURES ?? (/^https?:\/\//i.test(source) ? source : undefined);
  return origin === undefined ? [...pictures] : movePictures(riposte, origin, pictures);
};

if (file === undefined) {
  console.error("Usage: npm run import -- FILE");
  process.exitCode = 2;
} else await main(file).catch(failWith);
