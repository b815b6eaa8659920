/** The day, month or year in what is typed: “yesterday”, “last Friday”, “3 May”, “May 2024”, “2023”. */
import { months, partsOfDay, relativeDays, weekdays } from "./calendar-words.ts";

/** What was understood that was not typed: the year, which of two such days, which of day and month, that a part of a day is its day. */
export type DayNote = "year" | "weekday" | "day-month" | "part-of-day";

/** A day of the calendar, or the first of the month or year that is meant. */
export type CalendarDay = { year: number; month: number; day: number; precision: "day" | "month" | "year"; notes: DayNote[] };

/** Today in the zone, and whether what is typed lies behind or ahead of it. */
export type Today = { year: number; month: number; day: number; direction: "past" | "coming" };

const ms = 86_400_000;
const utc = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

/** The day that is so many days from another. */
export const daysFrom = ({ year, month, day }: Pick<Today, "year" | "month" | "day">, days: number) => {
  const date = new Date(utc(year, month, day) + days * ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(utc(year, month, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Reads a day in a folded text; undefined where it is anything else. Of a text without a day, `today` is meant by its time alone. */
export const readDay = (typed: string, today: Today): CalendarDay | "no-such-day" | undefined => {
  const notes: DayNote[] = [];
  let text = typed.replace(/\s+/g, " ").trim();
  for (const [pattern, days] of relativeDays)
    if (pattern.test(text)) {
      const rest = text.replace(pattern, " ").trim();
      if (/night|soir\b/.test(text) || partsOfDay.test(rest)) notes.push("part-of-day");
      if (!/^(?:(?:at|a|au|du|dans|la|in|the|on)\b ?)*$/.test(rest.replace(partsOfDay, "").trim())) return undefined;
      return { ...daysFrom(today, days), precision: "day", notes };
    }
  const before = text;
  text = text.replace(partsOfDay, " ").replace(/\s+/g, " ").trim();
  if (text !== before) notes.push("part-of-day");
  text = text
    .replace(/^(?:(?:on|in|at|by|until|le|la|les|en|au|du|the|d'ici|avant|ce|this)\b ?)+/, "")
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|er)\b/g, "$1")
    .replace(/\bof\b|\bthe\b|,|\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return namedPeriod(text, today, notes) ?? weekdayIn(text, today, notes) ?? dateIn(text, today, notes);
};

const namedPeriod = (text: string, { year, month, direction }: Today, notes: DayNote[]): CalendarDay | undefined => {
  const away = /^(?:last|previous) |\b(?:dernier|derniere|passe|passee)$/.test(text)
    ? -1
    : /^next |\bprochaine?$/.test(text)
      ? 1
      : 0;
  const [unit] = /\b(?:year|month|annee|an|mois)\b/.exec(text) ?? [];
  if (
    !unit ||
    text
      .replace(/^(?:last|previous|next|l')\b|\b(?:derni(?:er|ere)|passee?|prochaine?)$/g, "")
      .replace("l'", "")
      .trim() !== unit
  ) {
    if (/^(?:19|20)\d{2}$/.test(text)) return { year: Number(text), month: 1, day: 1, precision: "year", notes };
    const [name = "", typedYear = ""] = text.split(" ");
    const index = months.findIndex((pattern) => pattern.test(name));
    if (index < 0 || !/^\S+(?: \d{4})?$/.test(text)) return undefined;
    if (typedYear) return { year: Number(typedYear), month: index + 1, day: 1, precision: "month", notes };
    const isOtherYear = direction === "past" ? index + 1 > month : index + 1 < month;
    const meant = isOtherYear ? year + (direction === "past" ? -1 : 1) : year;
    return { year: meant, month: index + 1, day: 1, precision: "month", notes: [...notes, "year"] };
  }
  if (/year|an/.test(unit)) return { year: year + away, month: 1, day: 1, precision: "year", notes };
  const at = new Date(utc(year, month + away, 1));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: 1, precision: "month", notes };
};

const weekdayIn = (text: string, today: Today, notes: DayNote[]): CalendarDay | undefined => {
  const [, last, name = "", after] = /^(last |next )?([a-z]+)\.?( dernier| prochain)?$/.exec(text) ?? [];
  const wanted = weekdays.findIndex((pattern) => pattern.test(name));
  if (wanted < 0) return undefined;
  const now = new Date(utc(today.year, today.month, today.day)).getUTCDay();
  const isLast = last === "last " || after === " dernier";
  const isNext = last === "next " || after === " prochain";
  const back = (now - wanted + 7) % 7;
  const ahead = (wanted - now + 7) % 7;
  const isComing = isNext || (!isLast && today.direction === "coming");
  const days = isComing ? (ahead === 0 && isNext ? 7 : ahead) : -(back === 0 && isLast ? 7 : back);
  if (!isLast && !isNext) notes.push("weekday");
  return { ...daysFrom(today, days), precision: "day", notes };
};

const dateIn = (text: string, today: Today, notes: DayNote[]): CalendarDay | "no-such-day" | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]), notes);
  const numeric = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(text) ?? /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const isSwapped = second > 12 && first <= 12;
    if (!isSwapped && first <= 12 && first !== second) notes.push("day-month");
    const typedYear = numeric[3];
    return withYear(isSwapped ? first : second, isSwapped ? second : first, typedYear?.padStart(4, "20"), today, notes);
  }
  // A weekday before a date says nothing more: “Monday 3 May 2021”.
  const words = text.split(" ").filter((word) => word !== "");
  if (words.length > 1 && weekdays.some((pattern) => pattern.test(words[0] ?? ""))) words.shift();
  const named = words.findIndex((word) => months.some((pattern) => pattern.test(word)));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  if (named < 0 || named > 1 || numbers.length + 1 !== words.length) return undefined;
  const [day = "", year] = numbers;
  if (day.length > 2 || numbers.length > 2 || (year !== undefined && year.length !== 4)) return undefined;
  return withYear(months.findIndex((pattern) => pattern.test(words[named] ?? "")) + 1, Number(day), year, today, notes);
};

const withYear = (month: number, day: number, typed: string | undefined, today: Today, notes: DayNote[]) => {
  if (typed !== undefined) return made(Number(typed), month, day, notes);
  const now = utc(today.year, today.month, today.day);
  const step = today.direction === "past" ? -1 : 1;
  // 29 February may be eight years away.
  for (let away = 0; away <= 8; away += 1) {
    const year = today.year + away * step;
    const isThere = exists(year, month, day);
    if (isThere && (step < 0 ? utc(year, month, day) <= now : utc(year, month, day) >= now))
      return made(year, month, day, [...notes, "year"]);
  }
  return "no-such-day" as const;
};

const made = (year: number, month: number, day: number, notes: DayNote[]): CalendarDay | "no-such-day" =>
  year >= 1 && exists(year, month, day) ? { year, month, day, precision: "day", notes } : "no-such-day";
