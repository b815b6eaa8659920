/** What the routes that write to the log have in common: the headers that they heed, what they answer, and their problems. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { logEntry } from "../../events/log-entry.ts";
import { languages } from "../../events/tell/languages.ts";
import { projections } from "../../projections/registry.ts";
import { timeline } from "../../projections/timeline.ts";
import type { App } from "../env.ts";
import type { StoredEntry } from "../store/rows.ts";
import { answerJson } from "./answer.ts";
import { parsePreconditions, versionEtag } from "./preconditions.ts";
import { answerProblem, type ProblemType } from "./problem.ts";
import type { Answer } from "./route.ts";
import { unwrittenEvent } from "./shapes.ts";

const fault = { pointer: z.string(), detail: z.string() };

/** What an editor is told besides: what is only unlikely, and what was put right of what was posted. Left out where there is nothing. */
export const remarksShape = describes && {
  warnings: z.optional(
    z.array(z.strictObject({ code: z.string(), detail: z.string(), pointer: z.string() }).check(z.meta({ id: "Warning" }))),
  ),
  notes: z.optional(z.array(z.strictObject(fault).check(z.meta({ id: "Note" })))),
};

/** The answer to a write. */
export const appended =
  describes &&
  z
    .strictObject({ story: z.string(), version: z.int(), events: z.array(logEntry), ...remarksShape })
    .check(z.meta({ id: "Appended" }));

const readers = describes && z.strictObject({ status: projections.status.schema, entries: timeline.schema.shape.entries });

/** The answer to a dry run: what would be recorded, and what readers would see of it, by language. */
export const rehearsed =
  describes &&
  z
    .strictObject({
      story: z.string(),
      version: z.int(),
      events: z.array(unwrittenEvent),
      readers: z.record(z.enum(languages), readers),
      ...remarksShape,
    })
    .check(z.meta({ id: "Rehearsed" }));

type Remarks = {
  warnings?: readonly { code: string; detail: string; pointer?: string; index: number }[];
  notes?: readonly { pointer: string; detail: string }[];
};

/** Remarks as they are answered; `several`: whether an array was posted, into which pointers (RFC 6901) point. */
export const answeredRemarks = (
  { warnings = [], notes = [] }: Remarks,
  several: boolean,
): z.infer<z.ZodMiniObject<typeof remarksShape>> => ({
  ...(warnings.length === 0
    ? {}
    : {
        warnings: warnings.map(({ code, detail, pointer = "", index }) => ({
          code,
          detail,
          pointer: (several ? `/${index}` : "") + pointer,
        })),
      }),
  ...(notes.length === 0 ? {} : { notes: notes.map(({ pointer, detail }) => ({ pointer, detail })) }),
});

/** The headers, for the API's description. */
export const writeHeaders = describes && {
  "If-Match": 'Write only at this version, for example "7"; else 412.',
  "If-None-Match": "`*`: only open a new story; else 412.",
  "Idempotency-Key": "Any string of at most 128 characters: with it, the same request can be sent again and is recorded once.",
};

const key = /^[\x20-\x7e]{1,128}$/;

/** The version that a writer expects, and the key that it brings; or the problem with them. */
export const parseWriteHeaders = (
  c: Context<App>,
): { expects: (version: number, hash?: string) => boolean; key: string | undefined } | { problem: Response } => {
  const expects = parsePreconditions(c.req.header("If-Match"), c.req.header("If-None-Match"));
  if (!expects)
    return {
      problem: answerProblem(c, "malformed-request", {
        detail: 'If-Match and If-None-Match take versions in quotation marks, for example "7", or *.',
      }),
    };
  const idempotencyKey = c.req.header("Idempotency-Key");
  if (idempotencyKey !== undefined && !key.test(idempotencyKey))
    return { problem: answerProblem(c, "malformed-request", { detail: "An Idempotency-Key has 1 to 128 characters of ASCII." }) };
  return { expects, key: idempotencyKey };
};

/** Answers with what was written, or had been by the same request: its events, where they stand, and what more there is to say of them. */
export const answerWritten = (
  c: Context<App>,
  story: string,
  events: readonly StoredEntry[],
  status: 200 | 201,
  more: object = {},
): Response => {
  const version = events.at(-1)?.version ?? 0;
  const path = `/api/stories/${story}/events`;
  const location = events.length === 1 ? `${path}/${version}` : `${path}?after=${version - events.length}&limit=${events.length}`;
  const headers = { Location: location, ETag: versionEtag(version), "Cache-Control": "no-store" };
  return answerJson(c, { story, version, events, ...more }, headers, status);
};

/** The answers to a write, for the API's description, with a body of that shape. */
export const writeAnswersOf = (body: z.ZodMiniType): Record<number, Answer> => ({
  201: {
    description: "Recorded.",
    content: { "application/json": body },
    headers: { Location: "Where it stands.", ETag: "The story's version." },
  },
  200: { description: "Recorded before, by the same request: the same answer again.", content: { "application/json": body } },
});

/** The answers to an append. */
export const writeAnswers = writeAnswersOf(appended);

/** The problems of every write. */
export const writeProblems = [
  "malformed-request",
  "refused",
  "version-mismatch",
  "too-large",
  "unsupported-media-type",
  "invalid",
  "key-reused",
  "unavailable",
] as const satisfies readonly ProblemType[];

/** What stands at the head of a story. */
type Head = { version: number; type: string; recordedBy: string };

/** The story is not at the version that the writer expects: who wrote last, and what. */
export const answerVersionMismatch = (c: Context<App>, { version, type, recordedBy }: Head): Response =>
  answerProblem(c, "version-mismatch", {
    detail:
      version === 0
        ? "This story is not open yet."
        : `The story stands at version ${version}: ${recordedBy} recorded ${type} there.`,
    version,
    ...(version === 0 ? {} : { newest: { version, type, recordedBy } }),
    headers: version === 0 ? {} : { ETag: versionEtag(version) },
  });

/** The key stands for another request. */
export const answerKeyReused = (c: Context<App>): Response =>
  answerProblem(c, "key-reused", { detail: "This Idempotency-Key came with another request before: take a new one." });

/** Too many write to this story at once. */
export const answerContended = (c: Context<App>): Response =>
  answerProblem(c, "unavailable", {
    detail: "Too many are writing to this story at once. Nothing was recorded: send it again.",
    headers: { "Retry-After": "1" },
  });
