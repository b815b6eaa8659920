/** Takedowns of a log that stands nowhere: what the Worker's leave of one. */
import { admit, type Verdict } from "../../events/admit.ts";
import { targetOf } from "../../events/amend.ts";
import { parseDrafts } from "../../events/parse.ts";
import { isTakenDown, type LogEntry } from "../../events/registry.ts";
import { remainsOf } from "../../events/remains.ts";
import { foldFromZero } from "../../projections/fold.ts";
import type { Posted } from "./drafts.ts";
import { paced } from "./paced.ts";
import { now, recordedAs } from "./recorder.ts";

/** The log once that event was taken down, its corrections and retractions with it. */
export const takenDown = (log: readonly LogEntry[], event: number): LogEntry[] => {
  const isErased = (entry: LogEntry) => entry.version === event || (!isTakenDown(entry) && targetOf(entry) === event);
  const erased = log.filter(isErased).map(({ version }) => version);
  const takedown = {
    type: "EventTakenDown",
    occurredAt: "2025-03-01T09:00:00Z",
    data: { event, reason: "A court’s order.", legalBasis: "Its number.", erased },
  };
  return [...log.map((entry) => (isErased(entry) ? remainsOf(entry) : entry)), recordedAs(takedown, log.length + 1)];
};

/** Judges a draft after a log, as the append does: by the state alone, then with the log where it must. */
export const judged = (log: readonly LogEntry[], posted: Posted): Exclude<Verdict, { kind: "needs-log" }> => {
  const [timed] = paced([posted], 24 * 60);
  const parsed = parseDrafts(timed);
  if ("faults" in parsed) return { kind: "invalid", faults: parsed.faults };
  const [draft] = parsed.drafts;
  if (!draft) throw new Error("One draft was parsed");
  const { story } = foldFromZero(log, []);
  const event = recordedAs(draft, log.length + 1);
  const alone = admit({ story }, event, now);
  const verdict = alone.kind === "needs-log" ? admit({ story, log }, event, now) : alone;
  if (verdict.kind === "needs-log") throw new Error("The whole log was not enough to judge by");
  return verdict;
};
