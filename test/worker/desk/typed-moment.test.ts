/** Times are understood as people type them, in the story's zone, as exactly as they were typed. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant as instantSchema, precision as precisions } from "../../../events/values.ts";
import { readMoment } from "../../../worker/desk/typed/moment.ts";
import { writeMoment } from "../../../worker/desk/typed/write-moment.ts";
import { inZone } from "../../../worker/desk/typed/zone.ts";
import { always } from "../../support/always.ts";

/** A Wednesday, half past ten in Paris. */
const now = Date.parse("2025-02-12T09:30:20Z");
const paris = { now, zone: "Europe/Paris" };

const rows: [typed: string, occurredAt: string, precision: string, notes?: string[]][] = [
  ["now", "2025-02-12T10:30:00+01:00", "minute"],
  ["maintenant", "2025-02-12T10:30:00+01:00", "minute"],
  ["9:15", "2025-02-12T09:15:00+01:00", "minute"],
  ["14:05", "2025-02-11T14:05:00+01:00", "minute", ["day"]],
  ["2.30pm", "2025-02-11T14:30:00+01:00", "minute", ["day"]],
  ["14h30", "2025-02-11T14:30:00+01:00", "minute", ["day"]],
  ["at 9am", "2025-02-12T09:00:00+01:00", "hour"],
  ["à 21 h", "2025-02-11T21:00:00+01:00", "hour", ["day"]],
  ["9 heures du soir", "2025-02-11T21:00:00+01:00", "hour", ["day"]],
  ["10:00:30", "2025-02-12T10:00:30+01:00", "second"],
  ["yesterday 9pm", "2025-02-11T21:00:00+01:00", "hour"],
  ["yesterday at 9 p.m.", "2025-02-11T21:00:00+01:00", "hour"],
  ["hier 21 h", "2025-02-11T21:00:00+01:00", "hour"],
  ["hier à 21h04", "2025-02-11T21:04:00+01:00", "minute"],
  ["hier à 9 heures du soir", "2025-02-11T21:00:00+01:00", "hour"],
  ["hier soir", "2025-02-11T00:00:00+01:00", "day", ["part-of-day"]],
  ["last night", "2025-02-11T00:00:00+01:00", "day", ["part-of-day"]],
  ["ce matin", "2025-02-12T00:00:00+01:00", "day", ["part-of-day"]],
  ["yesterday", "2025-02-11T00:00:00+01:00", "day"],
  ["avant-hier", "2025-02-10T00:00:00+01:00", "day"],
  ["the day before yesterday", "2025-02-10T00:00:00+01:00", "day"],
  ["aujourd’hui", "2025-02-12T00:00:00+01:00", "day"],
  ["today at noon", "2025-02-12T12:00:00+01:00", "minute", ["ahead"]],
  ["on 3 May", "2024-05-03T00:00:00+02:00", "day", ["year"]],
  ["3 mai à 8h", "2024-05-03T08:00:00+02:00", "hour", ["year"]],
  ["May 3rd, 2024", "2024-05-03T00:00:00+02:00", "day"],
  ["1er janvier", "2025-01-01T00:00:00+01:00", "day", ["year"]],
  ["Monday 10 February 2025 at 9pm", "2025-02-10T21:00:00+01:00", "hour"],
  ["lundi 10 février 2025 à 21 h 11", "2025-02-10T21:11:00+01:00", "minute"],
  ["29 Feb", "2024-02-29T00:00:00+01:00", "day", ["year"]],
  ["last Friday", "2025-02-07T00:00:00+01:00", "day"],
  ["vendredi dernier", "2025-02-07T00:00:00+01:00", "day"],
  ["last Wednesday", "2025-02-05T00:00:00+01:00", "day"],
  ["Friday", "2025-02-07T00:00:00+01:00", "day", ["weekday"]],
  ["mercredi", "2025-02-12T00:00:00+01:00", "day", ["weekday"]],
  ["lundi 8h", "2025-02-10T08:00:00+01:00", "hour", ["weekday"]],
  ["May 2024", "2024-05-01T00:00:00+02:00", "month"],
  ["février 2025", "2025-02-01T00:00:00+01:00", "month"],
  ["in March", "2024-03-01T00:00:00+01:00", "month", ["year"]],
  ["last month", "2025-01-01T00:00:00+01:00", "month"],
  ["le mois dernier", "2025-01-01T00:00:00+01:00", "month"],
  ["2023", "2023-01-01T00:00:00+01:00", "year"],
  ["l’an dernier", "2024-01-01T00:00:00+01:00", "year"],
  ["10 minutes ago", "2025-02-12T10:20:00+01:00", "minute"],
  ["half an hour ago", "2025-02-12T10:00:00+01:00", "minute"],
  ["il y a 2 heures", "2025-02-12T08:00:00+01:00", "hour"],
  ["an hour ago", "2025-02-12T09:00:00+01:00", "hour"],
  ["2 days ago", "2025-02-10T00:00:00+01:00", "day"],
  ["il y a 3 mois", "2024-11-01T00:00:00+01:00", "month"],
  ["2025-02-10", "2025-02-10T00:00:00+01:00", "day"],
  ["2025-02-10 21:11", "2025-02-10T21:11:00+01:00", "minute"],
  ["2025-02-10T21:11:04Z", "2025-02-10T21:11:04Z", "second"],
  ["2025-02-10T21:11Z", "2025-02-10T21:11:00Z", "minute"],
  ["10/02/2025", "2025-02-10T00:00:00+01:00", "day", ["day-month"]],
  ["13/1", "2025-01-13T00:00:00+01:00", "day", ["year"]],
  ["1/13/2025", "2025-01-13T00:00:00+01:00", "day"],
  ["31 mars 2024 à 2h30", "2024-03-31T03:30:00+02:00", "minute", ["gap"]],
  ["27 octobre 2024 à 2h30", "2024-10-27T02:30:00+02:00", "minute", ["fold"]],
  ["26 octobre 2024 à 2h30", "2024-10-26T02:30:00+02:00", "minute"],
  ["tomorrow", "2025-02-13T00:00:00+01:00", "day", ["ahead"]],
];

