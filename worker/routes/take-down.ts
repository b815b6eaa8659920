/** Takes an event down. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { faultsOf } from "../../events/parse.ts";
import { text } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerNoStory } from "../http/answer.ts";
import { readJsonBody } from "../http/body.ts";
import { purgeStory } from "../http/middleware/shared-cache.ts";
import { answerInvalid, answerRefused } from "../http/problem.ts";
import { defineRoute, storyParams } from "../http/route.ts";
import {
  answerContended,
  answerKeyReused,
  answerVersionMismatch,
  answerWritten,
  appended,
  parseWriteHeaders,
  writeAnswers,
  writeHeaders,
  writeProblems,
} from "../http/writing.ts";
import { type PictureReceipt, purgePictures } from "../store/media.ts";
import { notifyFollowers } from "../write/followers.ts";
import { takeDown } from "../write/takedown.ts";

const order = z
  .strictObject({
    event: z.int("must be an event's version: a whole number").check(z.minimum(1, "must be 1 or more")),
    reason: text(1000),
    legalBasis: text(500),
  })
  .check(z.meta({ id: "Takedown" }));

/** The answer: what was recorded, and what became of the pictures that the event showed. */
const takenDown = z
  .strictObject({
    ...appended.shape,
    media: z
      .optional(z.strictObject({ erased: z.array(z.string()), kept: z.array(z.string()) }))
      .check(z.meta({ description: "The pictures that were erased, and those that were kept since other events show them." })),
  })
  .check(z.meta({ id: "TakenDown" }));

/** The route `POST /api/stories/{story}/takedowns`. */
export const takeDownRoute = defineRoute({
  method: "post",
  path: "/api/stories/{story}/takedowns",
  name: "takeDown",
  summary: "Erase what an event says: a court's order, a person's right",
  description:
    "The event's data, sources and salt are erased everywhere, with those of its corrections and retractions, and with the pictures that no other event shows; who took it down, when and why is recorded. The chain still verifies. It cannot be undone.",
  role: "publisher",
  params: storyParams,
  headers: writeHeaders,
  body: order,
  answers: {
    201: { ...writeAnswers[201], description: "Taken down.", content: { "application/json": takenDown } },
    200: {
      ...writeAnswers[200],
      description: "Taken down before, by the same request.",
      content: { "application/json": takenDown },
    },
  },
  problems: [...writeProblems, "not-found"],
  handle: async (c, { params: { story: slug } }) => {
    const headers = parseWriteHeaders(c);
    if ("problem" in headers) return headers.problem;
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const parsed = order.safeParse(body.json);
    if (!parsed.success) return answerInvalid(c, faultsOf(parsed.error, ""));
    const outcome = await takeDown(c.var.d1, { story: slug, editor: c.var.editor, ...parsed.data, ...headers });
    switch (outcome.kind) {
      case "taken-down":
        notifyFollowers(c, slug, outcome.events.at(-1)?.version ?? 0);
        purgeStory(c, slug);
        if (outcome.media) await purge(c);
        return answerWritten(c, slug, outcome.events, 201, receiptOf(outcome));
      case "replayed":
        // It was sent again because something may have gone wrong: what is purged already takes no harm.
        purgeStory(c, slug);
        return answerWritten(c, slug, outcome.events, 200, receiptOf(outcome));
      case "refused":
        return answerRefused(c, outcome.refusals, "");
      case "no-story":
        return answerNoStory(c);
      case "mismatch":
        return answerVersionMismatch(c, outcome.head);
      case "key-reused":
        return answerKeyReused(c);
      case "contended":
        return answerContended(c);
    }
  },
});

const receiptOf = ({ media }: { media?: PictureReceipt | undefined }) => (media ? { media } : {});

/** Nobody is served the pictures any more. Where their bytes cannot be reached now, they are taken away within minutes. */
const purge = async (c: Context<App>): Promise<void> => {
  if (!c.env.MEDIA) return;
  await purgePictures(c.var.d1, c.env.MEDIA).catch((error: unknown) => {
    console.error(JSON.stringify({ requestId: c.var.requestId, error: String(error) }));
  });
};
