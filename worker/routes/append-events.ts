/** Appends events to a story. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { mostEvents, parseDrafts, postedEvent } from "../../events/parse.ts";
import type { App } from "../env.ts";
import { mostEventBytes, readJson } from "../http/body.ts";
import { invalid, problem, refused } from "../http/problem.ts";
import { defineRoute, story } from "../http/route.ts";
import {
  contended,
  keyReused,
  mismatch,
  writeAnswers,
  writeHeaders,
  writeHeadersOf,
  writeProblems,
  written,
} from "../http/writing.ts";
import { type Appended, append } from "../write/append.ts";

export const appendEvents = defineRoute({
  method: "post",
  path: "/api/stories/{story}/events",
  name: "appendEvents",
  summary: "Record what happened: one event, or several, all of them or none",
  description:
    "Each event is judged after the ones before it, where it stands in story order. Without If-Match or If-None-Match, events are appended at the head wherever the rules admit them.",
  role: "editor",
  params: story,
  headers: writeHeaders,
  body: z.union([postedEvent, z.array(postedEvent).check(z.minLength(1), z.maxLength(mostEvents))]),
  answers: writeAnswers,
  problems: writeProblems,
  handle: async (c, { params }) => {
    const headers = writeHeadersOf(c);
    if ("problem" in headers) return headers.problem;
    const body = await readJson(c);
    if ("problem" in body) return body.problem;
    const large = tooLarge(body.json);
    if (large !== undefined)
      return problem(c, "too-large", {
        detail: "An event is larger than 64 KiB.",
        errors: [{ pointer: large, detail: "is larger than 64 KiB" }],
      });
    const parsed = parseDrafts(body.json);
    if ("faults" in parsed) return invalid(c, parsed.faults);
    const posting = { story: params.story, editor: c.var.editor, drafts: parsed.drafts, ...headers };
    const several = Array.isArray(body.json);
    return answerTo(c, params.story, several, await append(c.var.d1, posting));
  },
});

/** The pointer to the first event that is too large. */
const tooLarge = (posted: unknown): string | undefined => {
  const isLarge = (event: unknown) => new TextEncoder().encode(JSON.stringify(event)).length > mostEventBytes;
  if (!Array.isArray(posted)) return isLarge(posted) ? "" : undefined;
  const index = posted.findIndex(isLarge);
  return index < 0 ? undefined : `/${index}`;
};

const answerTo = (c: Context<App>, slug: string, several: boolean, outcome: Appended): Response => {
  const prefix = (index: number) => (several ? `/${index}` : "");
  switch (outcome.kind) {
    case "appended":
    case "replayed":
      return written(c, slug, outcome.events, outcome.kind === "appended");
    case "refused":
      return refused(c, outcome.refusals, prefix(outcome.index));
    case "invalid":
      return invalid(
        c,
        outcome.faults.map(({ pointer, detail }) => ({ pointer: prefix(outcome.index) + pointer, detail })),
      );
    case "mismatch":
      return mismatch(c, outcome.version);
    case "key-reused":
      return keyReused(c);
    case "contended":
      return contended(c);
  }
};
