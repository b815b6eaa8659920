/** Drafts: what was typed and is not recorded yet. Each is its owner's, and whose it is given to; nobody else is told that there is one. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { faultsOf } from "../../events/parse.ts";
import { instant, storySlug, text } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerJson } from "../http/answer.ts";
import { readJsonBody } from "../http/body.ts";
import { answerDraft, answerDraftChanged, answerNoDraft, readDraftBody } from "../http/drafts.ts";
import { answerInvalid, answerProblem, answerRefused, type ProblemType } from "../http/problem.ts";
import { type Answer, defineRoute } from "../http/route.ts";
import { answerContended, answerVersionMismatch, parseWriteHeaders } from "../http/writing.ts";
import { draftContent, draftId, listedDraft, wholeDraft } from "../store/draft.ts";
import { listDrafts, readDraft } from "../store/drafts.ts";
import {
  type DraftOrder,
  type DraftOutcome,
  type DraftRequest,
  dropDraft,
  keepDraft,
  orderDraft,
} from "../write/change-draft.ts";
import { postDueDrafts, type Unrecorded } from "../write/record-draft.ts";

const path = "/api/drafts/{id}";
const params = z.object({ id: draftId });
const headers = describes && { "If-Match": 'Only at this revision of the draft, for example "3"; else 412.' };
const draftAnswer =
  describes &&
  ((description: string): Answer => ({
    description,
    content: { "application/json": wholeDraft },
    headers: { ETag: "The draft's revision; If-Match takes it." },
  }));
const made: Answer = describes && {
  ...draftAnswer("It is kept, for thirty days after its last change."),
  headers: { ETag: "Its revision.", Location: "Where it is." },
};
const writing: readonly ProblemType[] = describes && [
  "malformed-request",
  "too-large",
  "unsupported-media-type",
  "refused",
  "unavailable",
];
const finding: readonly ProblemType[] = describes && ["not-found", "taken-down", "version-mismatch"];

/** The route `GET /api/drafts`. */
const listDraftsRoute = defineRoute({
  method: "get",
  path: "/api/drafts",
  name: "listDrafts",
  role: "contributor",
  query: z.strictObject({ story: z.optional(storySlug) }),
  described: describes && {
    summary: "The drafts that you may see: yours, those given to you, and those that all of the desk sees",
    description:
      "Those that are still to be recorded come first, the newest of them before the others; 200 at the most, without what they hold.",
    answers: {
      200: {
        description: "The drafts.",
        content: {
          "application/json": z.strictObject({ drafts: z.array(listedDraft) }).check(z.meta({ id: "Drafts" })),
        },
      },
    },
    problems: ["unavailable"],
  },
  handle: async (c, { query }) => {
    // Where no clock of the platform's does it, those who look do.
    c.executionCtx.waitUntil(postDueDrafts(c.env, c.var.d1));
    return answerJson(c, { drafts: await listDrafts(c.var.d1, c.var.editor, query.story) }, { "Cache-Control": "no-store" });
  },
});

/** The route `POST /api/drafts`. */
const addDraftRoute = defineRoute({
  method: "post",
  path: "/api/drafts",
  name: "addDraft",
  role: "contributor",
  described: describes && {
    summary: "Keep what was typed as a new draft",
    body: draftContent,
    answers: { 201: made },
    problems: writing,
  },
  handle: async (c) => {
    const body = await readDraftBody(c);
    if ("problem" in body) return body.problem;
    const request = requestOf(c, crypto.randomUUID(), () => true);
    return answerOutcome(c, await keepDraft({ env: c.env, d1: c.var.d1 }, request, body.content));
  },
});

/** The route `GET /api/drafts/{id}`. */
const readDraftRoute = defineRoute({
  method: "get",
  path,
  name: "readDraft",
  role: "contributor",
  params,
  described: describes && {
    summary: "A draft, with what it holds and who has done what with it",
    answers: { 200: draftAnswer("The draft.") },
    problems: ["not-found", "taken-down", "unavailable"],
  },
  handle: async (c, { params: { id } }) => {
    const draft = await readDraft(c.var.d1, id, c.var.editor);
    return typeof draft === "object" ? answerDraft(c, draft) : answerNoDraft(c, draft === "erased");
  },
});

/** The route `PUT /api/drafts/{id}`. */
const keepDraftRoute = defineRoute({
  method: "put",
  path,
  name: "keepDraft",
  role: "contributor",
  params,
  described: describes && {
    summary: "Keep what was typed, in place of what was there; a new draft where there is none of this id",
    description: "It may hold 64 KiB, and you may have a hundred. What came back is a draft again; what was submitted stays so.",
    headers: { ...headers, "If-None-Match": "`*`: only a new draft; else 412." },
    body: draftContent,
    answers: { 200: draftAnswer("It is kept."), 201: made },
    problems: [...writing, ...finding],
  },
  handle: async (c, { params: { id } }) => {
    const body = await readDraftBody(c);
    if ("problem" in body) return body.problem;
    return attempt(c, id, (reach, request) => keepDraft(reach, request, body.content));
  },
});

