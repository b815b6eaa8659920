/** Answers that several routes give. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import type { Read } from "../read/projections.ts";
import { has, heldTags } from "./preconditions.ts";
import { problem } from "./problem.ts";

/** How long an answer may be kept: for a year where it cannot change, else a few seconds, by shared caches alone. */
export const keep = { forever: "public, max-age=31536000, immutable", briefly: "public, max-age=0, s-maxage=2" };

/** A JSON answer under an ETag. */
export const json = (c: Context<App>, body: unknown, headers: Record<string, string>, status: 200 | 201 = 200): Response =>
  c.body(JSON.stringify(body), status, { "Content-Type": "application/json", Vary: "Accept, Accept-Language", ...headers });

/** 304, with the headers that RFC 9110 section 15.4.5 wants. */
export const unmodified = (c: Context<App>, etag: string, cache: string, vary = "Accept, Accept-Language"): Response =>
  c.body(null, 304, { ETag: etag, "Cache-Control": cache, Vary: vary });

/** The ETags of what the client has already. */
export const heldBy = (c: Context<App>): string[] => heldTags(c.req.header("If-None-Match"));

/** Whether the client has what that ETag stands for. */
export const clientHas = (c: Context<App>, etag: string): boolean => has(c.req.header("If-None-Match"), etag);

/** There is no such story. */
export const noStory = (c: Context<App>): Response => problem(c, "not-found", { detail: "There is no story at this address." });

/** Answers a reading of a projection; `body` adds what stands around its view. */
export const answerRead = <View>(
  c: Context<App>,
  reading: Read<View>,
  pinned: boolean,
  body: (view: View, version: number) => unknown,
): Response => {
  const cache = pinned ? keep.forever : keep.briefly;
  if (reading.kind === "no-story") return noStory(c);
  if (reading.kind === "no-version")
    return problem(c, "not-found", {
      detail: `The story has no such version: it stands at ${reading.version}.`,
      version: reading.version,
    });
  if (reading.kind === "unmodified") return unmodified(c, reading.etag, cache);
  return json(c, body(reading.view, reading.version), { ETag: reading.etag, "Cache-Control": cache });
};
