/** Takes an event down. */
import * as z from "zod/mini";
import { faultsOf } from "../../events/parse.ts";
import { text } from "../../events/values.ts";
import { noStory } from "../http/answer.ts";
import { readJson } from "../http/body.ts";
import { invalid, refused } from "../http/problem.ts";
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
import { takeDown } from "../write/takedown.ts";

const order = z
  .strictObject({
    event: z.int("must be an event's version: a whole number").check(z.minimum(1, "must be 1 or more")),
    reason: text(1000),
    legalBasis: text(500),
  })
  .check(z.meta({ id: "Takedown" }));
export const takeDownRoute = defineRoute({
  method: "post",
  path: "/api/stories/{story}/takedowns",
  name: "takeDown",
  summary: "Erase what an event says: a court's order, a person's right",
  description:
    "The event's data, sources and salt are erased everywhere, with those of its corrections and retractions; who took it down, when and why is recorded. The chain still verifies. It cannot be undone.",
  role: "publisher",
  params: story,
  headers: writeHeaders,
  body: order,
  answers: writeAnswers,
  problems: [...writeProblems, "not-found"],
  handle: async (c, { params: { story: slug } }) => {
    const headers = writeHeadersOf(c);
    if ("problem" in headers) return headers.problem;
    const body = await readJson(c);
    if ("problem" in body) return body.problem;
    const parsed = order.safeParse(body.json);
    if (!parsed.success) return invalid(c, faultsOf(parsed.error, ""));
    const outcome = await takeDown(c.var.d1, { story: slug, editor: c.var.editor, ...parsed.data, ...headers });
    switch (outcome.kind) {
      case "taken-down":
      case "replayed":
        return written(c, slug, outcome.events, outcome.kind === "taken-down");
      case "refused":
        return refused(c, outcome.refusals, "");
      case "no-story":
        return noStory(c);
      case "mismatch":
        return mismatch(c, outcome.version);
      case "key-reused":
        return keyReused(c);
      case "contended":
        return contended(c);
    }
  },
});
