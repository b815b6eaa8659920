/** Stories of any length and shape, written by the writer's own code straight into D1: a hundred thousand events in a minute. */
import { parseDrafts } from "../../events/parse.ts";
import { meterDatabase } from "../../worker/store/d1.ts";
import { keepPast } from "../../worker/store/past.ts";
import type { KnownLog } from "../../worker/write/known-log.ts";
import { servePostings } from "../../worker/write/writer-d1.ts";
import type { Posted } from "./drafts.ts";
import { type Server, tokens } from "./server.ts";

const hashOf = async (token: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token))).toString("hex");

/**
 * Records drafts as Ada, as her requests would, so many together: with more than 300 the story's past is kept more seldom. What follows a
 * write keeps the past, and leaves the index of the search as if it had them all.
 */
export const seed = async (
  { db }: Pick<Server, "db">,
  story: string,
  drafts: readonly Posted[],
  together = 300,
): Promise<void> => {
  const writer = { story, editor: "ada", tokenHash: await hashOf(tokens.ada), notes: [], isRehearsal: false };
  let known: KnownLog | undefined;
  for (let from = 0; from < drafts.length; from += together) {
    const request = { keyHash: crypto.randomUUID(), digest: `keyed:${from}` };
    const posting = { ...writer, request, drafts: parsed(drafts.slice(from, from + together)) };
    const served = await servePostings(meterDatabase(db, 60_000), [posting], known);
    const [answer] = served.answers;
    if (answer?.kind !== "written") throw new Error(`This was to be recorded: ${JSON.stringify(answer)}`);
    known = served.known;
    await keepPast(meterDatabase(db, 60_000), story, from + together);
  }
  await db.prepare("UPDATE search_progress SET position = (SELECT max(position) FROM events)").run();
};

/** Drafts as the API parses them, a hundred at a time. */
const parsed = (drafts: readonly Posted[]) =>
  drafts.flatMap((draft) => {
    const result = parseDrafts(draft);
    if ("faults" in result) throw new Error(`This was to be a draft: ${JSON.stringify(result.faults)}`);
    return result.drafts;
  });
