/** What is pasted is put right rather than refused: line ends, composed characters, and what cannot be seen and does no work. */
import type { Fault } from "./parse.ts";
import { pointerTo } from "./parse.ts";
import { definitionOf, type EventType, eventTypes } from "./registry.ts";
import { slotsBy } from "./slots.ts";

/** Format and control characters that do no work in a text: direction marks (pages isolate), zero-width spaces, soft hyphens, fillers' kin. */
const idle = /(?!\n)\p{Cc}|[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Joiners work between letters and in emoji; at an edge, or beside a space, they do not. */
const idleJoiners = /(?<![\p{L}\p{M}\p{Emoji}])(?:\u200C|\u200D)+|(?:\u200C|\u200D)+(?![\p{L}\p{M}\p{Emoji}])/gu;

const putRight = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, "\n")
    .replace(/\t/gu, " ")
    .replace(idle, "")
    .replace(idleJoiners, "")
    .trim();

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, " ");

const paragraphs = slotsBy(({ "x-paragraphs": marked }) => (marked === true ? true : undefined));

/** Whether the text at a path in an event's data may have paragraphs. */
const hasParagraphs = (type: EventType, path: readonly string[]): boolean =>
  paragraphs(type).some((slot) => slot.path.join("/") === path.join("/"));

type Place = { type: EventType | undefined; path: readonly string[] };

/** A text of a correction's replacement is of the type that it corrects, which the log knows: it may have paragraphs. */
const mayBreak = ({ type, path }: Place): boolean =>
  type !== undefined && path[0] === "data" && (hasParagraphs(type, path.slice(1)) || path[1] === "replacement");

const walk = (value: unknown, place: Place, note: (fault: Fault) => void): unknown => {
  if (typeof value === "string") {
    // What is far too long is refused as it is: to compose it could take seconds.
    if (value.length > mostUnits || !value.isWellFormed()) return value;
    const right = mayBreak(place) ? putRight(value) : oneLine(putRight(value));
    if (right === "" && value !== "") return value;
    if (right !== value)
      note({
        pointer: pointerTo(place.path),
        detail: "was put right: line ends, composition, or characters that cannot be seen",
      });
    return right;
  }
  if (Array.isArray(value)) return value.map((item, index) => walk(item, { ...place, path: [...place.path, `${index}`] }, note));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, walk(member, { ...place, path: [...place.path, name] }, note)]),
  );
};

/** No text that an event may hold is longer, in UTF-16 code units. */
const mostUnits = 20_000;

const typeOf = (event: unknown): EventType | undefined => {
  const { type } = (event ?? {}) as { type?: unknown };
  return eventTypes.find((known) => known === type && !definitionOf(known).reserved);
};

/** What was posted, put right, and a note for each text that was changed (RFC 6901 pointers into what was posted). */
export const putPastedRight = (posted: unknown): { posted: unknown; notes: Fault[] } => {
  const notes: Fault[] = [];
  const one = (event: unknown, prefix: string) =>
    walk(event, { type: typeOf(event), path: [] }, ({ pointer, detail }) => notes.push({ pointer: prefix + pointer, detail }));
  const right = Array.isArray(posted) ? posted.map((event, index) => one(event, `/${index}`)) : one(posted, "");
  return { posted: right, notes };
};
