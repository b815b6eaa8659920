/**
 * Records drafts, by the very path that everybody writes on. Of several who record one at once, one does: it is claimed first. Whoever claims it
 * may die: its key and its recorder stay, and so it is recorded once, whoever takes it up again.
 */
import type { Bindings } from "../env.ts";
import { DatabaseUnreachable, type MeteredDatabase } from "../store/d1.ts";
import type { Draft, DraftReason } from "../store/draft.ts";
import { changeDraft, type DraftChange, readDueDrafts } from "../store/drafts.ts";
import { recordedRequestOf, selectRequest } from "../store/log.ts";
import { deletePermit, insertPermit, newPermit } from "../store/permits.ts";
import { type AppendResult, appendEvents, type Reach } from "./append.ts";
import { followWrite } from "./followers.ts";
import { expectVersion } from "./posting.ts";
import { type PreparedPosting, preparePosting } from "./prepare-posting.ts";
import { hashRequestKey } from "./retry-conflicts.ts";

/** What was made of a draft's posting. */
type PostResult = Exclude<PreparedPosting, { kind: "prepared" }> | AppendResult;

/** Nothing was recorded, for that reason; the draft is what it was. */
export type Unrecorded = { kind: "unrecorded"; draft: Draft; reason: DraftReason; result: PostResult };

/** What came of it. `raced`: somebody else has changed the draft. */
export type DraftRecording = { kind: "recorded"; draft: Draft } | Unrecorded | { kind: "raced" };

/** Who records: by which token they have signed in, and at which version of the story alone, where they say so. */
export type Recorder = { editor: string; tokenHash: string; expectedVersion?: number | undefined };

/** Records a draft at its revision in an editor's name. Whoever calls it has seen that they may. */
export const recordDraft = async (reach: Reach, draft: Draft, by: Recorder): Promise<DraftRecording> => {
  const { editor, tokenHash, expectedVersion = null } = by;
  const permit = newPermit();
  const claimed = await changeDraft(
    reach.d1,
    draft,
    { state: "recording", recorder: editor, permit, expectedVersion, reason: null },
    undefined,
    insertPermit(reach.d1, { permit, tokenHash, dueAt: new Date().toISOString() }),
    ...(draft.permit ? [deletePermit(reach.d1, draft.permit)] : []),
  );
  if (!claimed) return { kind: "raced" };
  const result = await post(reach, claimed);
  const version = await versionRecorded(reach.d1, claimed, result);
  if (version !== undefined) return settle(reach, claimed, version);
  const reason = reasonOf(result);
  // It is as it was, but that a posting of it was scheduled: whoever has tried to record it meanwhile sees to it.
  const state = draft.state === "scheduled" ? "draft" : draft.state;
  const before = { state, recorder: null, permit: null, expectedVersion: null, dueAt: null };
  const left = await release(reach.d1, claimed, { ...before, ...(draft.reason ? { reason: draft.reason } : {}) });
  return { kind: "unrecorded", draft: left ?? draft, reason, result };
};

/** Posts what is due, each of it once, however many do so at once; and takes up what was broken off. */
export const postDueDrafts = async (env: Bindings, d1: MeteredDatabase): Promise<void> => {
  for (const draft of await readDueDrafts(d1, Date.now()))
    await postDue({ env, d1 }, draft).catch((error: unknown) => {
      // What nobody has heard the end of is taken up again in a minute.
      console.error(
        JSON.stringify({ draft: draft.id, error: error instanceof DatabaseUnreachable ? error.message : String(error) }),
      );
    });
};

const postDue = async (reach: Reach, draft: Draft): Promise<void> => {
  const claimed = await changeDraft(reach.d1, draft, { state: "recording" });
  if (!claimed) return;
  const result = await post(reach, claimed);
  if (result.kind === "contended") return;
  const version = await versionRecorded(reach.d1, claimed, result);
  if (version !== undefined) {
    await settle(reach, claimed, version);
    return;
  }
  const reason = reasonOf(result);
  // Nobody may be left to look after it: then the desk does.
  const back: DraftChange = {
    state: "refused",
    reason,
    permit: null,
    dueAt: null,
    ...(result.kind === "unauthorized" ? { shared: true } : {}),
  };
  await release(reach.d1, claimed, back, { by: claimed.recorder ?? "", step: "refused", reason: reason.detail });
};

/** The Idempotency-Key of a draft's posting. */
export const draftKey = ({ key }: Pick<Draft, "key">): string => `draft ${key}`;

const post = async (reach: Reach, draft: Draft): Promise<PostResult> => {
  const { story, content, recorder: editor = "", permit: tokenHash = "", expectedVersion: version } = draft;
  const prepared = preparePosting(content.events ?? []);
  if (prepared.kind !== "prepared") return prepared;
  const { drafts, notes } = prepared;
  const result = await appendEvents(reach, {
    story,
    editor,
    tokenHash,
    drafts,
    notes,
    isRehearsal: false,
    key: draftKey(draft),
    ...expectVersion(version),
  });
  if (result.kind === "appended" && !result.isTold) await followWrite(reach.env, story, result.events.at(-1)?.version ?? 0);
  return result;
};

/** At which version it stands in the log: now, or since it was recorded before, by whom nobody is let in any more. */
const versionRecorded = async (d1: MeteredDatabase, draft: Draft, result: { kind: string }): Promise<number | undefined> => {
  if ("events" in result) return (result as { events: { version: number }[] }).events.at(-1)?.version;
  if (result.kind !== "unauthorized" && result.kind !== "key-reused") return undefined;
  const request = await hashRequestKey(draftKey(draft), []);
  const [[row] = []] = await d1.batch(selectRequest(d1, draft.recorder ?? "", request?.keyHash ?? ""));
  const before = recordedRequestOf(row);
  return before && before.version + before.events - 1;
};

/** What was typed stands in the log now: who may read it there, and who may have it taken down, is not decided here again. */
const settle = async ({ d1 }: Reach, claimed: Draft, version: number): Promise<DraftRecording> => {
  const { recorder: by = "" } = claimed;
  const change = { state: "recorded", content: null, version, permit: null, dueAt: null } as const;
  const draft = await release(d1, claimed, { ...change, gist: { types: claimed.types, text: "" } }, { by, step: "recorded" });
  return { kind: "recorded", draft: draft ?? { ...claimed, state: "recorded", version } };
};

const release = (
  d1: MeteredDatabase,
  claimed: Draft,
  change: DraftChange,
  step?: { by: string; step: string; reason?: string },
) => changeDraft(d1, claimed, change, step, ...(claimed.permit ? [deletePermit(d1, claimed.permit)] : []));

/** Why nothing was recorded, in a sentence of the rules' or of ours. */
const reasonOf = (result: PostResult): DraftReason => {
  switch (result.kind) {
    case "refused": {
      const [{ code, detail } = { code: "refused", detail: "The rules do not admit this." }] = result.refusals;
      return { code, detail };
    }
    case "invalid": {
      const [{ pointer, detail } = { pointer: "", detail: "is not right" }] = result.faults;
      return { code: "invalid", detail: `${pointer || "What is to be posted"} ${detail}.` };
    }
    case "mismatch":
      return {
        code: "moved",
        detail: `The story has moved on: it stands at version ${result.head.version}, where ${result.head.recordedBy} recorded ${result.head.type}.`,
      };
    case "unauthorized":
      return { code: "no-access", detail: "Who was to record it may not record any more." };
    case "too-large":
      return { code: "too-large", detail: "An event is larger than 64 KiB." };
    default:
      return { code: result.kind, detail: "Too many are writing to this story at once." };
  }
};
