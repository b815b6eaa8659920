/** Records drafts as the log would: each is parsed, judged and, where it is admitted, given its version. */
import { admit, type Verdict } from "../../events/admit.ts";
import { advance } from "../../events/fold.ts";
import type { Warning } from "../../events/judge.ts";
import type { Fault } from "../../events/parse.ts";
import { parseDrafts } from "../../events/parse.ts";
import { putPastedRight } from "../../events/pasted.ts";
import type { Draft } from "../../events/recorded.ts";
import type { EventType, StoryEvent } from "../../events/registry.ts";
import { canonical } from "../../events/seal.ts";
import type { Story } from "../../events/story.ts";
import { schema } from "../../events/upcast.ts";
import { foldFromZero } from "../../projections/fold.ts";

/** The tests' clock. */
export const now = "2025-06-01T12:00:00Z";

/** A story's log, and what it comes to. */
export type Log = { events: readonly StoryEvent[]; story: Story };
export const emptyLog: Log = { events: [], story: foldFromZero([], []).story };

export type Outcome =
  | { kind: "admitted"; log: Log; verdict: Verdict["kind"]; warnings: Warning[] }
  | Extract<Verdict, { kind: "refused" | "invalid" }>;

/** The event as it stands in the log: its body is what is read back from RFC 8785 JSON. */
export const recordedAs = ({ type, occurredAt, precision, ...body }: Draft, version: number, story = "a-story"): StoryEvent => {
  const recordedAt = new Date(Date.parse("2025-03-01T00:00:00Z") + version * 1000).toISOString();
  const event = { story, version, type, schema, occurredAt, precision: precision ?? "minute", recordedAt, recordedBy: "desk" };
  // The draft was parsed by its type's schema, or a test knows what it does.
  return { ...event, ...JSON.parse(canonical(body)) } as StoryEvent;
};

/** Judges a draft after a log and records it where it is admitted. */
export const recordOne = (log: Log, posted: unknown, clock = now): Outcome => {
  const parsed = parseDrafts(putPastedRight(posted).posted);
  if ("faults" in parsed) return { kind: "invalid", faults: parsed.faults };
  const [draft] = parsed.drafts as [Draft<EventType>];
  return recordEvent(log, recordedAs(draft, log.events.length + 1), clock);
};

/** Judges an event at its version after a log: first by the state alone, as the append does, then with the log where it must. */
export const recordEvent = ({ events, story }: Log, event: StoryEvent, clock = now): Outcome => {
  const alone = admit({ story }, event, clock);
  const verdict = alone.kind === "needs-log" ? admit({ story, log: events }, event, clock) : alone;
  if (verdict.kind === "needs-log") throw new Error("The whole log was not enough to judge by");
  if (verdict.kind === "refused" || verdict.kind === "invalid") return verdict;
  const after = verdict.kind === "within" ? verdict.story : structuredClone(story);
  if (verdict.kind === "next") advance(after, event);
  return {
    kind: "admitted",
    verdict: verdict.kind,
    warnings: verdict.warnings,
    log: { events: [...events, event], story: after },
  };
};

/** The sentences of what was refused or invalid, for a test's message. */
export const toldOf = (outcome: Exclude<Outcome, { kind: "admitted" }>): string =>
  JSON.stringify(outcome.kind === "refused" ? outcome.refusals : (outcome.faults satisfies Fault[]));
