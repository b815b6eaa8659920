/** An event as it stands in the log. */
import type { Picture } from "./attribution.ts";
import type { Certainty, Precision, Source } from "./values.ts";

/** What an editor may say of any event besides its data: where it was published, who wrote it, whether it is a key moment, how certain it is, its pictures. */
export type Attribution = {
  sources?: Source[] | undefined;
  byline?: string | undefined;
  key?: boolean | undefined;
  certainty?: Certainty | undefined;
  media?: Picture[] | undefined;
};

/** What an editor posts: one fact, not yet recorded. */
export type Draft<Type extends string = string, Data = unknown> = Attribution & {
  type: Type;
  occurredAt: string;
  precision?: Precision | undefined;
  data: Data;
};

/** What a correction can replace: the part of an event that the editor wrote. */
export type Said<Data = unknown> = Attribution & {
  occurredAt: string;
  precision: Precision;
  data: Data;
};

/** The body of an event: what its seal commits to and a takedown erases. Members that were not said are left out. */
export type Body<Data = unknown> = Attribution & { data: Data };

/** What was said of an event besides its data. */
export const attributionOf = ({ sources, byline, key, certainty, media }: Attribution): Attribution => ({
  ...(sources === undefined ? {} : { sources }),
  ...(byline === undefined ? {} : { byline }),
  ...(key === undefined ? {} : { key }),
  ...(certainty === undefined ? {} : { certainty }),
  ...(media === undefined ? {} : { media }),
});

/** The body of what was said. */
export const bodyOf = (said: Body): Body => ({ data: said.data, ...attributionOf(said) });

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

/**
 * A recorded event with its place among all events and its seal: what the log gives out. `importedBy`: who took it in from another
 * deployment's log, by the word of the deployment that gives it out.
 */
export type Sealed = Recorded & { position: number; importedBy?: string; seal: Seal };

/**
 * What is left in the log of an event that was taken down: its envelope, and of its seal what the chain needs. Its body and its
 * salt are erased.
 */
export type Tombstone = Omit<Sealed, keyof Body | "seal"> & { takenDown: true; seal: Omit<Seal, "salt"> };