/** The route `DELETE /api/drafts/{id}`. */
const deleteDraftRoute = defineRoute({
  method: "delete",
  path,
  name: "deleteDraft",
  role: "contributor",
  params,
  described: describes && {
    summary: "Delete a draft",
    headers,
    answers: { 204: { description: "It is gone." } },
    problems: ["malformed-request", ...finding, "unavailable"],
  },
  handle: (c, { params: { id } }) => attempt(c, id, dropDraft),
});

const expectedVersion = z
  .optional(z.int().check(z.minimum(0)))
  .check(z.meta({ description: describes && "Only at this version of the story, 0 where it is to be opened." }));
const order = z
  .discriminatedUnion("state", [
    z.strictObject({ state: z.literal("draft"), shared: z.optional(z.boolean()), handedTo: z.optional(text(80)) }),
    z.strictObject({ state: z.literal("submitted") }),
    z.strictObject({ state: z.literal("scheduled"), dueAt: instant, expectedVersion }),
    z.strictObject({ state: z.literal("recorded"), expectedVersion }),
    z.strictObject({ state: z.literal("refused"), reason: text(1000) }),
  ])
  .check(z.meta({ id: "DraftOrder" }));

/** The route `PUT /api/drafts/{id}/state`. */
const orderDraftRoute = defineRoute({
  method: "put",
  path: `${path}/state`,
  name: "orderDraft",
  role: "contributor",
  params,
  described: describes && {
    summary: "Share a draft, hand it over, submit it, schedule it, record it, send it back",
    description:
      "`draft` takes it back, and says who else sees it. A contributor submits; an editor records what was submitted, or sends it back with a reason, and schedules: it is judged when it is due, recorded in the editor's name as long as they may, once, and comes back with the reason where it cannot be.",
    headers,
    body: order,
    answers: { 200: draftAnswer("It is in that state.") },
    problems: [...writing, ...finding],
  },
  handle: async (c, { params: { id } }) => {
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const parsed = order.safeParse(body.json);
    if (!parsed.success) return answerInvalid(c, faultsOf(parsed.error, ""));
    return attempt(c, id, (reach, request) => orderDraft(reach, request, parsed.data as DraftOrder));
  },
});

/** All routes of drafts. */
export const draftRoutes = [keepDraftRoute, addDraftRoute, listDraftsRoute, readDraftRoute, orderDraftRoute, deleteDraftRoute];

const requestOf = (c: Context<App>, id: string, expects: DraftRequest["expects"]): DraftRequest => {
  const { editor, role, tokenHash } = c.var;
  return { id, editor, role, tokenHash, expects };
};

const attempt = async (
  c: Context<App>,
  id: string,
  act: (reach: { env: App["Bindings"]; d1: App["Variables"]["d1"] }, request: DraftRequest) => Promise<DraftOutcome>,
): Promise<Response> => {
  const asked = parseWriteHeaders(c);
  if ("problem" in asked) return asked.problem;
  return answerOutcome(c, await act({ env: c.env, d1: c.var.d1 }, requestOf(c, id, asked.expects)));
};

const answerOutcome = (c: Context<App>, outcome: DraftOutcome): Response => {
  switch (outcome.kind) {
    case "kept":
      return answerDraft(c, outcome.draft, outcome.isNew);
    case "deleted":
      return c.body(null, 204, { "Cache-Control": "no-store" });
    case "none":
    case "erased":
      return answerNoDraft(c, outcome.kind === "erased");
    case "raced":
      return answerDraftChanged(c, outcome.draft);
    case "forbidden":
      return answerProblem(c, "forbidden", { detail: `This takes an ${outcome.wanted}'s role.` });
    case "unfit":
      return answerProblem(c, "refused", { code: outcome.code, detail: outcome.detail });
    case "invalid":
      return answerInvalid(c, outcome.faults);
    case "unrecorded":
      return answerUnrecorded(c, outcome);
  }
};

/** The draft's posting was not taken, as the log would have answered it. */
const answerUnrecorded = (c: Context<App>, { result, reason: { code, detail } }: Unrecorded): Response => {
  if (result.kind === "refused") return answerRefused(c, result.refusals, `/events/${result.index}`);
  if (result.kind === "mismatch") return answerVersionMismatch(c, result.head);
  if (result.kind === "invalid")
    return answerInvalid(
      c,
      result.faults.map((fault) => ({ ...fault, pointer: `/events${fault.pointer}` })),
    );
  if (result.kind === "contended") return answerContended(c);
  return answerProblem(c, "refused", { code, detail });
};
