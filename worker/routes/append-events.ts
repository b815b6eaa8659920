/** Appends events to a story. */

import type { Context } from "hono";
import * as z from "zod";
import { mostEvents, parseDrafts, postedEvent } from "../../events/parse.ts";
import { json } from "../answer.ts";
import { type Appended, append } from "../append.ts";
import { mostEventBytes, readJson } from "../body.ts";
import type { App } from "../env.ts";
import { expectation, versionTag } from "../preconditions.ts";
import { invalid, problem, refused } from "../problem.ts";
import { defineRoute, story } from "../route.ts";
import { recordedEvent } from "../shapes.ts";

const answer = z.strictObject({ story: z.string(), version: z.int(), events: z.array(recordedEvent) }).meta({ id: "Appended" });
const key = /^[\x20-\x7e]{1,128}$/;

export const appendEvents = defineRoute({
  method: "post",
  path: "/api/stories/{story}/events",
  name: "appendEvents",
  summary: "Record what happened: one event, or several, all of them or none",
  description:
    "Each event is judged after the ones before it, where it stands in story order. Without If-Match or If-None-Match, events are appended at the head wherever the rules admit them.",
  editorsOnly: true,
  params: story,
  headers: {
    "If-Match": 'Append only at this version, for example "7"; else 412.',
    "If-None-Match": "`*`: only open a new story; else 412.",
    "Idempotency-Key": "Any string of at most 128 characters: with it, the same request can be sent again and is recorded once.",
  },
  body: z.union([postedEvent, z.array(postedEvent).min(1).max(mostEvents)]),
  answers: {
    201: {
      description: "Recorded.",
      content: { "application/json": answer },
      headers: { Location: "Where it stands.", ETag: "The story's version." },
    },
    200: { description: "Recorded before, by the same request: the same answer again.", content: { "application/json": answer } },
  },
  problems: [
    "malformed-request",
    "unauthorized",
    "refused",
    "version-mismatch",
    "too-large",
    "unsupported-media-type",
    "invalid",
    "key-reused",
    "unavailable",
  ],
  handle: async (c, { params }) => {
    const expects = expectation(c.req.header("If-Match"), c.req.header("If-None-Match"));
    if (!expects)
      return problem(c, "malformed-request", {
        detail: 'If-Match and If-None-Match take versions in quotation marks, for example "7", or *.',
      });
    const idempotencyKey = c.req.header("Idempotency-Key");
    if (idempotencyKey !== undefined && !key.test(idempotencyKey))
      return problem(c, "malformed-request", { detail: "An Idempotency-Key has 1 to 128 characters of ASCII." });
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
    const posting = { story: params.story, editor: c.var.editor, drafts: parsed.drafts, expects, key: idempotencyKey };
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
    case "replayed": {
      const { events } = outcome;
      const version = events.at(-1)?.version ?? 0;
      const first = version - events.length;
      const path = `/api/stories/${slug}/events`;
      const location = events.length === 1 ? `${path}/${version}` : `${path}?after=${first}&limit=${events.length}`;
      const headers = { Location: location, ETag: versionTag(version), "Cache-Control": "no-store" };
      return json(c, { story: slug, version, events }, headers, outcome.kind === "appended" ? 201 : 200);
    }
    case "refused":
      return refused(c, outcome.refusals, prefix(outcome.index));
    case "invalid":
      return invalid(
        c,
        outcome.faults.map(({ pointer, detail }) => ({ pointer: prefix(outcome.index) + pointer, detail })),
      );
    case "mismatch":
      return problem(c, "version-mismatch", {
        detail: outcome.version === 0 ? "This story is not open yet." : `The story stands at version ${outcome.version}.`,
        version: outcome.version,
        headers: outcome.version === 0 ? {} : { ETag: versionTag(outcome.version) },
      });
    case "key-reused":
      return problem(c, "key-reused", { detail: "This Idempotency-Key came with another request before: take a new one." });
    case "contended":
      return problem(c, "unavailable", {
        detail: "Too many are writing to this story at once. Nothing was recorded: send it again.",
        headers: { "Retry-After": "1" },
      });
  }
};
