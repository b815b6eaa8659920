/** Reads a request's body: JSON in UTF-8, bounded in size and depth. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { answerInvalid, answerProblem } from "./problem.ts";

/** The most that a request may have, in bytes. */
const mostRequestBytes = 1024 * 1024;

/** Nothing that an event can say nests deeper. */
const mostDepth = 16;

/** The JSON value of the body, or the problem with it. */
export const readJsonBody = async (c: Context<App>): Promise<{ json: unknown } | { problem: Response }> => {
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(c.req.header("Content-Type") ?? ""))
    return {
      problem: answerProblem(c, "unsupported-media-type", { detail: "Send events as Content-Type: application/json, in UTF-8." }),
    };
  if (!/^(identity)?$/i.test(c.req.header("Content-Encoding") ?? ""))
    return { problem: answerProblem(c, "unsupported-media-type", { detail: "Send events without Content-Encoding." }) };
  const bytes = await readBodyBytes(c, mostRequestBytes);
  if (!bytes) return { problem: answerProblem(c, "too-large", { detail: "The request is larger than 1 MiB." }) };
  const text = textOf(bytes);
  if (text === undefined) return { problem: answerProblem(c, "malformed-request", { detail: "The body is not UTF-8." }) };
  if (depthOf(text) > mostDepth)
    return { problem: answerInvalid(c, [{ pointer: "", detail: `must not nest deeper than ${mostDepth} levels` }]) };
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    const where = error instanceof Error ? `: ${error.message}` : "";
    return { problem: answerProblem(c, "malformed-request", { detail: `The body is not JSON${where}.`.slice(0, 300) }) };
  }
};

/** A body that ended before its end: its sender's line broke, or what came is no chunk of one (RFC 9112, section 7.1). */
export class BrokenBody extends Error {}

/** The body's bytes, read no further than the most that it may have; undefined where there are more. Throws `BrokenBody`. */
export const readBodyBytes = async ({ req }: Context<App>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const { body } = req.raw;
  // Who says beforehand that there are more is not listened to.
  if (Number(req.header("Content-Length") ?? 0) > most) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body ?? []) {
      length += chunk.length;
      if (length > most) return undefined;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new BrokenBody("The body broke off", { cause });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** How deep a JSON text nests, told from its brackets: before anything that might recurse is let near it. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === "\\") at += 1;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth -= 1;
  }
  return deepest;
};
