/**
 * Answers that many ask for at the same time, made once for all of them: the data centre's cache keeps them for some seconds, and who comes
 * while one is being made waits for it.
 */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, clientHasEtag } from "./answer.ts";

/** An answer that can be given to others: no stream, which would belong to one request alone. */
type Kept = { headers: Record<string, string>; body: ArrayBuffer };

/**
 * What to share: the address that stands for it among all answers, what of the client's address it is made from, for how many seconds, and
 * whether an answer of 200 is good enough for others.
 */
type Sharing = { key: URL; address: URL; seconds: number; isGood?: (answer: Response) => boolean };

/** What is being made in this Worker, by its address. */
const making = new Map<string, Promise<Kept | undefined>>();
/** Who makes it may be cut off: nobody waits for longer, in milliseconds. */
const patience = 2_000;

/**
 * Runs `make` as if the request were for that address and had no header: what is made so hangs on the address and on the language that was
 * agreed on, whatever else a client has sent.
 */
const withoutHeaders = async <Made>(c: Context<App>, address: URL, make: () => Promise<Made>): Promise<Made> => {
  const { raw } = c.req;
  c.req.raw = new Request(address);
  try {
    return await make();
  } finally {
    c.req.raw = raw;
  }
};

/**
 * Answers with what the cache has, with what is being made, or with what `make` makes, which sees no header of this request and no more of its
 * address than `address`. What is not good to share is this client's alone.
 */
export const answerShared = async (
  c: Context<App>,
  { key, address, seconds, isGood = () => true }: Sharing,
  make: () => Promise<Response>,
): Promise<Response> => {
  const { href } = key;
  const cached = await caches.default.match(href);
  if (cached) return give(c, { headers: Object.fromEntries(cached.headers), body: await cached.arrayBuffer() });
  const others = await Promise.race([making.get(href), scheduler.wait(making.has(href) ? patience : 0)]);
  if (others) return give(c, others);

  const answer = withoutHeaders(c, address, make).then(async (made) => {
    if (made.status !== 200 || !isGood(made)) return { made };
    const kept = { headers: Object.fromEntries(made.headers), body: await made.arrayBuffer() };
    const headers = { ...kept.headers, "cache-control": `max-age=${seconds}` };
    await caches.default.put(href, new Response(kept.body, { headers }));
    return { kept };
  });
  const forOthers = answer.then(
    ({ kept }) => kept,
    () => undefined,
  );
  making.set(href, forOthers);
  // It is made to its end even where the client who asked first has gone.
  c.executionCtx.waitUntil(forOthers.then(() => making.delete(href)));
  const { kept, made } = await answer;
  return kept ? give(c, kept) : made;
};

/** What the cache adds for itself is not passed on. */
const own = ["content-type", "content-language", "etag", "last-modified", "link", "vary"];

const give = (c: Context<App>, { headers, body }: Kept): Response => {
  const { etag = "", vary } = headers;
  if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly, vary);
  const passed = Object.entries(headers).filter(([name]) => own.includes(name));
  return c.body(body, 200, { ...Object.fromEntries(passed), "Cache-Control": cacheControl.briefly });
};
