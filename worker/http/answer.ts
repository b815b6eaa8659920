/** Answers that several routes give. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { isUnmodifiedSince } from "./modified.ts";
import { ifNoneMatchHas, parseIfNoneMatch } from "./preconditions.ts";
import { answerProblem } from "./problem.ts";

/** How long an answer may be kept: for a year where it cannot change, else a few seconds, by shared caches alone. */
export const cacheControl = { forever: "public, max-age=31536000, immutable", briefly: "public, max-age=0, s-maxage=2" };

/** What an answer differs by besides its path. Addresses in it are of the host that was asked, which not every cache has in its key. */
const varying = "Accept, Accept-Language, Host";

/** A JSON answer under an ETag. */
export const answerJson = (c: Context<App>, body: unknown, headers: Record<string, string>, status: 200 | 201 = 200): Response =>
  c.body(JSON.stringify(body), status, { "Content-Type": "application/json", Vary: varying, ...headers });

/** 304, with the headers that RFC 9110 section 15.4.5 wants. */
export const answerNotModified = (c: Context<App>, etag: string, cache: string, vary = varying): Response =>
  c.body(null, 304, { ETag: etag, "Cache-Control": cache, Vary: vary });

/** The ETags of what the client has already. */
export const heldEtags = (c: Context<App>): string[] => parseIfNoneMatch(c.req.header("If-None-Match"));

/** Whether the client has what that ETag stands for. */
export const clientHasEtag = (c: Context<App>, etag: string): boolean => ifNoneMatchHas(c.req.header("If-None-Match"), etag);

/** Whether the client asks by `If-Modified-Since` whether it has the answer, and by nothing that stands before that. */
export const asksWhetherModified = ({ req }: Context<App>): boolean =>
  req.header("If-Modified-Since") !== undefined && req.header("If-None-Match") === undefined;

/** Whether the client has what changed last at that instant, by `If-Modified-Since`. */
export const clientHasModified = (c: Context<App>, changed: string): boolean =>
  isUnmodifiedSince({ ifModifiedSince: c.req.header("If-Modified-Since"), ifNoneMatch: c.req.header("If-None-Match") }, changed);

/** There is no such story. */
export const answerNoStory = (c: Context<App>): Response =>
  answerProblem(c, "not-found", { detail: "There is no story at this address." });

/** What came of reading a story, as far as an answer tells it. */
type Reading<View> =
  | { kind: "view"; version: number; etag: string; view: View }
  | { kind: "unmodified"; etag: string }
  | { kind: "no-story" }
  | { kind: "no-version"; version: number };

/** Answers with the view of a projection that was read, or with what came of it instead; `body` adds what stands around the view. */
export const answerProjection = <View>(
  c: Context<App>,
  reading: Reading<View>,
  pinned: boolean,
  body: (view: View, version: number) => unknown,
): Response => {
  const cache = pinned ? cacheControl.forever : cacheControl.briefly;
  if (reading.kind === "no-story") return answerNoStory(c);
  if (reading.kind === "no-version")
    return answerProblem(c, "not-found", {
      detail: `The story has no such version: it stands at ${reading.version}.`,
      version: reading.version,
    });
  if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cache);
  return answerJson(c, body(reading.view, reading.version), { ETag: reading.etag, "Cache-Control": cache });
};
