/** Compression of what Cloudflare does not compress by itself: feeds, exports, batches of events. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { weighedIn } from "./accepted.ts";

/** Whether the client takes gzip (RFC 9110, section 12.5.3): it says so, and gives it a weight. */
const takesGzip = (accepted: string | undefined): boolean => {
  const weights = new Map(weighedIn(accepted).map(({ name, weight }) => [name, weight]));
  return (weights.get("gzip") ?? weights.get("x-gzip") ?? weights.get("*") ?? 0) > 0;
};

/** How an answer is encoded: what its ETag is to tell of that, and its headers. The runtime encodes the body as `Content-Encoding` says. */
export type Encoding = { name: "gzip" | "identity"; headers: Record<string, string> };

/** What the client itself has said: where Cloudflare says `br, gzip` in its place, it keeps that. */
const acceptedBy = ({ req }: Context<App>): string | undefined => {
  const said = req.raw.cf?.clientAcceptEncoding;
  return typeof said === "string" ? said : req.header("Accept-Encoding");
};

/** The encoding for this client. What is encoded otherwise is another representation, with an ETag of its own (section 8.8.3.3). */
export const encodingFor = (c: Context<App>): Encoding =>
  takesGzip(acceptedBy(c)) ? { name: "gzip", headers: { "Content-Encoding": "gzip" } } : { name: "identity", headers: {} };
