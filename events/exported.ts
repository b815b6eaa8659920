/**
 * The lines of an exported log, NDJSON: one event each. What is read here may come from anybody. Checked by hand and not by zod, since
 * readers' browsers run it too.
 */
import { joined } from "./bytes.ts";
import { namesTwice } from "./named-twice.ts";
import type { Exported } from "./verify.ts";

/** What can be wrong with a line, so that there is no event to verify: a code, and the sentence that says it. */
const whys = {
  "too-long": "it is longer than any event",
  "not-utf8": "it is not UTF-8",
  "not-json": "it is not JSON",
  "named-twice": "it names a member twice, so that two readers may see two events in it",
  "not-an-event": "it is not an event of a log, or has members that no seal covers",
};

/** A line that is no event, and why. */
export type Unreadable = { code: keyof typeof whys; why: string };

/** No event has a longer line: its body has at most 64 KiB, and escapes make of a byte six at most. */
const mostBytes = 1024 * 1024;

/** Splits bytes into lines, without their ends. Of a line that is too long it gives a part that is too long, and ends. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
      yield whole([...parts, chunk.subarray(from, to)]);
      parts = [];
      length = 0;
      from = to + 1;
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > mostBytes) break;
  }
  if (length > 0) yield whole(parts);
}

const newline = 0x0a;
const whole = (parts: readonly Uint8Array[]): Uint8Array => (parts.length === 1 && parts[0] ? parts[0] : joined(...parts));

/** The event of a line: of its shape, whatever it says. Undefined where the line is blank. */
export const parseExported = (line: Uint8Array): Exported | Unreadable | undefined => {
  if (line.length > mostBytes) return unreadable("too-long");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(line);
  } catch {
    return unreadable("not-utf8");
  }
  if (text.trim() === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (namesTwice(text)) return unreadable("named-twice");
    // Its members were looked at one by one; the precision is a text, and what a seal covers is what was recorded.
    return isExported(value) ? (value as Exported) : unreadable("not-an-event");
  } catch {
    return unreadable("not-json");
  }
};

const unreadable = (code: keyof typeof whys): Unreadable => ({ code, why: whys[code] });

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) > 0;
const isFlag: Check = (value) => typeof value === "boolean";
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A check of an object that has these members, and no others but `more`. */
const members =
  (wanted: Record<string, Check>, more: Record<string, Check> = {}): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(wanted).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, member]) => {
      const check = Object.hasOwn(wanted, name) ? wanted[name] : Object.hasOwn(more, name) ? more[name] : undefined;
      return check?.(member) ?? false;
    });

const envelope: Record<string, Check> = {
  story: (value) => typeof value === "string" && /^[a-z0-9-]{3,80}$/.test(value),
  version: isCount,
  type: isText,
  schema: isCount,
  occurredAt: isText,
  precision: isText,
  recordedAt: isText,
  recordedBy: isText,
};
const seal = { commitment: isText, hash: isText };
/** What the deployment that gave it out says of it, and no seal covers. */
const unsealed = { position: isCount, importedBy: isText };
const isWhole = members(
  { ...envelope, data: isObject, seal: members({ ...seal, salt: isText }) },
  { ...unsealed, sources: Array.isArray, byline: isText, key: isFlag, certainty: isText, media: Array.isArray },
);
const isTombstone = members({ ...envelope, takenDown: (value) => value === true, seal: members(seal) }, unsealed);
const isExported: Check = (value) => isWhole(value) || isTombstone(value);
