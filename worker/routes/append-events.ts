/** Appends events to a story. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { mostEvents, parseDrafts, postedEvent } from "../../events/parse.ts";
import type { App } from "../env.ts";
import { maxEventBytes, readJsonBody } from "../http/body.ts";
import { answerInvalid, answerProblem, answerRefused } from "../http/problem.ts";
import { defineRoute, storyParams } from "../http/route.ts";
import {
  answerContended,
  answerKeyReused,
  answerVersionMismatch,
  answerWritten,
  parseWriteHeaders,
  writeAnswers,
  writeHeaders,
  writeProblems,
} from "../http/writing.ts";
import { type AppendResult, appendEvents } from "../write/append.ts";
import { notifyFollowers } from "../write/followers.ts";

/** The route `POST /api/stories/{story}/events`. */
export const appendEventsRoute = defineRoute({
  method: "post",
  path: "/api/stories/{story}/events",
  name: "appendEvents",
  summary: "Record what happened: one event, or several, all of them or none",
  description:
    "Each event is judged after the ones before it, where it stands in story order. Without If-Match or If-None-Match, events are appended at the head wherever the rules admit them.",
  role: "editor",
  params: storyParams,
  headers: writeHeaders,
  body: z.union([postedEvent, z.array(postedEvent).check(z.minLength(1), z.maxLength(mostEvents))]),
  answers: writeAnswers,
  problems: writeProblems,
  handle: async (c, { params }) => {
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
    const parsed = parseDrafts(body.json);
    if ("faults" in parsed) return answerInvalid(c, parsed.faults);
    const posting = { story: params.story, editor: c.var.editor, drafts: parsed.drafts, ...headers };
    const several = Array.isArray(body.json);
    return answerTo(c, params.story, several, await appendEvents(c.var.d1, posting));
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
      notifyFollowers(c, slug, outcome.events.at(-1)?.version ?? 0);
      return answerWritten(c, slug, outcome.events, 201);
    case "replayed":
      return answerWritten(c, slug, outcome.events, 200);
    case "refused":
      return answerRefused(c, outcome.refusals, prefix(outcome.index));
    case "invalid":
      return answerInvalid(
        c,
        outcome.faults.map(({ pointer, detail }) => ({ pointer: prefix(outcome.index) + pointer, detail })),
      );
    case "mismatch":
      return answerVersionMismatch(c, outcome.version);
    case "key-reused":
      return answerKeyReused(c);
    case "contended":
      return answerContended(c);
  }
};
