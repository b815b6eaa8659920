/**
 * How Cloudflare's cache, which answers before the Worker runs, keeps what the Worker has answered (Workers Cache, RFC 9213): for how long,
 * by which tags it can be purged, and that it gives what it has while D1 is away. Its key has the path and the query, and what `Vary` names.
 */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { App } from "../../env.ts";
import { cacheControl } from "../answer.ts";

const header = "CDN-Cache-Control";

/** By what other caches are told. An answer that never changes can be taken down: it is not kept for longer than a purge may go wrong for. */
const lifetimes: Readonly<Record<string, string>> = {
  [cacheControl.briefly]: "max-age=2, stale-while-revalidate=10, stale-if-error=60",
  [cacheControl.forever]: "max-age=3600, stale-while-revalidate=60, stale-if-error=86400",
};

/** For answers that nobody may be given who did not ask for them at that moment. */
export const notShared = { [header]: "no-store" };

/** For answers that nobody may be given after their time, unless D1 is away. */
export const neverStale = { [header]: "max-age=2, stale-if-error=60" };

const ofStory = /^\/(?:api\/)?(?:stories|embed)\/([a-z0-9-]{3,80})(?:\/|$)/;
/** What tells of several stories. */
const lists = "lists";
const tagOf = (story: string): string => `story-${story}`;

/** Says of every answer how it is to be kept, unless it says so itself. */
export const sharedCache = createMiddleware<App>(async (c, next) => {
  await next();
  const kept = c.res.headers.get("Cache-Control") ?? "";
  const isShared = kept.startsWith("public");
  if (!c.res.headers.has(header)) {
    const lifetime = isShared ? lifetimes[kept] : "no-store";
    if (lifetime !== undefined) c.res.headers.set(header, lifetime);
  }
  if (!isShared) return;
  const [, story] = ofStory.exec(c.req.path) ?? [];
  c.res.headers.set("Cache-Tag", story === undefined ? lists : tagOf(story));
});

/** Seconds between attempts: a Worker may purge five times a minute. */
const pauses = [0, 5, 15];

/** Purges what that cache has of a story, off the request's path. Where there is no such cache, as in local development, there is nothing to do. */
export const purgeStory = (c: Context<App>, story: string): void => {
  // Hono's type of it does not know what Cloudflare's has had since.
  const { cache } = c.executionCtx as { cache?: CacheContext };
  if (typeof cache?.purge !== "function") return;
  c.executionCtx.waitUntil(
    purge(cache, [tagOf(story), lists]).catch((error: unknown) => {
      console.error(JSON.stringify({ requestId: c.var.requestId, story, purge: "failed", error: String(error) }));
    }),
  );
};

const purge = async (cache: CacheContext, tags: string[]): Promise<void> => {
  let fault: unknown;
  for (const pause of pauses) {
    await scheduler.wait(pause * 1_000);
    try {
      const { success, errors } = await cache.purge({ tags });
      if (success) return;
      fault = new Error(errors.map(({ message }) => message).join("; "));
    } catch (error) {
      fault = error;
    }
  }
  throw fault;
};
