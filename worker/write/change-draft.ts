/** What may be done with a draft, by whom, and in which state. */
import type { Fault } from "../../events/parse.ts";
import type { Draft, DraftContent, DraftStep } from "../store/draft.ts";
import { changeDraft, type DraftChange, deleteDraft, insertDraft, readDraft } from "../store/drafts.ts";
import { deletePermit, insertPermit, newPermit } from "../store/permits.ts";
import { isKnownEditor } from "../store/sign-in.ts";
import { type Role, roleAllows } from "../store/token.ts";
import type { Reach } from "./append.ts";
import { gistOf } from "./draft-gist.ts";
import { preparePosting } from "./prepare-posting.ts";
import { recordDraft, type Unrecorded } from "./record-draft.ts";

/** Who asks, and for which draft. `expects`: what they say of its revision, 0 where there is none yet. */
export type DraftRequest = {
  id: string;
  editor: string;
  role: Role;
  tokenHash: string;
  expects: (revision: number) => boolean;
};

/** What is to become of a draft. `draft` takes it back, and says who else sees it: all of the desk, or somebody. */
export type DraftOrder =
  | { state: "draft"; shared?: boolean | undefined; handedTo?: string | undefined }
  | { state: "submitted" }
  | { state: "scheduled"; dueAt: string; expectedVersion?: number | undefined }
  | { state: "recorded"; expectedVersion?: number | undefined }
  | { state: "refused"; reason: string };

/** What came of it. But for `kept` and `deleted`, the draft is what it was. `none`: there is none that they may see; `raced`: it has another revision. */
export type DraftOutcome =
  | { kind: "kept"; draft: Draft; isNew: boolean }
  | { kind: "none" | "erased" | "deleted" }
  | { kind: "raced"; draft: Draft }
  | { kind: "forbidden"; wanted: Role }
  | { kind: "unfit"; code: string; detail: string }
  | { kind: "invalid"; faults: Fault[] }
  | Unrecorded;

const unfit = (code: string, detail: string): DraftOutcome => ({ kind: "unfit", code, detail });
const kept = (draft: Draft, isNew = false): DraftOutcome => ({ kind: "kept", draft, isNew });

/** Keeps what was typed: in the draft of that id, or in a new one. */
export const keepDraft = async ({ d1 }: Reach, request: DraftRequest, content: DraftContent): Promise<DraftOutcome> => {
  const { id, editor, expects } = request;
  const found = await readDraft(d1, id, editor);
  const gist = gistOf(content);
  if (found === undefined) {
    if (!expects(0)) return { kind: "none" };
    const made = await insertDraft(d1, { id, owner: editor, content, gist });
    if (made === "too-many") return unfit("too-many-drafts", "You have a hundred drafts: delete some of them first.");
    return made === "taken" ? { kind: "none" } : kept(made, true);
  }
  const draft = checked(found, request, true);
  if ("kind" in draft) return draft;
  if (content.story !== draft.story)
    return { kind: "invalid", faults: [{ pointer: "/story", detail: `must be ${draft.story}` }] };
  if (!["draft", "submitted", "refused"].includes(draft.state))
    return unfit("draft-not-open", "This is scheduled, or recorded: take it back before you change it.");
  const { state } = draft;
  const changed = await changeDraft(d1, draft, { content, gist, state: state === "refused" ? "draft" : state });
  return changed ? kept(changed) : raced(d1, request);
};

/** Deletes a draft. */
export const dropDraft = async ({ d1 }: Reach, request: DraftRequest): Promise<DraftOutcome> => {
  const draft = checked(await readDraft(d1, request.id, request.editor), request);
  if ("kind" in draft) return draft;
  return (await deleteDraft(d1, draft)) ? { kind: "deleted" } : raced(d1, request);
};

