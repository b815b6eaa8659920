/** An event as it stands in the log. */
import type { Precision, Source } from "./values.ts";

/** What an editor posts: one fact, not yet recorded. */
export type Draft<Type extends string = string, Data = unknown> = {
  type: Type;
  occurredAt: string;
  precision?: Precision | undefined;
  sources?: Source[] | undefined;
  data: Data;
};

/** What a correction can replace: the part of an event that the editor wrote. */
export type Said<Data = unknown> = {
  occurredAt: string;
  precision: Precision;
  sources?: Source[] | undefined;
  data: Data;
};

/** What the seal of an event is made of and can be checked by: see `seal.ts`. */
export type Seal = {
  /** 16 random bytes in hexadecimal: without them nobody can guess the body from its commitment. */
  salt: string;
  /** SHA-256 over the salt and the body, in hexadecimal. */
  commitment: string;
  /** SHA-256 over the hash before and the envelope, in hexadecimal: chained over the story's events. */
  hash: string;
};

/** A recorded event. `story` and `version` name it; `recordedAt` and `recordedBy` were set by the server. */
export type Recorded<Type extends string = string, Data = unknown> = Said<Data> & {
  story: string;
  version: number;
  type: Type;
  /** The revision of the shape in which `data` was stored. */
  schema: number;
  recordedAt: string;
  recordedBy: string;
};

/** A recorded event with its place among all events and its seal: what the log gives out. */
export type Sealed = Recorded & { position: number; seal: Seal };

/**
 * What is left in the log of an event that was taken down: its envelope, and of its seal what the chain needs. Its data, its sources and
 * its salt are erased.
 */
export type Tombstone = Omit<Sealed, "data" | "sources" | "seal"> & { takenDown: true; seal: Omit<Seal, "salt"> };
