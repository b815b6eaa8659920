/** Keeps the index of the search up with the log, off the path of whoever writes: what is in it is what holds true at its position. */
import { type Bindings, d1Of } from "../env.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { selectUnindexedEvents } from "../store/log.ts";
import {
  type IndexProgress,
  indexProgressOf,
  indexStepStatements,
  leftOutOf,
  resetIndex,
  selectIndexProgress,
  selectLeftOut,
  selectLeftOutEvents,
} from "../store/search-index.ts";
import { indexChangeBy } from "./index-change.ts";

/** How far one request goes, or one cron: the platform bounds its time and its statements. Of large events a step takes fewer. */
const bounds = { steps: 5, events: 400 };

/**
 * Goes on from where the index stands until it has the whole log, or has gone as far as one request may. Two at once do no harm: one of
 * them takes each step, and the other goes on from there. What cannot be read is left out, and noted.
 */
export const updateSearchIndex = async (d1: MeteredDatabase, { steps, events } = bounds): Promise<IndexProgress> => {
  for (let step = 0; ; step += 1) {
    const [progress, rows = []] = await d1.batch(selectIndexProgress(d1), selectUnindexedEvents(d1, events));
    const { indexed, head } = indexProgressOf(progress);
    // An index of another log, which was longer.
    if (indexed > head) await d1.batch(resetIndex(d1));
    const last = lastPositionOf(rows);
    if (step === steps || (last === undefined && indexed <= head)) return { indexed, head };
    if (last === undefined) continue;
    const change = await indexChangeBy(d1, rows);
    const [taken = []] = (await d1.batch(...indexStepStatements(d1, { from: indexed, to: last, ...change }))).slice(-1);
    if (taken.length > 0 && last >= head) return { indexed: head, head };
  }
};

const lastPositionOf = (rows: readonly Row[]): number | undefined => {
  const last = rows.at(-1);
  return last && Number(last.position);
};

/** Follows a write. */
export const indexWrite = async (env: Bindings): Promise<void> => {
  await updateSearchIndex(d1Of(env));
};

/**
 * What the platform's clock sets off: the index catches up, and then tries again what it had to leave out, which a newer version of this code
 * may know, or a mended story.
 */
export const maintainSearchIndex = async (d1: MeteredDatabase): Promise<void> => {
  const { indexed, head } = await updateSearchIndex(d1);
  if (indexed < head) return;
  const [rows = []] = await d1.batch(selectLeftOutEvents(d1));
  if (rows.length === 0) return;
  const change = await indexChangeBy(d1, rows, { again: true });
  const again = rows.map(({ position }) => Number(position));
  await d1.batch(...indexStepStatements(d1, { from: indexed, to: indexed, again, ...change }));
};

/** How far the index has come, and the first hundred of the events that it could not take. */
export type IndexReport = IndexProgress & { leftOut: ReturnType<typeof leftOutOf> };

/** Goes on with the index, or begins it anew, and tells what it left out. */
export const reportSearchIndex = async (d1: MeteredDatabase, { anew }: { anew: boolean }): Promise<IndexReport> => {
  if (anew) await d1.batch(resetIndex(d1));
  const progress = await updateSearchIndex(d1);
  const [rows] = await d1.batch(selectLeftOut(d1));
  return { ...progress, leftOut: leftOutOf(rows) };
};