/** Shares, hands over, takes back, submits, schedules, records or sends back a draft. */
export const orderDraft = async (reach: Reach, request: DraftRequest, order: DraftOrder): Promise<DraftOutcome> => {
  const { d1 } = reach;
  const draft = checked(await readDraft(d1, request.id, request.editor), request, order.state === "submitted");
  if ("kind" in draft) return draft;
  if (["scheduled", "recorded", "refused"].includes(order.state) && !roleAllows(request.role, "editor"))
    return { kind: "forbidden", wanted: "editor" };
  if (draft.state === "recording" || draft.state === "recorded")
    return unfit("draft-not-open", "This is recorded, or about to be.");
  if (order.state === "recorded") {
    const recorded = await recordDraft(reach, draft, { ...request, expectedVersion: order.expectedVersion });
    if (recorded.kind === "raced") return raced(d1, request);
    return recorded.kind === "recorded" ? kept(recorded.draft) : recorded;
  }
  const changing = await changeFor(reach, draft, request, order);
  if ("kind" in changing) return changing;
  const { change, step, besides = [] } = changing;
  const ending = draft.permit ? [deletePermit(d1, draft.permit)] : [];
  const calm: DraftChange = { permit: null, recorder: null, dueAt: null, expectedVersion: null };
  const changed = await changeDraft(d1, draft, { ...calm, ...change }, { by: request.editor, ...step }, ...besides, ...ending);
  return changed ? kept(changed) : raced(d1, request);
};

type Changing = { change: DraftChange; step: Omit<DraftStep, "at" | "by">; besides?: D1PreparedStatement[] };

/** So far ahead is planned. */
const farthest = 30 * 24 * 60 * 60 * 1_000;

const changeFor = async (
  { d1 }: Reach,
  { content, state }: Draft,
  { editor, tokenHash }: DraftRequest,
  order: Exclude<DraftOrder, { state: "recorded" }>,
): Promise<Changing | DraftOutcome> => {
  if (order.state === "draft") {
    const { shared = false, handedTo } = order;
    if (handedTo !== undefined && !(await isKnownEditor(d1, handedTo)))
      return { kind: "invalid", faults: [{ pointer: "/handedTo", detail: "must be the name of somebody at the desk" }] };
    const step = handedTo === undefined ? { step: shared ? "shared" : "taken-back" } : { step: "handed-over", to: handedTo };
    return { change: { state: "draft", shared, handedTo: handedTo ?? null }, step };
  }
  if (order.state === "submitted") return { change: { state: "submitted", reason: null }, step: { step: "submitted" } };
  if (order.state === "refused") {
    if (state !== "submitted" && state !== "scheduled")
      return unfit("draft-not-submitted", "Only what was submitted or scheduled is sent back.");
    const reason = { code: "sent-back", detail: order.reason };
    return { change: { state: "refused", reason }, step: { step: "sent-back", reason: order.reason } };
  }
  const prepared = preparePosting(content.events ?? []);
  if (prepared.kind === "too-large") return unfit("too-large", "An event is larger than 64 KiB.");
  if (prepared.kind === "invalid")
    return { kind: "invalid", faults: prepared.faults.map(({ pointer, detail }) => ({ pointer: `/events${pointer}`, detail })) };
  const ahead = Date.parse(order.dueAt) - Date.now();
  if (!(ahead > 0 && ahead <= farthest))
    return { kind: "invalid", faults: [{ pointer: "/dueAt", detail: "must be ahead, and within thirty days" }] };
  const [dueAt, permit] = [new Date(order.dueAt).toISOString(), newPermit()];
  return {
    change: { state: "scheduled", dueAt, permit, recorder: editor, expectedVersion: order.expectedVersion ?? null, reason: null },
    step: { step: "scheduled", to: dueAt },
    besides: [insertPermit(d1, { permit, tokenHash, dueAt })],
  };
};

/**
 * A draft that was found, where whoever asks for it may act on it, and expects it at that revision. What is shared with the desk, all of the desk
 * types on and submits; the rest is for those whose it is, and for editors.
 */
const checked = (
  found: Draft | "erased" | undefined,
  { editor, role, expects }: DraftRequest,
  isForAll = false,
): Draft | Exclude<DraftOutcome, { kind: "unrecorded" }> => {
  if (found === undefined) return { kind: "none" };
  if (found === "erased") return { kind: "erased" };
  const isTheirs = [found.owner, found.handedTo].includes(editor);
  if (!isTheirs && !(isForAll && found.shared) && !roleAllows(role, "editor")) return { kind: "forbidden", wanted: "editor" };
  return expects(found.revision) ? found : { kind: "raced", draft: found };
};

const raced = async (d1: Reach["d1"], { id, editor }: DraftRequest): Promise<DraftOutcome> => {
  const draft = await readDraft(d1, id, editor);
  return typeof draft === "object" ? { kind: "raced", draft } : { kind: draft ?? "none" };
};
