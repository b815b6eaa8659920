/** Times as people type them: “now”, “14:05”, “yesterday 9pm”, “3 mai à 8h”, “May 2024”, “10 minutes ago”, in the story's zone. */
import type { Precision } from "../../../events/values.ts";
import { type DayNote, daysFrom, readDay, type Today } from "./calendar-day.ts";
import { units } from "./calendar-words.ts";
import { readClock } from "./clock.ts";
import { foldText } from "./fold-text.ts";
import { instantOf, inZone, wallTimeOf } from "./zone.ts";

/** What was understood that was not typed: see `DayNote`; the day of a time; a time that daylight saving leaves out or has twice; one that is ahead. */
export type MomentNote = DayNote | "day" | "gap" | "fold" | "ahead";

/** Why a text is no time. */
export type MomentProblem = "no-time" | "no-such-day" | "no-such-time";

export type TypedMoment = { occurredAt: string; precision: Precision; notes: MomentNote[] } | { problem: MomentProblem };

/** What a time is read by. `coming`: it is a deadline or a date announced, and lies ahead unless it says otherwise. */
export type MomentSetting = { now: number; zone: string; coming?: boolean };

const tolerance = 5 * 60_000;
const rfc3339 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;
const tooLong = 80;

/** Reads a time. Its precision follows from what was typed; what was not typed and was understood is noted; what is not understood is a problem. */
export const readMoment = (typed: string, setting: MomentSetting): TypedMoment => {
  if (typed.length > tooLong) return { problem: "no-time" };
  const whole = rfc3339.exec(typed.trim());
  if (whole) return wholeInstant(whole, setting);
  const text = foldText(typed);
  if (text === "") return { problem: "no-time" };
  if (/^(?:(?:just |right )?now|maintenant|a l'instant)$/.test(text)) return momentAt(setting.now, "minute", setting, []);
  return agoIn(text, setting) ?? dayAndClock(text, setting);
};

const wholeInstant = (
  [, date = "", minutes = "", seconds = "", offset = ""]: RegExpExecArray,
  setting: MomentSetting,
): TypedMoment => {
  const occurredAt = `${date}T${minutes}${seconds || ":00"}${offset.toUpperCase()}`;
  const instant = Date.parse(occurredAt);
  const isThere = !Number.isNaN(instant) && Number(date.slice(8)) === new Date(`${date}T00:00:00Z`).getUTCDate();
  if (!isThere || date < "0001-01-02" || date > "9999-12-30") return { problem: "no-such-day" };
  return { occurredAt, precision: seconds ? "second" : "minute", notes: aheadOf(instant, setting) };
};

const aheadOf = (instant: number, { now, coming }: MomentSetting): "ahead"[] =>
  !coming && instant > now + tolerance ? ["ahead"] : [];

const momentAt = (instant: number, precision: Precision, setting: MomentSetting, notes: MomentNote[]): TypedMoment => {
  const text = inZone(instant, setting.zone);
  const kept = { second: 19, minute: 16, hour: 13, day: 10, month: 7, year: 4 }[precision];
  const occurredAt = text.slice(0, kept) + "0000-01-01T00:00:00".slice(kept, 19) + text.slice(19);
  return { occurredAt, precision, notes };
};

const agoIn = (text: string, setting: MomentSetting): TypedMoment | undefined => {
  const half = /^(?:half an hour ago|il y a une demi-heure)$/.test(text);
  const [, count = "", unitName = ""] =
    /^(\d{1,4}|an?|une?) ?([a-z]+) ago$/.exec(text) ?? /^il y a (\d{1,4}|une?) ?([a-z]+)$/.exec(text) ?? [];
  const unit = half ? units[1] : units.find(({ pattern }) => pattern.test(unitName));
  if (!unit || (!half && count === "")) return undefined;
  const many = half ? 30 : Number(count) || (count === "0" ? 0 : 1);
  if (unit.ms !== undefined) return momentAt(setting.now - many * unit.ms, unit.precision, setting, []);
  const wall = new Date(wallTimeOf(setting.now, setting.zone));
  wall.setUTCMonth(wall.getUTCMonth() - many * (unit.months ?? 0), 1);
  if (wall.getUTCFullYear() < 1) return { problem: "no-such-day" };
  return { ...momentAt(instantOf(wall.getTime(), setting.zone).instant, unit.precision, setting, []) };
};

const dayAndClock = (text: string, setting: MomentSetting): TypedMoment => {
  const { now, zone, coming = false } = setting;
  const wall = new Date(wallTimeOf(now, zone));
  const today: Today = {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    direction: coming ? "coming" : "past",
  };
  const clock = readClock(text);
  if (clock === "no-such-time") return { problem: clock };
  const rest = (clock ? clock.rest : text).replace(/[\s,]+/g, " ").trim();
  if (clock && /^(?:du (?:matin|soir)|in the (?:morning|afternoon|evening))?$/.test(rest)) {
    const isLate = /soir|afternoon|evening/.test(rest) && clock.hours < 12;
    const time = { ...clock, hours: clock.hours + (isLate ? 12 : 0) };
    const here = atClock(today, time, setting);
    const isWrong = coming ? here.instant < now : here.instant > now + tolerance;
    if (!isWrong) return finish(here, clock.precision, setting, []);
    return finish(atClock(daysFrom(today, coming ? 1 : -1), time, setting), clock.precision, setting, ["day"]);
  }
  const day = readDay(rest, today);
  if (day === undefined) return { problem: "no-time" };
  if (day === "no-such-day") return { problem: day };
  if (clock && day.precision !== "day") return { problem: "no-time" };
  const time = clock ?? { hours: 0, minutes: 0, seconds: 0 };
  // “9 du soir” is an hour of the evening: the part of the day is not all that is known.
  const notes: MomentNote[] = clock ? day.notes.filter((one) => one !== "part-of-day") : day.notes;
  const isLate =
    clock &&
    day.notes.includes("part-of-day") &&
    /soir|afternoon|evening|night/.test(text) &&
    clock.hours < 12 &&
    clock.hours > 0;
  const found = atClock(day, isLate ? { ...time, hours: time.hours + 12 } : time, setting);
  // A day that begins within a gap of daylight saving begins all the same.
  return finish(clock ? found : { instant: found.instant }, clock?.precision ?? day.precision, setting, notes);
};

type Found = { instant: number; daylight?: "gap" | "fold" };

const atClock = (
  { year, month, day }: Pick<Today, "year" | "month" | "day">,
  { hours, minutes, seconds }: { hours: number; minutes: number; seconds: number },
  { zone }: MomentSetting,
): Found => {
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  return instantOf(wall.setUTCHours(hours, minutes, seconds), zone);
};

const finish = ({ instant, daylight }: Found, precision: Precision, setting: MomentSetting, notes: MomentNote[]): TypedMoment =>
  momentAt(instant, precision, setting, [...notes, ...(daylight ? [daylight] : []), ...aheadOf(instant, setting)]);
