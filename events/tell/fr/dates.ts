/** Dates and times in French: « le 1er mars », « en février 2025 », « le 10 novembre à 9 h 30 (heure de Paris) ». */
import { type CalendarTime, calendarTime } from "../calendar.ts";
import type { When } from "../grammar.ts";
import { elides } from "./elision.ts";

const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** « 10 novembre 2023 », « février 2025 », « 2025 »: without the year where it is `year`. */
export const date = (when: When, year?: number): string => dateOf(calendarTime(when), year);

const dateOf = (time: CalendarTime, year?: number): string => {
  if (time.month === undefined) return `${time.year}`;
  const month = months[time.month - 1] ?? "";
  const day = time.day === undefined ? month : `${time.day === 1 ? "1er" : time.day} ${month}`;
  return time.year === year ? day : `${day} ${time.year}`;
};

const hasDay = (when: When): boolean => when.precision !== "month" && when.precision !== "year";

/** « le 10 novembre », « en février 2025 », « en 2025 »: when something happened. */
export const onDate = (when: When, year?: number): string => `${hasDay(when) ? "le" : "en"} ${date(when, year)}`;

/** « jusqu’au 10 novembre », « jusqu’en février 2025 ». */
export const untilDate = (when: When, year?: number): string => `jusqu’${hasDay(when) ? "au" : "en"} ${date(when, year)}`;

/** « du 10 novembre », « d’août », « de 2025 »: of when something is. */
export const ofDate = (when: When, year?: number): string => {
  const told = date(when, year);
  return hasDay(when) ? `du ${told}` : elides(told) ? `d’${told}` : `de ${told}`;
};

/** « 10 novembre à 9 h 30 (heure de Paris) »; an hour alone is « vers 9 heures »; the date alone where no more is known. */
export const dateAndTime = (when: When, year?: number): string => {
  const time = calendarTime(when);
  if (time.hour === undefined) return dateOf(time, year);
  const about = when.precision === "hour" ? "vers" : "à";
  return `${dateOf(time, year)} ${about} ${clock(time.hour, time.minute ?? 0)} (${zoneOf(when, time)})`;
};

/** « 9 h 30 », « 9 heures »: the time of day alone, where it is known. */
export const timeOfDay = (when: When): string | undefined => {
  const { hour, minute = 0 } = calendarTime(when);
  if (hour === undefined) return undefined;
  return hour === 0 && minute === 0 ? "minuit" : clock(hour, minute);
};

/** « le 10 novembre à 9 h 30 (heure de Paris) », « en février 2025 ». */
export const onDateAndTime = (when: When, year?: number): string => `${hasDay(when) ? "le" : "en"} ${dateAndTime(when, year)}`;

const clock = (hour: number, minute: number): string => {
  if (minute === 0) return `${hour}\u00a0${hour < 2 ? "heure" : "heures"}`;
  return `${hour}\u00a0h\u00a0${`${minute}`.padStart(2, "0")}`;
};

const cities: Readonly<Record<string, string>> = {
  "Africa/Cairo": "du Caire",
  "America/Mexico_City": "de Mexico",
  "America/Montreal": "de Montréal",
  "America/Sao_Paulo": "de São Paulo",
  "Asia/Beijing": "de Pékin",
  "Asia/Calcutta": "de New Delhi",
  "Asia/Dubai": "de Dubaï",
  "Asia/Hong_Kong": "de Hongkong",
  "Asia/Jerusalem": "de Jérusalem",
  "Asia/Kolkata": "de New Delhi",
  "Asia/Riyadh": "de Riyad",
  "Asia/Seoul": "de Séoul",
  "Asia/Shanghai": "de Pékin",
  "Asia/Singapore": "de Singapour",
  "Asia/Tehran": "de Téhéran",
  "Europe/Athens": "d’Athènes",
  "Europe/Brussels": "de Bruxelles",
  "Europe/Bucharest": "de Bucarest",
  "Europe/Copenhagen": "de Copenhague",
  "Europe/Kiev": "de Kiev",
  "Europe/Kyiv": "de Kiev",
  "Europe/Lisbon": "de Lisbonne",
  "Europe/London": "de Londres",
  "Europe/Moscow": "de Moscou",
  "Europe/Rome": "de Rome",
  "Europe/Vienna": "de Vienne",
  "Europe/Warsaw": "de Varsovie",
  "Europe/Zurich": "de Zurich",
};

/** « de Paris », « d’Athènes », « du Caire »: the city of a zone, where it is one's. */
const cityOf = (zone: string): string | undefined => {
  const city = /^(?!Etc\/).+\/([^/]+)$/.exec(zone)?.[1]?.replaceAll("_", " ");
  return cities[zone] ?? (city === undefined ? undefined : `${elides(city) ? "d’" : "de "}${city}`);
};

/** Whose time it is: « heure de Paris », « heure de Greenwich ». */
export const zoneName = (zone: string): string => `heure ${cityOf(zone) ?? "de Greenwich"}`;

/** Whose time it is: a city's, or so much from Greenwich's. */
const zoneOf = ({ zone }: When, { minutesFromUtc = 0 }: CalendarTime): string => {
  const city = zone === undefined ? undefined : cityOf(zone);
  return city === undefined ? offsetFrom(minutesFromUtc) : `heure ${city}`;
};

const offsetFrom = (minutes: number): string => {
  if (minutes === 0) return "GMT";
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `GMT${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${`${rest}`.padStart(2, "0")}`}`;
};
