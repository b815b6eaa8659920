/** Limits on how often somebody may try something. The platform counts, in each of its locations, by the numbers in `wrangler.toml`. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import { answerProblem } from "../problem.ts";

/** Each limit's period in seconds, as in `wrangler.toml`: its binding does not tell it. */
const periods = { FAILED_SIGN_INS: 60, EDITOR_REQUESTS: 10, STREAMS: 60, SEARCHES: 10 };

type Limit = keyof typeof periods;

/**
 * Counts one more under a key; answers with the seconds to wait where that is too many. Nothing is counted where the binding is missing, or
 * where `RATE_LIMITS` is `off`, as in `.dev.vars`: a load test on one's own machine is nobody's attack.
 */
export const countRequest = async (c: Context<App>, limit: Limit, key: string): Promise<number | undefined> => {
  if (c.env.RATE_LIMITS === "off") return undefined;
  // Who cannot be counted is let through: no secret hangs on the limit, and editors have to write.
  const outcome = await c.env[limit]?.limit({ key }).catch(() => undefined);
  return outcome?.success === false ? periods[limit] : undefined;
};

/** Counts a sign-in that failed under its address; answers with the seconds to wait where there were too many. */
export const countFailedSignIn = (c: Context<App>): Promise<number | undefined> =>
  countRequest(c, "FAILED_SIGN_INS", networkOfAddress(c.req.header("CF-Connecting-IP") ?? ""));

/** Counts one more under a key; answers with the problem where that is too many. */
export const answerIfTooMany = async (
  c: Context<App>,
  limit: Limit,
  key: string,
  detail: string,
): Promise<Response | undefined> => {
  const seconds = await countRequest(c, limit, key);
  return seconds === undefined ? undefined : answerTooMany(c, detail, seconds);
};

/** Answers that there were too many, and how long to wait. */
export const answerTooMany = (c: Context<App>, detail: string, seconds: number): Response =>
  answerProblem(c, "too-many-requests", { detail, headers: { "Retry-After": String(seconds) } });

/** Counts a stream that is opened under its address; answers with the problem where there were too many. No hub is asked before. */
export const answerIfTooManyStreams = (c: Context<App>): Promise<Response | undefined> => {
  const address = networkOfAddress(c.req.header("CF-Connecting-IP") ?? "");
  return answerIfTooMany(c, "STREAMS", address, "Too many streams were opened from your address. Ask for JSON, again and again.");
};

/** Counts a search under its address; answers with the problem where there were too many. D1 is not asked before. */
export const answerIfTooManySearches = (c: Context<App>): Promise<Response | undefined> => {
  const address = networkOfAddress(c.req.header("CF-Connecting-IP") ?? "");
  return answerIfTooMany(c, "SEARCHES", address, "Too many searches came from your address. Wait a moment.");
};

/** Whom an address is counted with: itself, but of IPv6 (RFC 4291) its first 64 bits, since one subscriber has all that begin so. */
export const networkOfAddress = (address: string): string => {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = [], tail = []] = address.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0");
  return [...head, ...zeros, ...tail].slice(0, 4).join(":");
};
