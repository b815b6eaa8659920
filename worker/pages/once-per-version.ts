/** Pages of which many readers are told at the same moment, and which they fetch then. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { answerShared } from "../http/shared.ts";
import { versionOfEtag } from "../read/projections.ts";
import { readerOf } from "./reader.ts";

/** For how many seconds: readers who were told of a version come within them, and after a takedown no older page stands for longer. */
const seconds = 10;

/**
 * Answers with a story's page. Where the address says `at` which version the reader was told of, the page is made once for all who were told
 * the same, and is of that version or a newer one. Where it says nothing of use, it changes nothing.
 */
export const answerOncePerVersion = (c: Context<App>, handle: (c: Context<App>) => Promise<Response>): Promise<Response> => {
  const at = Number(/^[1-9]\d{0,14}$/.exec(c.req.query("at") ?? "")?.[0] ?? 0);
  const isPast = c.req.query("version") !== undefined || c.req.query("asOf") !== undefined;
  if (at === 0 || isPast || c.req.method !== "GET") return handle(c);
  const key = new URL(readerOf(c).url);
  key.searchParams.set("at", String(at));
  key.searchParams.set("in", c.var.language);
  const isGood = ({ headers }: Response) => versionOfEtag(headers.get("ETag") ?? "") >= at;
  return answerShared(c, { key, seconds, isGood }, () => handle(c));
};
