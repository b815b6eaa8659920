/** How an event type is defined. */
import type * as z from "zod/mini";
import type { Draft, Recorded, Said } from "./recorded.ts";
import type { Amendment, Story } from "./story.ts";
import type { Teller } from "./tell.ts";

/** Why the rules do not admit an event: a stable code, a sentence that an editor understands, the field at fault. */
export type Refusal = {
  code: string;
  detail: string;
  /** RFC 6901, into the event as it was posted. */
  pointer?: string;
  /** The version of the event that would be left hanging. */
  version?: number;
};

/** One rule: a code and when it is broken. It answers with a sentence where the event must not be admitted. */
export type Rule<Data> = {
  code: string;
  pointer?: string;
  broken: (story: Story, event: Recorded<string, Data>) => string | undefined;
};

/** What readers may pick from a story's timeline. */
export const kinds = ["offers", "insults", "statements", "developments", "background", "questions", "people"] as const;
export type Kind = (typeof kinds)[number];

/** How an event type reads in one language. */
type Headline<Data> = (data: Data, teller: Teller) => string;

/**
 * All that there is to know about an event type. Registered in `registry.ts`, it is parsed, described, judged, folded, told and
 * tested with no line elsewhere.
 */
export type Definition<Type extends string, Data> = {
  type: Type;
  /** What readers find it under. Every type that has a place in story order has one. */
  kind?: Kind;
  /** One sentence for the API's description. */
  summary: string;
  /** A strict object. References between events are marked by `introduces` and `refersTo`, and checked for all types alike. */
  data: z.ZodMiniObject;
  /** What must hold where the event stands in story order, beyond its references. */
  rules: readonly Rule<Data>[];
  /** Changes the story's state: called in story order, on a draft that the fold owns. */
  apply?: (story: Story, event: Recorded<Type, Data>) => void;
  headline: { en: Headline<Data>; fr: Headline<Data> };
  example: Draft<Type, Data>;
  /** Set on what the server alone records: it is not taken from an editor as an event. */
  reserved?: true;
  /** Set on what an editor says about another event, not about the world. It has no place in story order. */
  editorial?: Editorial<Data>;
};

/** What an editorial event makes of the event that it names. */
type Editorial<Data> = {
  kind: Amendment["kind"];
  target: (data: Data) => number;
  reason: (data: Data) => string;
  /** What the target says from now on; undefined where it is left out. */
  amend: (said: Said, data: Data) => Said | undefined;
  /** The versions whose content it has erased, where it erases any. */
  erased?: (data: Data) => readonly number[];
};

/** Defines an event type; the data's type follows from its schema. */
export const defineEvent = <const Type extends string, Schema extends z.ZodMiniObject>(
  definition: Omit<Definition<Type, z.infer<Schema>>, "data"> & { data: Schema },
): Definition<Type, z.infer<Schema>> & { data: Schema } => definition;
