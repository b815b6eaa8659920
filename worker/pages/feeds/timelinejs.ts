/** The JSON that TimelineJS 3 takes. It shows headlines and texts as HTML: every word is escaped here. */
import { html } from "hono/html";
import type { Precision } from "../../../events/values.ts";
import type { Reader } from "../reader.ts";
import { datetimeAttribute, formatTime } from "../times.tsx";
import { bodyLinesOf, type FeedItem } from "./feed-item.ts";
import type { FeedPicture } from "./feed-pictures.ts";
import { linesHtml, paragraphHtml } from "./lines.ts";

/** How many of the parts of a date are known, from the year on. */
const known: Record<Precision, number> = { year: 1, month: 2, day: 3, hour: 4, minute: 5, second: 6 };
const parts = ["year", "month", "day", "hour", "minute", "second"];

/** Writes the timeline: a title, and a slide for each entry. Who entered the story when is told by the entries themselves. */
export const writeTimelineJs = (
  reader: Reader,
  title: FeedItem["headline"],
  deck: string,
  pieces: readonly FeedItem[],
): string => {
  const told = pieces.filter(({ kind }) => kind !== "minor");
  return JSON.stringify({
    title: { unique_id: "title", text: { headline: escaped(title), text: paragraphHtml(deck) }, autolink: false },
    // TimelineJS shows nothing of a timeline without events.
    events: (told.length > 0 ? told : pieces).map((piece) => slideOf(reader, piece)),
  });
};

const slideOf = (reader: Reader, piece: FeedItem) => {
  const headline = escaped(piece.headline);
  const { timeline, colon } = reader.words;
  return {
    unique_id: piece.anchor,
    start_date: dateOf(piece),
    display_date: escaped(formatTime(reader, piece.occurred)),
    text: {
      headline: piece.end?.kind === "retracted" ? `${escaped(timeline.retracted + colon)}<del>${headline}</del>` : headline,
      text: linesHtml(bodyLinesOf(piece)),
    },
    ...(piece.kind === "background" ? { group: escaped(reader.words.timeline.labels.background) } : {}),
    ...mediaOf(piece.pictures[0]),
    autolink: false,
  };
};

/** A slide has room for one picture. */
const mediaOf = (picture: FeedPicture | undefined) =>
  picture
    ? {
        media: {
          url: picture.url,
          alt: picture.alt,
          caption: escaped(picture.caption ?? ""),
          credit: escaped(picture.credit),
        },
      }
    : {};

const dateOf = ({ occurred }: FeedItem): Record<string, number> =>
  Object.fromEntries(
    (datetimeAttribute(occurred).match(/\d+/g) ?? [])
      .slice(0, known[occurred.precision])
      .map((part, index) => [parts[index], Number(part)]),
  );

const escaped = (text: string): string => String(html`${text}`);
