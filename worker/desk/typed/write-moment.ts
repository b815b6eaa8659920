/** Times as a form shows them: what `readMoment` reads as the same time again. */
import type { Language } from "../../../events/tell/languages.ts";
import type { Precision } from "../../../events/values.ts";
import { type MomentSetting, readMoment } from "./moment.ts";
import { inZone, wallTimeOf } from "./zone.ts";

const monthNames = (language: Language, date: Date): string =>
  new Intl.DateTimeFormat(language === "fr" ? "fr" : "en-GB", { month: "long", timeZone: "UTC" }).format(date);

const clocks: Record<Language, (hours: number, minutes: string | undefined) => string> = {
  en: (hours, minutes) =>
    minutes === undefined ? `${hours % 12 || 12}${hours < 12 ? "am" : "pm"}` : `${String(hours).padStart(2, "0")}:${minutes}`,
  fr: (hours, minutes) => `${hours} h${minutes === undefined ? "" : ` ${minutes}`}`,
};

/** A time in the words of a language and the clock of the story's zone; as RFC 3339 where words would not tell it, as of the second of two equal hours. */
export const writeMoment = (
  { occurredAt, precision }: { occurredAt: string; precision: Precision },
  setting: MomentSetting & { language: Language },
): string => {
  const { language, zone } = setting;
  const wall = new Date(wallTimeOf(Date.parse(occurredAt), zone));
  const year = String(wall.getUTCFullYear()).padStart(4, "0");
  const month = `${monthNames(language, wall)} ${year}`;
  const day = `${wall.getUTCDate()}${language === "fr" && wall.getUTCDate() === 1 ? "er" : ""} ${month}`;
  const minutes = String(wall.getUTCMinutes()).padStart(2, "0");
  const hour = (exactly: boolean): string =>
    `${day}${language === "fr" ? " à " : ", "}${clocks[language](wall.getUTCHours(), exactly ? minutes : undefined)}`;
  const texts: Partial<Record<Precision, string>> = { minute: hour(true), hour: hour(false), day, month, year };
  const text = texts[precision] ?? occurredAt;
  const again = readMoment(text, setting);
  if (!("occurredAt" in again) || again.precision !== precision) return occurredAt;
  const apart = Math.abs(Date.parse(occurredAt) - Date.parse(again.occurredAt));
  const isSame =
    precision === "minute" || precision === "hour"
      ? apart < (precision === "hour" ? 3_600_000 : 60_000)
      : inZone(Date.parse(again.occurredAt), zone).slice(0, 10) === inZone(startOfPeriod(wall, precision), "UTC").slice(0, 10);
  return isSame ? text : occurredAt;
};

/** The first day of the period of a wall time. */
const startOfPeriod = (wall: Date, precision: Precision): number => {
  const first = new Date(wall);
  if (precision === "year") first.setUTCMonth(0, 1);
  if (precision === "month") first.setUTCDate(1);
  return first.getTime();
};
