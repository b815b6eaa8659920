/** What a takedown leaves of a story: whatever it has left hanging, the story can be read and goes on. */
import { describe, expect, it } from "vitest";
import { hasPlace } from "../../events/amend.ts";
import type { LogEntry } from "../../events/registry.ts";
import { languages } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { pageOfLog } from "../../projections/pages.ts";
import { projectionNames, projections } from "../../projections/registry.ts";
import { entriesOf, timeline } from "../../projections/timeline.ts";
import {
  accepted,
  at,
  concluded,
  corrected,
  development,
  insult,
  offer,
  opened,
  type Posted,
  party,
  rejected,
  retracted,
  scene,
  statement,
} from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { recorded } from "../support/given.ts";
import { paced } from "../support/paced.ts";
import { judged, takenDown } from "../support/takedowns.ts";

/** Every kind of event, some of them corrected twice, some retracted. */
const whole: readonly LogEntry[] = recorded(
  ...longStory(34),
  ...paced([corrected(11, { precision: "hour" }), corrected(12, { occurredAt: "2025-02-11T00:00:00Z" })], 40),
  ...paced([corrected(12, { sources: [{ publisher: "X" }] }), retracted(13)], 50),
);
const happened = whole.filter(hasPlace).map(({ version }) => version);

/** All that a log shows, in both languages, where each part is of its schema. */
const shownOf = (log: readonly LogEntry[]): unknown[] => {
  const { story, states } = foldFromZero(log);
  return languages.flatMap((language) => [
    ...projectionNames.map((name) => projections[name].schema.parse(projections[name].view(states[name], story, language))),
    timeline.schema.parse({
      order: "asc",
      next: null,
      entries: entriesOf(pageOfLog(log, { order: "asc" }, story), story, language),
    }),
  ]);
};

const codesOf = (log: readonly LogEntry[], posted: Posted): unknown[] => {
  const verdict = judged(log, posted);
  return verdict.kind === "refused" ? verdict.refusals.map(({ code }) => code) : [verdict.kind];
};

describe("a story of which any one event was taken down", () => {
  const probes = [
    ...longStory(34).slice(9),
    at("12:15", statement({ by: "ada" })),
    ...whole.flatMap(({ version }) => [corrected(version, { precision: "day" }), retracted(version)]),
  ];

  it.each(happened)("can be read and goes on: event %i", (version) => {
    const log = takenDown(whole, version);
    expect(JSON.stringify(shownOf(log))).toContain("A court’s order.");
    for (const probe of probes) expect(["next", "within", "refused"]).toContain(judged(log, probe).kind);
  });

  it("can be read and goes on without any of them", () => {
    const log = happened.reduce<readonly LogEntry[]>(takenDown, whole);
    shownOf(log);
    for (const probe of probes) expect(["next", "within", "refused"]).toContain(judged(log, probe).kind);
    expect(codesOf(log, party("ada"))).toEqual(["next"]);
  });
});

describe("an offer that was taken down", () => {
  const log = takenDown(recorded(...scene, offer("bid"), rejected("bid", "b"), insult(), statement()), 6);

  it("leaves the answers to it hanging, which stand in nobody's way", () => {
    expect(codesOf(log, at("12:04", development()))).toEqual(["within"]);
    expect(codesOf(log, corrected(8, { precision: "day" }))).toEqual(["within"]);
    expect(codesOf(log, retracted(9))).toEqual(["within"]);
  });

  it("is answered no more", () => {
    expect(codesOf(log, accepted("bid"))).toEqual(["unknown-offer"]);
    expect(codesOf(log, rejected("bid", "c"))).toEqual(["unknown-offer"]);
  });

  it("leaves answers that can still be corrected and retracted", () => {
    expect(codesOf(log, corrected(7, { data: { offer: "bid", by: "b", reason: "Too low." } }))).toEqual(["within"]);
    expect(codesOf(log, corrected(7, { data: { offer: "bid", by: "nobody" } }))).toEqual(["unknown-party"]);
    expect(codesOf(log, corrected(7, { data: { offer: "nothing", by: "b" } }))).toEqual(["unknown-offer"]);
    expect(codesOf(log, retracted(7))).toEqual(["within"]);
  });

  it("leaves its slug free, and the answers to it find whatever takes it", () => {
    expect(codesOf(log, offer("bid"))).toEqual(["next"]);
    expect(codesOf(log, at("12:05", offer("bid")))).toEqual(["within"]);
  });
});

describe("a party that was taken down", () => {
  const log = takenDown(recorded(...scene, offer("bid"), insult({ by: "b", at: "a" }), rejected("bid", "t")), 3);

  it("is named no more, unless it is introduced anew", () => {
    expect(codesOf(log, statement({ by: "b" }))).toEqual(["unknown-party"]);
    expect(codesOf(log, party("b"))).toEqual(["next"]);
  });

  it("leaves what names it to be corrected", () => {
    expect(codesOf(log, corrected(7, { data: { by: "c", at: "a", quote: { text: "Swindler", language: "en" } } }))).toEqual([
      "within",
    ]);
    expect(codesOf(log, corrected(8, { data: { offer: "bid", by: "b" } }))).toEqual(["unknown-party"]);
  });
});

describe("what was taken down", () => {
  const log = takenDown(recorded(...scene, insult(), corrected(6, { precision: "day" }), retracted(6), concluded()), 6);

  it.each([
    ["itself", 6, "event-taken-down"],
    ["a correction that went with it", 7, "event-taken-down"],
    ["a retraction that went with it", 8, "event-taken-down"],
    ["the takedown", 10, "event-is-editorial"],
  ])("is neither corrected nor retracted: %s", (_, version, code) => {
    for (const posted of [corrected(version, { precision: "day" }), retracted(version)])
      expect(judged(log, posted)).toMatchObject({ kind: "refused", refusals: [{ code, pointer: "/data/event" }] });
  });

  it("concludes the story no more, where it was the conclusion", () => {
    expect(codesOf(log, statement())).toEqual(["story-concluded"]);
    expect(codesOf(takenDown(log, 9), statement())).toEqual(["next"]);
  });

  it("leaves the story with its slug for a title, where it was the opening", () => {
    const untitled = takenDown(log, 1);
    expect(foldFromZero(untitled, []).story.title).toBe("a-story");
    expect(codesOf(untitled, retracted(2))).toEqual(["within"]);
    expect(codesOf(untitled, opened())).toContain("story-already-open");
  });
});
