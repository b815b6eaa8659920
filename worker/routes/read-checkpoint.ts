/** Signed checkpoints, and the key that verifies them. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { signCheckpoint } from "../../events/checkpoint.ts";
import { describes } from "../../events/describes.ts";
import type { App } from "../env.ts";
import { answerNoStory, answerNotModified, cacheControl, clientHasEtag } from "../http/answer.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute, storyParams } from "../http/route.ts";
import { checkpointKey } from "../read/checkpoint-key.ts";
import { headOf, selectHead } from "../store/log.ts";

const text = "text/plain; charset=utf-8";
const content = { [text]: z.string() };

/** The route `GET /api/stories/{story}/checkpoint`. */
export const readCheckpointRoute = defineRoute({
  method: "get",
  path: "/api/stories/{story}/checkpoint",
  name: "readCheckpoint",
  params: storyParams,
  described: describes && {
    summary: "How many events the story has and the hash of the newest, signed",
    description:
      "A signed note (https://c2sp.org/signed-note). Keep it: with it, `npm run verify` and the story's page `verify` tell whether the log only grew since.",
    answers: {
      200: {
        description: "Three lines (where the log stands, its size, its head's hash in base64), an empty one, and the signature.",
        content,
        headers: { ETag: "It changes with the story's version and with the key." },
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "unavailable"],
  },
  handle: async (c, { params: { story: slug } }) => {
    const key = await checkpointKey(c.env);
    if (!key) return unsigned(c);
    const [[row] = []] = await c.var.d1.batch(selectHead(c.var.d1, slug));
    if (!row) return answerNoStory(c);
    const head = headOf(row);
    // The hash tells a log that was restored to another past from the one that stood at that version before.
    const headers = { ETag: `"${head.version}.${head.hash.slice(0, 16)}.${key.id}"`, "Cache-Control": cacheControl.briefly };
    if (clientHasEtag(c, headers.ETag)) return answerNotModified(c, headers.ETag, cacheControl.briefly);
    const note = await signCheckpoint({ story: slug, size: head.version, hash: head.hash }, key.signer);
    return c.body(note, 200, { "Content-Type": text, ...headers });
  },
});

/** The route `GET /api/checkpoint-key`. */
export const readCheckpointKeyRoute = defineRoute({
  method: "get",
  path: "/api/checkpoint-key",
  name: "readCheckpointKey",
  described: describes && {
    summary: "The key that verifies the checkpoints of this deployment",
    description: "A line, NAME+ID+KEY: a C2SP vkey. Take it from somewhere else too where you can, and compare.",
    answers: { 200: { description: "The key.", content }, 304: { description: "You have it." } },
    problems: ["not-found"],
  },
  handle: async (c) => {
    const key = await checkpointKey(c.env);
    if (!key) return unsigned(c);
    const headers = { ETag: `"${key.id}"`, "Cache-Control": cacheControl.briefly };
    if (clientHasEtag(c, headers.ETag)) return answerNotModified(c, headers.ETag, cacheControl.briefly);
    return c.body(`${key.verifier}\n`, 200, { "Content-Type": text, ...headers });
  },
});

const unsigned = (c: Context<App>): Response =>
  answerProblem(c, "not-found", { detail: "This deployment has no key, and signs no checkpoints." });
