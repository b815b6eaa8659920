/** The days under which a page of the timeline tells its entries, so that they never run backwards. */
import { once } from "../../../events/once.ts";
import type { Order } from "../../../projections/pages.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { Reader } from "../reader.ts";
import { calendarDay, hasClock } from "../times.tsx";

/** An entry under its day; `span`: the days of this calendar on which a day told elsewhere may fall, where it stands under one of them. */
type DatedEntry = { entry: Entry; span?: string | undefined };

/** A day, or a month or a year where no more is known, and its entries as the page has them. */
export type Day = { key: string; entries: DatedEntry[] };

type Placed = { entry: Entry; key: string; from: string; to: string };

const dayLength = 86_400_000;

/** The entries under the days of the reader's zone. A day that was named elsewhere stands where its neighbours do, if it can. */
export const daysOf = (reader: Reader, entries: readonly Entry[], order: Order): Day[] => {
  const placed = entries.map((entry) => placedIn(reader, entry));
  const oldestFirst = order === "asc" ? placed : placed.toReversed();
  const days: Day[] = [];
  for (const one of placed) {
    const key = keyAmong(oldestFirst, one);
    const dated: DatedEntry = key === one.key ? { entry: one.entry } : { entry: one.entry, span: spanOf(reader, one) };
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(dated);
    else days.push({ key, entries: [dated] });
  }
  return days;
};

/** Its day, and the first and the last day on which it may fall here: others than its own where it was named by another clock than Greenwich's. */
const placedIn = (reader: Reader, entry: Entry): Placed => {
  const key = calendarDay(reader, entry);
  if (entry.precision !== "day" || /(?:Z|[+-]00:00)$/i.test(entry.occurredAt)) return { entry, key, from: key, to: key };
  const start = Date.parse(entry.occurredAt.replace(/T\d\d:\d\d:\d\d(?:\.\d+)?/, "T00:00:00"));
  const at = (time: number) => calendarDay(reader, { occurredAt: new Date(time).toISOString(), precision: "minute" });
  return { entry, key, from: at(start), to: at(start + dayLength - 1) };
};

const keyAmong = (oldestFirst: readonly Placed[], one: Placed): string => {
  const { key, from, to } = one;
  if (from === to) return key;
  const here = oldestFirst.indexOf(one);
  const isSure = ({ entry }: Placed) => hasClock(entry.precision);
  const before = oldestFirst.slice(0, here).findLast(isSure)?.key ?? from;
  const after = oldestFirst.slice(here).find(isSure)?.key ?? to;
  if (key > after && after >= from) return after;
  return key < before && before <= to ? before : key;
};

const formatIn = once((locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }));

/** “10–11 February 2025”. */
const spanOf = ({ words }: Reader, { from, to }: Placed): string =>
  formatIn(words.locale)
    .formatRange(new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`))
    .replace(/(\d)\s*–\s*(\d)/, "$1–$2");
