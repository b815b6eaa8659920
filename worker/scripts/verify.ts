/**
 * `npm run verify -- FILE|URL [--checkpoint FILE --key VKEY]`: verifies an exported log on this machine, with no trust in the server. Ends
 * with 0 where all of it holds, 1 where something does not, 2 where it could not be read. Of a story's address it looks at that story alone, and
 * whether the server shows what the log comes to.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Audit, audit, type Finding, type Kept } from "../../events/audit.ts";
import { type Checkpoint, openCheckpoint } from "../../events/checkpoint.ts";
import { parseVerifier } from "../../events/note.ts";
import type { LogEntry } from "../../events/registry.ts";
import { fileAt, openExport, storyAt } from "./export-source.ts";
import { differenceOf } from "./shown.ts";

const usage = `Usage: npm run verify -- FILE|URL [--checkpoint FILE --key VKEY]
  FILE          an export, NDJSON: one event a line, of one story or of many; - reads it from standard input
  URL           a story's page or its address in the API
  --checkpoint  a checkpoint that you kept earlier: says whether the log only grew since
  --key         the key that signed it, NAME+ID+KEY`;

/** It could not be read, or was not asked for rightly. */
class Unread extends Error {}

const main = async (): Promise<number> => {
  const { source, checkpoint, key } = asked();
  const kept = checkpoint === undefined || key === undefined ? undefined : await opened(checkpoint, key);
  if (kept === "unsigned") {
    console.log("The checkpoint was not signed by that key, or was changed since.");
    return 1;
  }
  const { found, log } = await audited(source, kept);
  for (const finding of found.findings) console.log(told(finding, found.unreadable !== undefined));
  if (kept && found.kept) console.log(`The checkpoint of ${kept.story} at event ${kept.size}: ${verdicts[found.kept]}.`);
  if (found.unreadable) console.error(`Line ${found.unreadable.line} could not be read: ${found.unreadable.why}.`);
  else if (found.findings.length === 0) console.error("There is no event in it.");
  const code = codeOf(found);
  const other = code === 0 && log ? await differenceAt(source, log, found.findings[0]) : undefined;
  if (other) console.log(other);
  if (code === 0 && !kept) console.log(limits);
  return other ? 1 : code;
};

/** What no log tells of itself. */
const limits =
  "This tells nothing of events that are missing at the end, of a log that was written anew from its beginning, and of positions: no seal covers them. A checkpoint that was kept does.";

/** What a server shows otherwise than its log comes to; undefined where it is the same, has moved on, or cannot be asked. */
const differenceAt = async (
  source: string,
  log: readonly LogEntry[],
  finding: Finding | undefined,
): Promise<string | undefined> => {
  const story = storyAt(source);
  if (!story || !finding || finding.unjudged > 0) return undefined;
  const read = async (path: string): Promise<Record<string, unknown> | undefined> => {
    try {
      const answer = await fetch(new URL(path.slice(1), story.server), { headers: { Accept: "application/json" } });
      // What stands at an address of the API is JSON.
      return answer.ok ? ((await answer.json()) as Record<string, unknown>) : undefined;
    } catch {
      return undefined;
    }
  };
  const { other } = await differenceOf(log, { story: story.slug, version: finding.version, language: "en", read });
  if (!other) return undefined;
  const told = "shown" in other ? `: “${other.shown}”, and not “${other.folded}”` : "";
  return `The server shows something else than its log comes to (${other.name})${told}. It was forged, or the server is of another edition than this.`;
};

const asked = (): { source: string; checkpoint?: string | undefined; key?: string | undefined } => {
  const options = { checkpoint: { type: "string" }, key: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [source, ...more] = positionals;
    if (source !== undefined && more.length === 0 && (values.checkpoint === undefined) === (values.key === undefined))
      return { source, ...values };
  } catch {
    // An option that there is not: the usage says which there are.
  }
  throw new Unread(usage);
};

const opened = async (file: string, key: string): Promise<Checkpoint | "unsigned"> => {
  const verifier = await parseVerifier(key);
  if (!verifier)
    throw new Unread("The key is none: it is one text, NAME+ID+KEY, as `npm run key` and /api/checkpoint-key give it.");
  const note = read(file);
  return (await openCheckpoint(note, verifier)) ?? "unsigned";
};

const read = (file: string): string => {
  try {
    return readFileSync(fileAt(file), "utf8");
  } catch (error) {
    throw new Unread(`The checkpoint could not be read: ${messageOf(error)}`);
  }
};

const audited = async (
  source: string,
  kept: Checkpoint | undefined,
): Promise<{ found: Audit; log: readonly LogEntry[] | undefined }> => {
  const story = storyAt(source)?.slug;
  let log: readonly LogEntry[] | undefined;
  const told = (_: string, held: readonly LogEntry[]) => {
    log = held;
  };
  try {
    const found = await audit(await openExport(source), { kept, story, ...(story === undefined ? {} : { told }) });
    return { found, log };
  } catch (error) {
    throw new Unread(`${source} could not be read: ${messageOf(error)}`);
  }
};

const told = ({ story, version, hash, broken, unjudged }: Finding, soFar: boolean): string => {
  const bySeals =
    unjudged > 0 ? ` ${unjudged} of them hold by their seals alone: this edition could not hold them to its rules.` : "";
  if (!broken) return `${story}: every event ${soFar ? "so far " : ""}holds, ${version} in all. Head: ${hash}${bySeals}`;
  return `${story}: event ${broken.version} does not hold: ${broken.why}. All before it holds.`;
};

const verdicts: Record<Kept, string> = {
  grew: "its events are in this log, which has only grown since",
  rewritten: "this log was rewritten: its events are others than those of the checkpoint",
  shorter: "events are missing: this log ends before it",
  unreached: "it cannot be told, as the log does not hold that far",
  absent: "there is no such story in this log",
};

const codeOf = ({ findings, unreadable, kept = "grew" }: Audit): number => {
  if (findings.some(({ broken }) => broken) || kept === "rewritten") return 1;
  if (unreadable || findings.length === 0) return 2;
  return kept === "grew" ? 0 : 1;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.exitCode = await main().catch((error: unknown) => {
  console.error(messageOf(error));
  return 2;
});
