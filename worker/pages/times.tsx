/** When something happened, as exactly as it is known: in the zone of the story or of the deployment, and as the language writes it. */
import { calendarTime } from "../../events/tell/calendar.ts";
import type { When } from "../../events/tell/grammar.ts";
import { grammarOf } from "../../events/tell/languages.ts";
import type { Precision } from "../../events/values.ts";
import type { Reader } from "./reader.ts";

type Known = { occurredAt: string; precision: Precision };
type Shown = { reader: Reader; at: Known };

/** The form of `datetime` that says as much as is known, and no more: HTML has none for an hour. */
const lengths: Record<Precision, number> = { year: 4, month: 7, day: 10, hour: 16, minute: 16, second: 19 };

/** Whether a time of the day is known. */
export const hasClock = (precision: Precision): boolean => lengths[precision] > lengths.day;

/** `datetime` of `<time>`: a day is the one that the editor named, wherever that was; a time of the day is told in UTC. */
export const datetimeAttribute = ({ occurredAt, precision }: Known): string => {
  const hour = precision === "hour" ? occurredAt.replace(/:\d\d:\d\d(?:\.\d+)?/, ":00:00") : occurredAt;
  const told = hasClock(precision) ? new Date(hour).toISOString() : occurredAt;
  return told.slice(0, lengths[precision]) + (hasClock(precision) ? "Z" : "");
};

const whenOf = ({ zone }: Reader, { occurredAt, precision }: Known): When => ({ at: occurredAt, precision, zone });

/** The whole of it, its zone too: “8.30pm CET on 10 February 2025”, « 10 février 2025 à 20 h 30 (heure de Paris) ». */
export const formatTime = (reader: Reader, known: Known): string => grammarOf(reader.language).dateAndTime(whenOf(reader, known));

/** The day, the month or the year: “10 February 2025”; without the year where it is `year`. */
export const formatDate = (reader: Reader, known: Known, year?: number): string =>
  grammarOf(reader.language).date(whenOf(reader, known), year);

/** The day, the month or the year in which it was, as `datetime` writes them: “2025-02-10”. */
export const calendarDay = (reader: Reader, known: Known): string => {
  const { year, month, day } = calendarTime(whenOf(reader, known));
  const two = (part: number) => `${part}`.padStart(2, "0");
  return [`${year}`.padStart(4, "0"), ...[month, day].flatMap((part) => (part === undefined ? [] : two(part)))].join("-");
};

const clockOf = (reader: Reader, known: Known): string | undefined => grammarOf(reader.language).timeOfDay(whenOf(reader, known));

/** What scripts are told of a time of the day, and whoever points at it: the whole of it. */
const attributesOf = (reader: Reader, at: Known) => ({
  datetime: datetimeAttribute(at),
  ...(hasClock(at.precision) ? { title: formatTime(reader, at) } : {}),
});

/** A time of the story: its day, and the time of day where it is known; without the year where it is `year`. */
export const EventTime = ({ reader, at, year }: Shown & { year?: number | undefined }) => {
  const clock = clockOf(reader, at);
  const date = formatDate(reader, at, year);
  if (clock === undefined) return <time datetime={datetimeAttribute(at)}>{date}</time>;
  return (
    <time {...attributesOf(reader, at)}>
      <span class="date">{date}</span>, <span class="clock">{clock}</span>
    </time>
  );
};

/** A time whose day stands above it: the time of day, or, where that is not known, what is. */
export const TimeOfDay = ({ reader, at, day }: Shown & { day?: string | undefined }) => {
  const clock = clockOf(reader, at);
  return (
    <time {...attributesOf(reader, at)}>
      {clock === undefined ? (day ?? formatDate(reader, at)) : <span class="clock">{clock}</span>}
    </time>
  );
};

/** A time of the log, to the minute; without the year where it is `year`. */
export const RecordedTime = ({ reader, at, year }: { reader: Reader; at: string; year?: number | undefined }) => (
  <EventTime reader={reader} at={{ occurredAt: at, precision: "minute" }} year={year} />
);
