/** Appends events to a story. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { maxEventBytes } from "../../events/log-entry.ts";
import { mostEvents, postedEvent, postedTypes } from "../../events/parse.ts";
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
import { type AppendResult, appendEvents } from "../write/append.ts";
import { notifyFollowers } from "../write/followers.ts";
import { selectOpening } from "../write/opening.ts";
import { preparePosting } from "../write/prepare-posting.ts";

/** The route `POST /api/stories/{story}/events`. */
export const appendEventsRoute = defineRoute({
  method: "post",
  path: "/api/stories/{story}/events",
  name: "appendEvents",
  role: "editor",
  entersLate: true,
  params: storyParams,
  query: z.strictObject({
    dryRun: z.optional(z.enum(["true", "false"])).check(
      z.meta({
        description: describes && "true: only tell what would be recorded and what readers would see. Nothing is written.",
      }),
    ),
  }),
  described: describes && {
    body: z.union([postedEvent, z.array(postedEvent).check(z.minLength(1), z.maxLength(mostEvents))]),
    summary: "Record what happened: one event, or several, all of them or none",
    description:
      "Each event is judged after the ones before it, where it stands in story order. Without If-Match or If-None-Match, events are appended at the head wherever the rules admit them. What is only unlikely is recorded, and warned of; what was pasted is put right, and noted.",
    headers: writeHeaders,
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
  },
  handle: async (c, { params: { story }, query }) => {
    const { entrance, d1 } = c.var;
    // Who is unknown is not read much of.
    const early = entrance.isRemembered || isLight(c) ? undefined : await entrance.enter();
    if (early && "denied" in early) return early.denied;
    const headers = parseWriteHeaders(c);
    if ("problem" in headers) return headers.problem;
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const prepared = preparePosting(body.json);
    if (prepared.kind === "too-large")
      return answerProblem(c, "too-large", {
        detail: "An event is larger than 64 KiB.",
        errors: [{ pointer: prepared.pointer, detail: "is larger than 64 KiB" }],
      });
    if (prepared.kind === "invalid") return answerInvalid(c, prepared.faults);
    const { drafts, notes } = prepared;
    const asked = { story, drafts, notes, isRehearsal: query.dryRun === "true", ...conditionsOf(c) };
    const entered = await entrance.enter(selectOpening(d1, asked));
    if ("denied" in entered) return entered.denied;
    const { editor, tokenHash } = c.var;
    const outcome = await appendEvents(
      { env: c.env, d1, opening: entered.rows.length > 0 ? entered.rows : undefined },
      { ...asked, editor, tokenHash, key: headers.key },
    );
    if (outcome.isConfirmed !== false) entrance.confirm(outcome.kind !== "unauthorized");
    return answerTo(c, story, Array.isArray(body.json), outcome);
  },
});

/** Whether a request is no larger than one event. */
const isLight = (c: Context<App>): boolean => Number(c.req.header("Content-Length") ?? Number.NaN) <= maxEventBytes;

const conditionsOf = (c: Context<App>) => ({ ifMatch: c.req.header("If-Match"), ifNoneMatch: c.req.header("If-None-Match") });

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
