/** How the desk previews and records: by the very path that the API's clients write on. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import { type AppendResult, appendEvents } from "../../write/append.ts";
import { notifyFollowers } from "../../write/followers.ts";
import { expectVersion } from "../../write/posting.ts";
import { type PreparedPosting, preparePosting } from "../../write/prepare-posting.ts";
import { deskStoryPath } from "../story-path.ts";

/** What the desk posts: events as JSON, the version that its editor has seen (0 opens the story), and the request's Idempotency-Key. */
export type DeskPosting = { story: string; events: readonly unknown[]; version?: number | undefined; key?: string | undefined };

/** What came of it; pointers (RFC 6901) of `invalid` postings lead into the array. */
export type DeskPostingResult = Exclude<PreparedPosting, { kind: "prepared" }> | AppendResult;

const send = async (c: Context<App>, posting: DeskPosting, isRehearsal: boolean): Promise<DeskPostingResult> => {
  const { story, events, version, key } = posting;
  const prepared = preparePosting(events);
  if (prepared.kind !== "prepared") return prepared;
  const { env } = c;
  const { d1, editor, tokenHash } = c.var;
  const { drafts, notes } = prepared;
  const asked = { story, editor, tokenHash, drafts, notes, isRehearsal, key, ...expectVersion(version) };
  const result = await appendEvents({ env, d1 }, asked);
  if (result.kind === "appended" && !result.isTold) notifyFollowers(c, story, result.events.at(-1)?.version ?? 0);
  // What its schema has against a correction's replacement is found by the writer, which knows the index.
  if (result.kind === "invalid" && "index" in result)
    return { ...result, faults: result.faults.map(({ pointer, detail }) => ({ pointer: `/${result.index}${pointer}`, detail })) };
  return result;
};

/** Tells what would be recorded and what readers would see; nothing is written. */
export const previewPosting = (c: Context<App>, posting: DeskPosting): Promise<DeskPostingResult> =>
  send(c, { ...posting, key: undefined }, true);

/** Records: all of the events or none, once for a key, at the version that is expected. Whoever calls it has seen that its caller may. */
export const recordPosting = (c: Context<App>, posting: DeskPosting): Promise<DeskPostingResult> => send(c, posting, false);

/** Where an editor is led once a posting is recorded: the story, which says so. */
export const recordedPath = (
  slug: string,
  { kind, events }: Extract<DeskPostingResult, { kind: "appended" | "replayed" }>,
): string => {
  const recorded = { [kind === "appended" ? "recorded" : "before"]: String(events.at(-1)?.version ?? 0) };
  return `${deskStoryPath(slug)}?${new URLSearchParams(recorded)}#recorded`;
};
