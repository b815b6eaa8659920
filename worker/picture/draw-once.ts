/** Prints the pictures that the Worker answers with: each is drawn once, then kept where it was drawn. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { type Letters, readLetters } from "./letters.ts";

/** Read once for as long as this Worker stays in memory. A promise is not kept: it would hang on the request that made it. */
let inMemory: Letters | undefined;

/** The letters, from the static assets. Throws where they are not there, or not what was packed. */
export const loadLetters = async (c: Context<App>): Promise<Letters> => {
  if (inMemory) return inMemory;
  const answer = await c.env.ASSETS.fetch(new URL("/vendor/letters.bin", c.req.url));
  if (!answer.ok) throw new Error(`The letters are not there: ${answer.status}`);
  inMemory = readLetters(new Uint8Array(await answer.arrayBuffer()));
  return inMemory;
};

/** No longer than this does a location keep a drawing; one whose story has moved on is not asked for again. */
const kept = "public, max-age=86400";

/** What was drawn under that ETag in this location, else what is drawn now. */
export const drawOnce = async (
  c: Context<App>,
  etag: string,
  draw: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStream | Uint8Array<ArrayBuffer>> => {
  const key = new URL(`${c.req.path}?drawn=${encodeURIComponent(etag)}`, c.req.url);
  const earlier = await caches.default.match(key);
  if (earlier?.body) return earlier.body;
  const drawn = await draw();
  c.executionCtx.waitUntil(caches.default.put(key, new Response(drawn, { headers: { "Cache-Control": kept } })));
  return drawn;
};
