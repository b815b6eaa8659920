/** Appends events to a story. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { maxEventBytes } from "../../events/log-entry.ts";
import { mostEvents, parseDrafts, postedEvent, postedTypes } from "../../events/parse.ts";
import { putPastedRight } from "../../events/pasted.ts";
import { definitionOf } from "../../events/registry.ts";
import type { App } from "../env.ts";
import { answerJson } from "../http/answer.ts";
import { readJsonBody } from "../http/body.ts";
import { answerInvalid, answerProblem, answerRefused } from "../http/problem.ts";
import { defineRoute, storyParams } from "../http/route.ts";
import {
  answerContended,
  answeredRemarks,
  answerKeyReused,
  answerVersionMismatch,
  answerWritten,
  appended,
  parseWriteHeaders,
  rehearsed,
  writeAnswers,
  writeHeaders,
  writeProblems,
} from "../http/writing.ts";
import { rehearse } from "../read/rehearsal.ts";
import { type AppendResult, appendEvents, rehearseAppend } from "../write/append.ts";
import { notifyFollowers } from "../write/followers.ts";

/** The route `POST /api/stories/{story}/events`. */
export const appendEventsRoute = defineRoute({
  method: "post",
  path: "/api/stories/{story}/events",
  name: "appendEvents",
  summary: "Record what happened: one event, or several, all of them or none",
  description:
    "Each event is judged after the ones before it, where it stands in story order. Without If-Match or If-None-Match, events are appended at the head wherever the rules admit them. What is only unlikely is recorded, and warned of; what was pasted is put right, and noted.",
  role: "editor",
  params: storyParams,
  query: z.strictObject({
    dryRun: z
      .optional(z.enum(["true", "false"]))
      .check(z.meta({ description: "true: only tell what would be recorded and what readers would see. Nothing is written." })),
  }),
  headers: writeHeaders,
  body: z.union([postedEvent, z.array(postedEvent).check(z.minLength(1), z.maxLength(mostEvents))]),
  examples: Object.fromEntries(
    postedTypes.map((type) => [type, { summary: definitionOf(type).summary, value: definitionOf(type).example }]),
  ),
  answers: {
    ...writeAnswers,
    200: {
      description: "Recorded before, by the same request: the same answer again. Of a dry run: what would be recorded.",
      content: { "application/json": z.union([appended, rehearsed]) },
    },
  },
  problems: writeProblems,
  handle: async (c, { params, query }) => {
    const headers = parseWriteHeaders(c);
    if ("problem" in headers) return headers.problem;
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const large = tooLarge(body.json);
    if (large !== undefined)
      return answerProblem(c, "too-large", {
        detail: "An event is larger than 64 KiB.",
        errors: [{ pointer: large, detail: "is larger than 64 KiB" }],
      });
    const { posted, notes } = putPastedRight(body.json);
    const parsed = parseDrafts(posted);
    if ("faults" in parsed) return answerInvalid(c, parsed.faults);
    const posting = { story: params.story, editor: c.var.editor, drafts: parsed.drafts, notes, ...headers };
    const several = Array.isArray(body.json);
    if (query.dryRun !== "true") return answerTo(c, params.story, several, await appendEvents(c.var.d1, posting));
    return answerTo(c, params.story, several, await rehearseAppend(c.var.d1, posting));
  },
});

/** The pointer to the first event that is too large. */
const tooLarge = (posted: unknown): string | undefined => {
  const isLarge = (event: unknown) => new TextEncoder().encode(JSON.stringify(event)).length > maxEventBytes;
  if (!Array.isArray(posted)) return isLarge(posted) ? "" : undefined;
  const index = posted.findIndex(isLarge);
  return index < 0 ? undefined : `/${index}`;
};

const answerTo = (
  c: Context<App>,
  slug: string,
  several: boolean,
  outcome: AppendResult | Awaited<ReturnType<typeof rehearseAppend>>,
): Response => {
  const prefix = (index: number) => (several ? `/${index}` : "");
  switch (outcome.kind) {
    case "appended":
      notifyFollowers(c, slug, outcome.events.at(-1)?.version ?? 0);
      return answerWritten(c, slug, outcome.events, 201, answeredRemarks(outcome, several));
    case "replayed":
      return answerWritten(c, slug, outcome.events, 200, answeredRemarks(outcome, several));
    case "rehearsed":
      return answerJson(
        c,
        {
          story: slug,
          version: outcome.recording.folded.story.version,
          events: outcome.recording.events,
          readers: rehearse(outcome.recording),
          ...answeredRemarks(outcome, several),
        },
        { "Cache-Control": "no-store" },
      );
    case "refused":
      return answerRefused(c, outcome.refusals, prefix(outcome.index));
    case "invalid":
      return answerInvalid(
        c,
        outcome.faults.map(({ pointer, detail }) => ({ pointer: prefix(outcome.index) + pointer, detail })),
      );
    case "mismatch":
      return answerVersionMismatch(c, outcome.head);
    case "key-reused":
      return answerKeyReused(c);
    case "contended":
      return answerContended(c);
  }
};
