/** What an entry of the timeline tells of what became of it. */
import { describe, expect, it } from "vitest";
import type { Language } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { pageOfLog, pageSize, placeOf } from "../../projections/pages.ts";
import { entriesOf } from "../../projections/timeline.ts";
import {
  at,
  changed,
  confirmed,
  corrected,
  denied,
  development,
  edited,
  insult,
  offer,
  opened,
  type Posted,
  party,
  reinstated,
  reported,
  retracted,
  scene,
  statement,
  takenBack,
} from "../support/drafts.ts";
import { recorded } from "../support/given.ts";

type Query = Partial<Parameters<typeof pageOfLog>[1]>;

/** A page and what follows it. */
const page = (log: ReturnType<typeof recorded>, { order = "asc", ...query }: Query = {}, language: Language = "en") => {
  const { story } = foldFromZero(log, []);
  const told = pageOfLog(log, { order, ...query }, story);
  const shown = told.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    entries: entriesOf(shown, story, language),
    next: told.length > pageSize && last ? placeOf(last) : undefined,
  };
};
const entriesIn = (drafts: readonly Posted[], query?: Query) => page(recorded(...drafts), query).entries;
const versions = (drafts: readonly Posted[], query?: Query) => entriesIn(drafts, query).map(({ version }) => version);
const entry = (version: number, ...drafts: Posted[]) => entriesIn(drafts).find((one) => one.version === version);

describe("what became of an entry", () => {
  it("is told where it was corrected: each time what it said before, why, when, by which version", () => {
    const drafts = [
      ...scene,
      development("One"),
      corrected(6, { data: { headline: "Two" } }),
      corrected(6, { data: { headline: "Three" } }),
    ];
    const why = { reason: "It was wrong.", recordedBy: "desk" };
    expect(entry(6, ...drafts)).toMatchObject({
      headline: "Three",
      data: { headline: "Three" },
      recordedAt: "2025-03-01T00:00:06.000Z",
      corrected: [
        { version: 7, ...why, recordedAt: "2025-03-01T00:00:07.000Z", before: { headline: "One", data: { headline: "One" } } },
        { version: 8, ...why, recordedAt: "2025-03-01T00:00:08.000Z", before: { headline: "Two", data: { headline: "Two" } } },
      ],
      retracted: null,
    });
  });

  it("is told where it was retracted, and it still stands in its place, as it last was", () => {
    const drafts = [
      ...scene,
      development("One"),
      corrected(6, { data: { headline: "Two" } }),
      retracted(6),
      development("After"),
    ];
    expect(versions(drafts)).toEqual([1, 6, 9]);
    expect(entry(6, ...drafts)).toMatchObject({
      headline: "Two",
      corrected: [{ version: 7, before: { headline: "One" } }],
      retracted: { version: 8, reason: "It never happened.", recordedAt: "2025-03-01T00:00:08.000Z", recordedBy: "desk" },
    });
  });

  it("is told of an offer that was retracted, by slugs that nobody has any more", () => {
    const drafts = [...scene, party("d", { name: "Dee" }), offer("bid", { by: "d" }), retracted(7), retracted(6)];
    expect(entry(7, ...drafts)).toMatchObject({
      headline: "D makes an offer for T",
      offer: undefined,
      retracted: { version: 8 },
    });
  });

  it("stands where a corrected time puts it", () => {
    const drafts = [opened(), at("13:00", development("One")), at("14:00", development("Two"))];
    const moved = [...drafts, corrected(2, { occurredAt: "2025-02-10T15:00:00Z" })];
    expect(versions(moved)).toEqual([1, 3, 2]);
    expect(versions([...moved, retracted(2)])).toEqual([1, 3, 2]);
  });
});

describe("what became of what an entry says", () => {
  it("is told beside it: words taken back, a report denied and confirmed, a reinstatement, an update", () => {
    const words = [...scene, insult(), takenBack(6, { how: "apologised" })];
    expect(entry(6, ...words)).toMatchObject({ takenBack: [{ how: "apologised", version: 7 }], lastVersion: 7 });
    const rumour = [...scene, reported(offer("bid")), denied(6, "a")];
    expect(entry(6, ...rumour)).toMatchObject({
      certainty: "reported",
      denied: [{ version: 7, by: [{ party: "a" }] }],
      confirmed: [],
    });
    expect(entry(6, ...rumour, confirmed(6))).toMatchObject({
      certainty: "confirmed",
      confirmed: [{ version: 8 }],
      lastVersion: 8,
    });
    expect(entry(6, ...scene, development(), retracted(6), reinstated(6))).toMatchObject({
      retracted: null,
      reinstated: [{ version: 8 }],
    });
    expect(entry(6, ...scene, development(), edited("update", 6, { data: { headline: "New" } }))).toMatchObject({
      corrected: [],
      updated: [{ edit: "update", before: { headline: "The summit goes on" } }],
    });
  });

  it("does not tell of minor edits", () => {
    const minor = edited("minor", 6, { data: { headline: "The summit goes on!" } });
    expect(entry(6, ...scene, development(), minor)).toMatchObject({
      headline: "The summit goes on!",
      corrected: [],
      updated: [],
    });
  });

  it("brings it back to who has read it, also where it was taken back at an earlier hour than before", () => {
    const twice = [...scene, at("13:00", insult()), at("15:00", takenBack(6)), at("14:00", takenBack(6, { how: "apologised" }))];
    expect(versions(twice, { since: 7 })).toContain(6);
    expect(versions(twice, { since: 8 })).toEqual([]);
  });
});

describe("names in the timeline", () => {
  it("are those of the time that is told of", () => {
    const renamed = [...scene, at("13:00", statement()), at("14:00", changed("b", { name: "Beta" })), at("15:00", statement())];
    expect(entriesIn(renamed, { kind: "statements" }).map(({ headline }) => headline.slice(0, 5))).toEqual(["B say", "Beta "]);
    expect(entriesIn([...renamed, at("14:30", statement())], { kind: "statements" })[1]?.parties).toEqual([
      { party: "b", name: "Beta" },
    ]);
  });
});

describe("key moments", () => {
  it("can be asked for alone, as they read now", () => {
    const drafts = [...scene, { ...development("One"), key: true }, development("Two"), at("18:00", corrected(7, { key: true }))];
    expect(versions(drafts, { key: true })).toEqual([6, 7]);
    expect(versions([...drafts, at("19:00", corrected(6, { key: false }))], { key: true })).toEqual([7]);
  });
});
