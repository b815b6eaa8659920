import { describe, expect, it } from "vitest";
import { targetOf } from "../../events/amend.ts";
import { isTakenDown, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import { remainsOf } from "../../events/remains.ts";
import { languages } from "../../events/tell/languages.ts";
import { catchUp, foldFromZero } from "../../projections/fold.ts";
import { pageOfLog } from "../../projections/pages.ts";
import { projectionNames, projections } from "../../projections/registry.ts";
import { entriesOf, timeline } from "../../projections/timeline.ts";
import {
  answer,
  corrected,
  development,
  insult,
  offer,
  opened,
  question,
  rejected,
  retracted,
  scene,
  statement,
} from "../support/drafts.ts";
import { recorded } from "../support/given.ts";
import { recordedAs } from "../support/recorder.ts";

/** The log once those versions were taken down: the first of them is the event, the others amend it. */
const takenDown = (log: readonly StoryEvent[], event: number, ...amendments: number[]): LogEntry[] => {
  const erased = [event, ...amendments];
  const data = { event, reason: "A court has ordered it.", legalBasis: "Art. 9", erased };
  const takedown = recordedAs({ type: "EventTakenDown", occurredAt: "2025-05-01T00:00:00Z", data }, log.length + 1);
  return [...log.map((entry) => (erased.includes(entry.version) ? remainsOf(entry) : entry)), takedown];
};

const viewsOf = (log: readonly LogEntry[]) => {
  const { states, story } = foldFromZero(log);
  return {
    status: projections.status.view(states.status, story, "en"),
    offers: projections.offers.view(states.offers, story, "en"),
    cast: projections.cast.view(states.cast, story, "en"),
    insults: projections.insults.view(states.insults, story, "en"),
    questions: projections.questions.view(states.questions, story, "en"),
    corrections: projections.corrections.view(states.corrections, story, "en"),
    timeline: { order: "asc", entries: entriesOf(pageOfLog(log, { order: "asc" }, story), story, "en"), next: null },
  };
};

const full = recorded(
  ...scene,
  offer("bid"),
  rejected("bid"),
  insult(),
  question("why"),
  answer("why"),
  statement(),
  corrected(11, { precision: "day" }),
  development("A secret"),
  retracted(13, "It named a child."),
);

describe("an event that was taken down", () => {
  it("counts no more, and its amendments go with it", () => {
    const views = viewsOf(takenDown(full, 11, 12));
    expect(views.cast.parties.find(({ party }) => party === "b")).toMatchObject({ statements: 0 });
    expect(views.corrections.corrections).toMatchObject([
      { version: 15, event: 11, kind: "taken-down", reason: "A court has ordered it.", before: null, after: null },
      { version: 14, event: 13, kind: "retracted" },
    ]);
  });

  it("stands in its place in the timeline, without a word of what it said", () => {
    const { entries } = viewsOf(takenDown(full, 13, 14)).timeline;
    const entry = entries.find(({ version }) => version === 13);
    expect(entry).toMatchObject({ headline: "This entry was taken down", data: {}, takenDown: { version: 15 } });
    expect(JSON.stringify(viewsOf(takenDown(full, 13, 14)))).not.toMatch(/secret|child/);
  });

  it("is gone from the story at every version, also before its takedown", () => {
    const log = takenDown(full, 13, 14);
    const { entries } = viewsOf(log.slice(0, 13)).timeline;
    expect(entries.at(-1)).toMatchObject({ version: 13, takenDown: { version: null, reason: null } });
  });

  it("sends a fold that has not seen it back to zero", () => {
    const log = takenDown(full, 13, 14);
    expect(catchUp(foldFromZero(log.slice(0, 12)), log.slice(12))).toBeUndefined();
    expect(catchUp(foldFromZero(log.slice(0, 14)), log.slice(14))).toBeUndefined();
    expect(catchUp(foldFromZero(log.slice(0, 12)), log.slice(12, 13))).toBeUndefined();
  });

  it("may be all that there was", () => {
    const { status, timeline: page } = viewsOf(takenDown(recorded(opened()), 1));
    expect(status).toMatchObject({ stage: "opened" });
    expect(projections.status.schema.safeParse(status).error).toBeUndefined();
    expect(timeline.schema.safeParse(page).error).toBeUndefined();
  });

  it.each(
    full.filter(({ type }) => !["EventCorrected", "EventRetracted"].includes(type)).map(({ version, type }) => [version, type]),
  )("leaves views of their schemas and whole sentences: event %i, %s", (version) => {
    const amendments = full.filter((event) => targetOf(event) === version).map(({ version }) => version);
    const log = takenDown(full, Number(version), ...amendments);
    expect(log.some(isTakenDown)).toBe(true);
    const { states, story } = foldFromZero(log);
    for (const language of languages) {
      for (const name of projectionNames) {
        const view = projections[name].view(states[name] as never, story, language);
        expect(projections[name].schema.safeParse(view).error).toBeUndefined();
      }
      const entries = entriesOf(pageOfLog(log, { order: "asc" }, story), story, language);
      expect(timeline.schema.safeParse({ order: "asc", entries, next: null }).error).toBeUndefined();
      const { headline } = projections.status.view(states.status, story, language);
      expect(headline).toMatch(/^\S.*\S$/);
    }
  });
});
