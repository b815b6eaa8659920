/**
 * The seal of an event. Its body (its data, and what else the editor said of it) is committed to under a random salt, and the envelope, with that commitment, is
 * chained by hash to the event before: whoever holds the log can check that nothing was changed, left out, moved or slipped in, and
 * the body and salt of one event can be erased without breaking the chain.
 */
import canonicalize from "canonicalize";
import { fromHex, joined, sha256, toHex, utf8 } from "./bytes.ts";
import { type Body, bodyOf, type Recorded, type Seal } from "./recorded.ts";

/** What stands before a story's first event in its chain: 32 zero bytes. */
export const genesis = "0".repeat(64);

/** The JSON text of RFC 8785: one byte sequence for one value. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only a JSON value has a canonical form");
  return text;
};

/** SHA-256 over bytes given in hexadecimal followed by a text in UTF-8, in hexadecimal. */
const digest = async (head: string, text: string): Promise<string> => toHex(await sha256(joined(fromHex(head), utf8(text))));

/** The commitment to an event's body: SHA-256(salt, RFC 8785 JSON of `bodyOf` it). */
export const commitmentTo = (event: Body, salt: string): Promise<string> => digest(salt, canonical(bodyOf(event)));

/** What the hash covers beside the commitment. */
type Envelope = Omit<Recorded, keyof Body>;

/** The hash of an event after `previous`: SHA-256(previous, RFC 8785 JSON of the envelope with the commitment). */
export const hashOf = (event: Envelope, commitment: string, previous: string): Promise<string> => {
  const { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy } = event;
  const envelope = { story, version, type, schema, occurredAt, precision, recordedAt, recordedBy, commitment };
  return digest(previous, canonical(envelope));
};

/** Seals an event after `previous` under a salt of 16 random bytes in hexadecimal. */
export const seal = async (event: Recorded, salt: string, previous: string): Promise<Seal> => {
  const commitment = await commitmentTo(event, salt);
  return { salt, commitment, hash: await hashOf(event, commitment, previous) };
};
