/** A time as it stands in the calendar of its place: what is coarser than an hour stays the day, month or year that was written. */
import { once } from "../once.ts";
import type { When } from "./grammar.ts";

/** What of a time is known. `minutesFromUtc` is the offset there and then, with the time of day alone. */
export type CalendarTime = {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
  hour?: number | undefined;
  minute?: number | undefined;
  minutesFromUtc?: number | undefined;
};

/** A time in its zone, or in the offset that it was written in; as exactly as it is known. */
export const calendarTime = (when: When): CalendarTime => {
  const { at, precision, zone } = when;
  const isCoarse = precision === "day" || precision === "month" || precision === "year";
  const isHour = precision === "hour";
  const known = isCoarse || zone === undefined ? asWritten(at) : inZone(isHour ? onTheHour(at) : at, zone);
  if (precision === "year") return { year: known.year };
  if (precision === "month") return { year: known.year, month: known.month };
  if (precision === "day") return { year: known.year, month: known.month, day: known.day };
  // Where a zone differs by half an hour, an hour that was told elsewhere begins within one of its own.
  return isHour ? { ...known, minute: zone === undefined ? undefined : known.minute || undefined } : known;
};

/** The beginning of an hour, where it was told. */
const onTheHour = (at: string): string => at.replace(/(T\d\d):.*?(?=Z$|[+-]\d\d:\d\d$)/i, "$1:00:00");

const asWritten = (at: string): CalendarTime => {
  const [year = 1, month, day, hour, minute] = at.slice(0, 16).split(/[-T:]/).map(Number);
  return { year, month, day, hour, minute, minutesFromUtc: offsetOf(at) };
};

const offsetOf = (at: string): number => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(at) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
};

const formatOf = once(
  (zone: string) =>
    new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    }),
);

const inZone = (at: string, zone: string): CalendarTime => {
  const instant = new Date(at);
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const [year, month, day, hour, minute] = [of("year"), of("month"), of("day"), of("hour"), of("minute")];
  const local = Date.UTC(year, month - 1, day, hour, minute);
  const minutesFromUtc = Math.round((local - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
  return { year, month, day, hour, minute, minutesFromUtc };
};
