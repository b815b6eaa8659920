/** How an event type is defined. */
import type * as z from "zod/mini";
import type { Draft, Recorded, Said } from "./recorded.ts";
import type { Amendment, Story } from "./story.ts";
import type { Headline } from "./tell/headline.ts";
import type { Language } from "./tell/languages.ts";
import type { Edit } from "./values.ts";

/** Why the rules do not admit an event: a stable code, a sentence that an editor understands, the field at fault. */
export type Refusal = {
  code: string;
  detail: string;
  /** RFC 6901, into the event as it was posted. */
  pointer?: string;
  /** The version of the event that would be left hanging. */
  version?: number;
};

/** An earlier event of the story, as it reads now. */
type Earlier = Recorded;

/** The event of a version, as it reads now, where it stands before the one that is judged; undefined where it does not, or stands no more. */
export type EarlierEvent = (version: number) => Earlier | undefined;

/** One rule: a code and when it is broken. It answers with a sentence where the event must not be admitted, or is to be warned of. */
export type Rule<Data> = {
  code: string;
  pointer?: string;
  broken: (story: Story, event: Recorded<string, Data>, earlier: EarlierEvent) => string | undefined;
};

/** What readers may pick from a story's timeline. */
export const kinds = ["offers", "insults", "statements", "developments", "background", "questions", "people"] as const;
export type Kind = (typeof kinds)[number];

/**
 * All that there is to know about an event type. Registered in `registry.ts`, it is parsed, described, judged, folded, told and
 * tested with no line elsewhere.
 */
export type Definition<Type extends string, Data> = {
  type: Type;
  /** What readers find it under. Every type that has a place in story order has one. */
  kind?: Kind;
  /** Set on what tells of the record and not of the world: a conclusion does not stop it, and it is not the newest thing that happened. */
  editorial?: true;
  /** One sentence for the API's description. */
  summary: string;
  /** A strict object. References between events are marked by `introduces` and `refersTo`, and checked for all types alike. */
  data: z.ZodMiniObject;
  /** What must hold where the event stands in story order, beyond its references. */
  rules: readonly Rule<Data>[];
  /** What is only unlikely: it is recorded, and the editor is told. */
  warnings?: readonly Rule<Data>[];
  /** What holds of the whole story from the beginning, wherever the event stands: called in log order. */
  declare?: (story: Story, event: Recorded<Type, Data>) => void;
  /** Changes the story's state: called in story order, on a draft that the fold owns. */
  apply?: (story: Story, event: Recorded<Type, Data>, place: string) => void;
  /** How the event reads, in each language. */
  headline: { [Name in Language]: Headline<Data> };
  example: Draft<Type, Data>;
  /** Set on what the server alone records: it is not taken from an editor as an event. */
  reserved?: true;
  /** Set on what has no place in story order. */
  placeless?: true;
  /** Set on what no rule hangs on: told late, it is judged and folded where it stands, without the log. Its folds may come in any order. */
  talk?: true;
  /** Set on what says another event's words again: where that event is taken down, this is erased with it. */
  retells?: (data: Data) => number;
  /** Set on what an editor says about another event. It is editorial, and has no place in story order. */
  amends?: Amends<Data>;
};

/** What an event makes of the event that it amends. */
type Amends<Data> = {
  kind: Amendment["kind"];
  target: (data: Data) => number;
  reason: (data: Data) => string | undefined;
  edit?: (data: Data) => Edit;
  /** What the target says from now on, by what it said last; undefined where it is left out. `schema`: the shape in which `data` is stored. */
  amend: (said: Said, data: Data, schema: number) => Said | undefined;
  /** The versions whose content it has erased, where it erases any. */
  erased?: (data: Data) => readonly number[];
};

/** Defines an event type; the data's type follows from its schema. */
export const defineEvent = <const Type extends string, Schema extends z.ZodMiniObject>(
  definition: Omit<Definition<Type, z.infer<Schema>>, "data"> & { data: Schema },
): Definition<Type, z.infer<Schema>> & { data: Schema } => definition;