describe("a time", () => {
  it.each(rows)("is understood of “%s”", (typed, occurredAt, precision, notes = []) => {
    expect(readMoment(typed, paris)).toEqual({ occurredAt, precision, notes });
  });

  it.each([
    ["Friday 5pm", "2025-02-14T17:00:00+01:00", "hour", ["weekday"]],
    ["vendredi 17 h", "2025-02-14T17:00:00+01:00", "hour", ["weekday"]],
    ["3 May", "2025-05-03T00:00:00+02:00", "day", ["year"]],
    ["demain midi", "2025-02-13T12:00:00+01:00", "minute", []],
    ["14:05", "2025-02-12T14:05:00+01:00", "minute", []],
    ["9am", "2025-02-13T09:00:00+01:00", "hour", ["day"]],
    ["next Wednesday", "2025-02-19T00:00:00+01:00", "day", []],
    ["mardi prochain", "2025-02-18T00:00:00+01:00", "day", []],
    ["10 November 2024", "2024-11-10T00:00:00+01:00", "day", []],
  ])("of a deadline lies ahead: “%s”", (typed, occurredAt, precision, notes) => {
    expect(readMoment(typed, { ...paris, coming: true })).toEqual({ occurredAt, precision, notes });
  });

  it.each([
    ["garbage", "no-time"],
    ["", "no-time"],
    ["at 9", "no-time"],
    ["9.74", "no-time"],
    ["yesterday and tomorrow", "no-time"],
    ["May 2024 9pm", "no-time"],
    ["31 feb", "no-such-day"],
    ["2025-02-30", "no-such-day"],
    ["25:00", "no-such-time"],
    ["13pm", "no-such-time"],
  ])("is not guessed of “%s”", (typed, problem) => {
    expect(readMoment(typed, paris)).toEqual({ problem });
  });

  const zones = fc.constantFrom(
    "Europe/Paris",
    "UTC",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/St_Johns",
    "Africa/Casablanca",
  );
  // Whole minutes from 1975, when zones had offsets of whole minutes, to 2037.
  const minutes = fc.integer({ min: 2_629_440, max: 35_240_000 }).map((count) => count * 60_000);
  const start = { second: 19, minute: 16, hour: 13, day: 10, month: 7, year: 4 };

  it("reads back as it was written, in both languages and any zone", () => {
    const exactly = fc.constantFrom(...precisions.options.filter((one) => one !== "second"));
    always(
      fc.tuple(minutes, zones, exactly, fc.constantFrom("en" as const, "fr" as const)),
      ([instant, zone, precision, language]) => {
        const setting = { now: Date.parse("2026-01-01T00:00:00Z"), zone, language, coming: true };
        const local = inZone(instant, zone);
        const kept = start[precision];
        // A day in a gap of daylight saving begins later: it is compared by what its precision keeps.
        const read = readMoment(writeMoment({ occurredAt: local, precision }, setting), setting);
        if (!("occurredAt" in read)) throw new Error(`${local}: ${read.problem}`);
        expect(inZone(Date.parse(read.occurredAt), zone).slice(0, kept)).toBe(local.slice(0, kept));
      },
    );
  });

  it("is never ahead of the clock by more than five minutes without a word of it, and is of the schema, whatever is typed", () => {
    const words = fc.constantFrom(
      "yesterday",
      "hier",
      "at",
      "9pm",
      "14:05",
      "31",
      "mai",
      "May",
      "2024",
      "last",
      "Friday",
      "il y a",
      "ago",
      "2",
      "days",
      "matin",
      "à",
      "12h",
      "/",
      "2025-03-30",
      "2:30",
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 6 }).map((all) => all.join(" ")),
    );
    always(fc.tuple(typed, zones, minutes), ([text, zone, at]) => {
      const read = readMoment(text, { now: at, zone });
      if (!("occurredAt" in read)) return;
      expect([text, instantSchema.safeParse(read.occurredAt).success]).toEqual([text, true]);
      if (!read.notes.includes("ahead")) expect(Date.parse(read.occurredAt)).toBeLessThanOrEqual(at + 5 * 60_000);
    });
  });
});
