/** Appends events to a story. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { mostEvents, parseDrafts, postedEvent, postedTypes } from "../../events/parse.ts";
import { putPastedRight } from "../../events/pasted.ts";
import { definitionOf } from "../../events/registry.ts";
import type { App } from "../env.ts";
import { answerJson } from "../http/answer.ts";
import { maxEventBytes, readJsonBody } from "../http/body.ts";
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
import { type AppendResult, appendEvents } from "../write/append.ts";
import { notifyFollowers } from "../write/followers.ts";
import { selectKnownLog } from "../write/writer-d1.ts";

/** The route `POST /api/stories/{story}/events`. */
export const appendEventsRoute = defineRoute({
  method: "post",
  path: "/api/stories/{story}/events",
  name: "appendEvents",
  summary: "Record what happened: one event, or several, all of them or none",
  description:
    "Each event is judged after the ones before it, where it stands in story order. Without If-Match or If-None-Match, events are appended at the head wherever the rules admit them. What is only unlikely is recorded, and warned of; what was pasted is put right, and noted.",
  role: "editor",
  alongside: (c) => [selectKnownLog(c.var.d1, c.req.param("story") ?? "")],
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
    const { env, editor, tokenHash, alongside, d1 } = { ...c.var, env: c.env };
    const outcome = await appendEvents(
      { env, d1, opening: alongside[0] },
      {
        story: params.story,
        editor,
        tokenHash,
        drafts: parsed.drafts,
        notes,
        ifMatch: c.req.header("If-Match"),
        ifNoneMatch: c.req.header("If-None-Match"),
        key: headers.key,
        isRehearsal: query.dryRun === "true",
      },
    );
    c.set("isConfirmed", outcome.kind !== "unauthorized");
    return answerTo(c, params.story, Array.isArray(body.json), outcome);
  },
});

/** The pointer to the first event that is too large. */
const tooLarge = (posted: unknown): string | undefined => {
  const isLarge = (event: unknown) => new TextEncoder().encode(JSON.stringify(event)).length > maxEventBytes;
  if (!Array.isArray(posted)) return isLarge(posted) ? "" : undefined;
  const index = posted.findIndex(isLarge);
  return index < 0 ? undefined : `/${index}`;
};

const answerTo = (c: Context<App>, slug: string, several: boolean, outcome: AppendResult): Response => {
  const prefix = (index: number) => (several ? `/${index}` : "");
  switch (outcome.kind) {
    case "appended":
      if (!outcome.isTold) notifyFollowers(c, slug, outcome.events.at(-1)?.version ?? 0);
      return answerWritten(c, slug, outcome.events, 201, answeredRemarks(outcome, several));
    case "replayed":
      return answerWritten(c, slug, outcome.events, 200, answeredRemarks(outcome, several));
    case "rehearsed": {
      const { version, events, readers } = outcome;
      const body = { story: slug, version, events, readers, ...answeredRemarks(outcome, several) };
      return answerJson(c, body, { "Cache-Control": "no-store" });
    }
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
    case "unauthorized":
      // Whoever asked for the role answers this.
      return c.body(null, 401);
  }
};
