/**
 * The seal of an event. Its body (sources and data) is committed to under a random salt, and the envelope, with that commitment, is
 * chained by hash to the event before: whoever holds the log can check that nothing was changed, left out, moved or slipped in, and
 * the body and salt of one event can be erased without breaking the chain.
 */
import canonicalize from "canonicalize";
import type { Recorded, Seal } from "./recorded.ts";

/** What stands before a story's first event in its chain: 32 zero bytes. */
export const genesis = "0".repeat(64);

/** The JSON text of RFC 8785: one byte sequence for one value. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only a JSON value has a canonical form");
  return text;
};

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** SHA-256 over bytes given in hexadecimal followed by a text in UTF-8, in hexadecimal. */
const digest = async (head: string, text: string): Promise<string> => {
  const start = bytesOf(head);
  const end = new TextEncoder().encode(text);
  const joined = new Uint8Array(start.length + end.length);
  joined.set(start);
  joined.set(end, start.length);
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", joined)));
};

/** The commitment to an event's body: SHA-256(salt, RFC 8785 JSON of `{ data, sources? }`). */
export const commitmentTo = ({ data, sources }: Pick<Recorded, "data" | "sources">, salt: string): Promise<string> =>
  digest(salt, canonical(sources === undefined ? { data } : { data, sources }));

/** The hash of an event after `previous`: SHA-256(previous, RFC 8785 JSON of the envelope with the commitment). */
export const hashOf = (event: Recorded, commitment: string, previous: string): Promise<string> => {
  const { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy } = event;
  const envelope = { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy, commitment };
  return digest(previous, canonical(envelope));
};

/** Seals an event after `previous` under a salt of 16 random bytes in hexadecimal. */
export const seal = async (event: Recorded, salt: string, previous: string): Promise<Seal> => {
  const commitment = await commitmentTo(event, salt);
  return { salt, commitment, hash: await hashOf(event, commitment, previous) };
};

/** What a log that does not hold says of itself: the first version at fault and why. */
export type Broken = { version: number; why: string };

/** Checks one event's place and seal after the event before it; undefined where it holds. */
export const breakOf = async (
  event: Recorded & { seal: Seal },
  before: { story: string; version: number; hash: string },
): Promise<Broken | undefined> => {
  const version = before.version + 1;
  if (event.story !== before.story) return { version, why: `it is an event of the story “${event.story}”` };
  if (event.version !== version)
    return { version, why: `version ${version} is missing: version ${event.version} stands in its place` };
  const { salt, commitment, hash } = event.seal;
  if ((await commitmentTo(event, salt)) !== commitment)
    return { version, why: "its data or its sources are not those that were sealed" };
  if ((await hashOf(event, commitment, before.hash)) !== hash)
    return { version, why: "its envelope or its place is not the one that was sealed" };
  return undefined;
};

/** Checks a story's whole log, in log order: every seal, the chain, no gap. Undefined where all of it holds. */
export const verify = async (log: readonly (Recorded & { seal: Seal })[]): Promise<Broken | undefined> => {
  let before = { story: log[0]?.story ?? "", version: 0, hash: genesis };
  for (const event of log) {
    const broken = await breakOf(event, before);
    if (broken) return broken;
    before = { story: event.story, version: event.version, hash: event.seal.hash };
  }
  return undefined;
};
