/** When something happened, as exactly as it is known, in UTC. */
import { once } from "../../events/once.ts";
import type { Language } from "../../events/tell/languages.ts";
import type { Precision } from "../../events/values.ts";
import type { Reader } from "./reader.ts";
import { words } from "./words.ts";

type Known = { occurredAt: string; precision: Precision };

type Format = Intl.DateTimeFormatOptions;

const dates: Record<Precision, Format> = (() => {
  const year: Format = { year: "numeric" };
  const month: Format = { ...year, month: "long" };
  const day: Format = { ...month, day: "numeric" };
  return { year, month, day, hour: day, minute: day, second: day };
})();

/** Nothing finer than a day has a time of the day. */
const clocks: Partial<Record<Precision, Format>> = (() => {
  const hour: Format = { hour: "numeric", timeZoneName: "short" };
  const minute: Format = { ...hour, minute: "2-digit" };
  return { hour, minute, second: { ...minute, second: "2-digit" } };
})();

/** The form of `datetime` that says as much as is known, and no more: HTML has none for an hour. */
const lengths: Record<Precision, number> = { year: 4, month: 7, day: 10, hour: 16, minute: 16, second: 19 };

/** A day is the one that the editor named, wherever that was; a time of the day is told in UTC. */
const inUtc = ({ occurredAt, precision }: Known): string =>
  clocks[precision] ? new Date(occurredAt).toISOString() : `${occurredAt.slice(0, 10)}T00:00:00.000Z`;

/** `datetime` of `<time>`. */
export const datetimeAttribute = (known: Known): string =>
  inUtc(known).slice(0, lengths[known.precision]) + (clocks[known.precision] ? "Z" : "");

const format = once((language: Language, part: "date" | "clock", precision: Precision) => {
  const options = (part === "date" ? dates : clocks)[precision];
  return new Intl.DateTimeFormat(words[language].locale, { ...options, timeZone: "UTC", hour12: language === "en" });
});

const dateOf = ({ language }: Reader, known: Known): string =>
  format(language, "date", known.precision).format(new Date(inUtc(known)));

const clockOf = ({ language }: Reader, known: Known): string | undefined =>
  clocks[known.precision] && format(language, "clock", known.precision).format(new Date(inUtc(known)));

/** The time as a reader writes it: `10 February 2025, 9:11:04 pm UTC`, `10 février 2025, 21:11:04 UTC`. */
export const formatTime = (reader: Reader, known: Known): string => {
  const clock = clockOf(reader, known);
  return dateOf(reader, known) + (clock ? `, ${clock}` : "");
};

/** A time of the story. */
export const EventTime = ({ reader, at }: { reader: Reader; at: Known }) => {
  const clock = clockOf(reader, at);
  return (
    <time datetime={datetimeAttribute(at)}>
      {dateOf(reader, at)}
      {clock ? (
        <>
          , <span class="clock">{clock}</span>
        </>
      ) : null}
    </time>
  );
};

/** A time of the log, to the minute. */
export const RecordedTime = ({ reader, at }: { reader: Reader; at: string }) => (
  <EventTime reader={reader} at={{ occurredAt: at, precision: "minute" }} />
);

/** A day of the log, in UTC. */
export const RecordedDate = ({ reader, at }: { reader: Reader; at: string }) => (
  <EventTime reader={reader} at={{ occurredAt: new Date(at).toISOString(), precision: "day" }} />
);
