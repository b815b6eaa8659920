/** Takes an event down. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { logEntry } from "../../events/log-entry.ts";
import { faultsOf } from "../../events/parse.ts";
import { isTakenDown } from "../../events/registry.ts";
import { erasedBy } from "../../events/remains.ts";
import { text } from "../../events/values.ts";
import { answerNoStory } from "../http/answer.ts";
import { readJsonBody } from "../http/body.ts";
import { answerInvalid, answerRefused } from "../http/problem.ts";
import { purgeOf, purgeShape } from "../http/purge.ts";
import { defineRoute, storyParams } from "../http/route.ts";
import {
  answerContended,
  answerKeyReused,
  answerVersionMismatch,
  answerWritten,
  parseWriteHeaders,
  writeAnswersOf,
  writeHeaders,
  writeProblems,
} from "../http/writing.ts";
import type { PictureReceipt } from "../store/media.ts";
import { notifyFollowers } from "../write/followers.ts";
import { purgeTakenDown } from "../write/purge-taken-down.ts";
import { takeDown } from "../write/takedown.ts";

/** What was recorded, what has to be purged elsewhere, and what became of the pictures that the event showed. */
const receipt =
  describes &&
  z
    .strictObject({
      story: z.string(),
      version: z.int(),
      events: z.array(logEntry),
      purge: purgeShape,
      media: z.optional(z.strictObject({ erased: z.array(z.string()), kept: z.array(z.string()) })).check(
        z.meta({
          description: describes && "The pictures that were erased, and those that were kept since other events show them.",
        }),
      ),
      drafts: z.int().check(
        z.meta({
          description:
            describes && "How many drafts, of whatever story, held the same words or amended the event, and were erased.",
        }),
      ),
    })
    .check(z.meta({ id: "TakedownReceipt" }));

const order = z
  .strictObject({
    event: z.int("must be an event's version: a whole number").check(z.minimum(1, "must be 1 or more")),
    reason: text(1000),
    legalBasis: text(500),
  })
  .check(z.meta({ id: "Takedown" }));

/** The route `POST /api/stories/{story}/takedowns`. */
export const takeDownRoute = defineRoute({
  method: "post",
  path: "/api/stories/{story}/takedowns",
  name: "takeDown",
  role: "publisher",
  recently: true,
  params: storyParams,
  described: describes && {
    body: order,
    summary: "Erase what an event says: a court's order, a person's right",
    description:
      "The event's data, sources and salt are erased everywhere, with those of its corrections and retractions, the pictures that no other event shows, and the drafts that hold the same words; who took it down, when and why is recorded. The chain still verifies. It cannot be undone. Of a takedown, the reason and the legal basis are erased. The answer lists what has to be purged where it lies in caches.",
    headers: writeHeaders,
    answers: writeAnswersOf(receipt),
    problems: [...writeProblems, "not-found"],
  },
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
      case "replayed": {
        const [takedown] = outcome.events;
        if (!takedown) throw new Error("A takedown is one event");
        const { version } = takedown;
        const isNew = outcome.kind === "taken-down";
        if (isNew) notifyFollowers(c, slug, version);
        // One that was sent again was so because something may have gone wrong: what is purged already takes no harm.
        await purgeTakenDown(c, slug, { pictures: outcome.media !== undefined });
        // Of a takedown that was itself taken down since, the order that came again tells what it took down.
        const [erased = [parsed.data.event]] = isTakenDown(takedown) ? [] : [[...erasedBy([takedown])]];
        const purge = purgeOf(c.req.url, slug, { erased, version, naming: outcome.naming });
        return answerWritten(c, slug, outcome.events, isNew ? 201 : 200, { purge, ...receiptOf(outcome) });
      }
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

const receiptOf = ({ media, drafts }: { media?: PictureReceipt | undefined; drafts: number }) => ({
  drafts,
  ...(media ? { media } : {}),
});
