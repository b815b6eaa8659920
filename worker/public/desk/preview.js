// @ts-check
/** Asks the API how readers would see events, before they count. */
import { deskHeaders, detailOf } from "./send-post.js";
import { renewForgeryToken } from "./session.js";

/**
 * @typedef {import("../../../projections/timeline.ts").Entry} Entry
 * @typedef {import("../../../events/tell/runs.ts").Run} Run
 * @typedef {import("./chips.js").Remark} Remark
 * @typedef {Record<string, { status: { headlineRuns: Run[] }, entries: Entry[] }>} Readers By language.
 * @typedef {{ kind: "previewed", version: number, readers: Readers, remarks: Remark[] }
 *   | { kind: "refused", why: string, remarks: Remark[] }
 *   | { kind: "signed-out" }
 *   | { kind: "unreachable" }} Preview `version`: at which the events would be recorded.
 * @typedef {{ type: string, data: Record<string, unknown> }} Draft
 */

/** The part of a line that a field of the data comes from. @type {Record<string, string>} */
const kinds = {
  by: "who",
  partners: "who",
  offer: "offer",
  inReplyTo: "offer",
  to: "whom",
  about: "whom",
  parties: "whom",
  target: "target",
  price: "price",
  expiresAt: "until",
  occurredAt: "when",
  precision: "when",
  sources: "source",
  quote: "quote",
  event: "entry",
  question: "entry",
};

/** @param {readonly Draft[]} events @param {number} before @param {{ pointer?: string, detail: string }} fault @returns {Remark | undefined} */
const remarkOf = (events, before, { pointer = "", detail }) => {
  const [, index = "", ...path] = pointer.split("/");
  const clause = Number(index) - before;
  if (!(clause >= 0)) return undefined;
  const name = (path[0] === "data" ? path[1] : path[0]) ?? "act";
  const isTime = name === "at" && events[clause]?.type === "DateAnnounced";
  return { clause, kind: isTime ? "until" : name === "at" ? "whom" : (kinds[name] ?? (name === "act" ? "act" : "text")), detail };
};

/**
 * Previews `events`, after those of the same editor that are still on their way (`before`).
 *
 * @param {string} story @param {readonly Draft[]} events @param {readonly unknown[]} before @param {AbortSignal} signal @param {boolean} [isAgain]
 * @returns {Promise<Preview>}
 */
export const askPreview = async (story, events, before, signal, isAgain = false) => {
  let answer;
  let told;
  try {
    answer = await fetch(`/api/stories/${story}/events?dryRun=true`, {
      method: "POST",
      headers: deskHeaders(),
      body: JSON.stringify([...before, ...events]),
      signal,
    });
    told = await answer.json();
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: "unreachable" };
  }
  /** @param {{ pointer?: string, detail: string }[]} [faults] */
  const remarks = (faults = []) => faults.flatMap((fault) => remarkOf(events, before.length, fault) ?? []);
  if (answer.ok) {
    const version = told.version - events.length;
    /** @type {Readers} */
    const readers = told.readers;
    // What went before has its own preview.
    for (const reading of Object.values(readers))
      reading.entries = reading.entries.filter((entry) => entry.lastVersion > version);
    return { kind: "previewed", version, readers, remarks: remarks(told.warnings) };
  }
  if (answer.status === 401 || told.code === "forged")
    return !isAgain && (await renewForgeryToken()) ? askPreview(story, events, before, signal, true) : { kind: "signed-out" };
  if (answer.status === 429 || answer.status >= 500) return { kind: "unreachable" };
  return { kind: "refused", why: detailOf(told), remarks: remarks(told.errors) };
};
