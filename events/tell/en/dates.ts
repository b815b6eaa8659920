/** Dates and times as the Financial Times sets them: “10 November 2023”, “9.30am GMT on 10 November”. */
import { once } from "../../once.ts";
import { type CalendarTime, calendarTime } from "../calendar.ts";
import type { When } from "../grammar.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A day, a month or a year. The year is left out where it is `year`. */
export const dateInEnglish = (when: When, year?: number): string => dateOf(calendarTime(when), year);

const dateOf = ({ year, month, day }: CalendarTime, current: number | undefined): string => {
  if (month === undefined) return String(year);
  return [day, months[month - 1], year === current ? undefined : year].filter((part) => part !== undefined).join(" ");
};

/** The time of day and its zone, where they are known, and the date. */
export const dateAndTimeInEnglish = (when: When, year?: number): string => {
  const time = calendarTime(when);
  const date = dateOf(time, year);
  if (time.hour === undefined) return date;
  return `${clock(time.hour, time.minute ?? 0)} ${zoneOf(when, time.minutesFromUtc ?? 0)} on ${date}`;
};

/** The time of day alone, where it is known: “8.30pm”. */
export const timeOfDayInEnglish = (when: When): string | undefined => {
  const { hour, minute = 0 } = calendarTime(when);
  if (hour === undefined) return undefined;
  return hour === 0 && minute === 0 ? "midnight" : clock(hour, minute);
};

/** The city whose time it is; where it is no city's, Greenwich's. */
export const zoneNameInEnglish = (zone: string): string =>
  /^(?!Etc\/).+\/([^/]+)$/.exec(zone)?.[1]?.replaceAll("_", " ") ??
  (/^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal)$/.test(zone) ? "GMT" : zone);

/** A date as a part of a sentence: “on 8 June”, “in June 2025”, “in 2025”. */
export const onDateInEnglish = (when: When, year?: number): string =>
  `${when.precision === "month" || when.precision === "year" ? "in" : "on"} ${dateInEnglish(when, year)}`;

const clock = (hour: number, minute: number): string => {
  if (minute === 0 && hour === 12) return "noon";
  const minutes = minute === 0 ? "" : `.${String(minute).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
};

/** Where English is spoken differently, zones are known by other letters: CET in Britain, EST in America, AEDT in Australia. */
const locales = ["en-GB", "en-US", "en-AU", "en-NZ", "en-IN", "en-ZA", "en-CA"];

const formatOf = once(
  (locale: string, zone: string) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short", year: "numeric" }),
);

const zoneOf = ({ at, zone }: When, minutesFromUtc: number): string => {
  const letters = zone === undefined ? [] : locales.map((locale) => lettersOf(formatOf(locale, zone), at));
  return letters.find((name) => !/\d/.test(name)) ?? offsetOf(minutesFromUtc);
};

const lettersOf = (format: Intl.DateTimeFormat, at: string): string => {
  const name = format.formatToParts(new Date(at)).find(({ type }) => type === "timeZoneName")?.value ?? "0";
  return name === "UTC" ? "GMT" : name;
};

const offsetOf = (minutes: number): string => {
  if (minutes === 0) return "GMT";
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `GMT${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
};
