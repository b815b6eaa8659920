/** What follows a takedown, besides what follows every write: what was taken down is not answered with from a cache, nor its pictures kept. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { purgeStory } from "../http/middleware/shared-cache.ts";
import { purgePictures } from "../store/media.ts";

/**
 * Purges what the shared cache has of a story, off the request's path, and, where a takedown met pictures, the bytes of those that are erased.
 * Nobody is served them any more; where they cannot be reached now, they are taken away within minutes. Done twice, it does no harm.
 */
export const purgeTakenDown = async (c: Context<App>, story: string, { pictures }: { pictures: boolean }): Promise<void> => {
  purgeStory(c, story);
  if (!pictures || !c.env.MEDIA) return;
  await purgePictures(c.var.d1, c.env.MEDIA).catch((error: unknown) => {
    console.error(JSON.stringify({ requestId: c.var.requestId, error: String(error) }));
  });
};
