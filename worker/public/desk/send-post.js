// @ts-check
/** Sends a post to the API, and says what became of it. */
import { forgeryToken, renewForgeryToken } from "./session.js";

/**
 * @typedef {{ version: number, type: string, recordedBy: string }} Newest
 * @typedef {{ kind: "recorded", version: number }
 *   | { kind: "moved", newest: Newest }
 *   | { kind: "refused", why: string }
 *   | { kind: "signed-out" }
 *   | { kind: "unreachable", after: number }} Outcome `after`: seconds until the server wants to be asked again.
 * @typedef {{ status?: number, detail?: string, code?: string, version?: number, newest?: Newest, errors?: { pointer: string, detail: string }[] }} Problem
 */

/** So long an answer is waited for, in milliseconds. */
const patience = 20_000;
/** What browsers send of a page that is left, in bytes. */
const mostKept = 60_000;

/** What a problem says in a sentence. @param {Problem} problem */
export const detailOf = ({ detail = "", errors = [] }) =>
  errors.length > 0 ? errors.map((error) => error.detail).join(" ") : detail;

/** The headers of whatever the desk sends to the API. */
export const deskHeaders = () => ({ "Content-Type": "application/json", "X-Riposte-Forgery": forgeryToken() });

/**
 * Sends it: once for its key, at the version that its editor has seen, and to the end even where the page is closed meanwhile.
 *
 * @param {{ key: string, story: string, body: string, version: number }} post @param {boolean} [isAgain]
 * @returns {Promise<Outcome>}
 */
export const sendPost = async (post, isAgain = false) => {
  const { key, story, body, version } = post;
  let answer;
  /** @type {Problem & { version?: number }} */
  let told = {};
  try {
    answer = await fetch(`/api/stories/${story}/events`, {
      method: "POST",
      headers: { ...deskHeaders(), "Idempotency-Key": key, "If-Match": `"${version}"` },
      body,
      keepalive: body.length < mostKept,
      signal: AbortSignal.timeout(patience),
    });
    told = await answer.json();
  } catch {
    return { kind: "unreachable", after: 0 };
  }
  if (answer.ok) return { kind: "recorded", version: told.version ?? version };
  if (answer.status === 401 || told.code === "forged")
    return !isAgain && (await renewForgeryToken()) ? sendPost(post, true) : { kind: "signed-out" };
  if (answer.status === 412 && told.newest) return { kind: "moved", newest: told.newest };
  if (answer.status === 429 || answer.status >= 500)
    return { kind: "unreachable", after: Number(answer.headers.get("Retry-After")) || 0 };
  return { kind: "refused", why: detailOf(told) };
};
