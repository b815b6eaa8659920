/** What an editor asks to be recorded, as it travels to a story's writer: a JSON value. */
import { intervalOf } from "../../events/order.ts";
import type { Fault } from "../../events/parse.ts";
import type { Draft } from "../../events/recorded.ts";
import { referencesOf } from "../../events/references.ts";
import { definitionOf, type EventType } from "../../events/registry.ts";
import type { Story } from "../../events/story.ts";
import type { RequestKey } from "../store/write.ts";

/** A request to append, or to tell what would come of appending: nothing is written then. */
export type Posting = {
  story: string;
  editor: string;
  /** The SHA-256 of the token by which the editor has signed in. */
  tokenHash: string;
  drafts: readonly Draft<EventType>[];
  /** What was put right of what was posted. */
  notes: readonly Fault[];
  /** The headers that say at which version it is to be written. */
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
  request?: RequestKey | undefined;
  isRehearsal: boolean;
};

/** The versions of earlier events that the drafts name. */
export const versionsNamedBy = ({ drafts }: Pick<Posting, "drafts">): number[] => [
  ...new Set(
    drafts.flatMap(({ type, data }) =>
      referencesOf(type, data).flatMap(({ kind, name }) => (kind === "version" ? Number(name) : [])),
    ),
  ),
];

/** The end of the interval in which late talk happened: of a request of one draft that is older than the story's newest, and on which nothing hangs. */
export const endOfLateTalk = ({ drafts }: Pick<Posting, "drafts">, { latest }: Pick<Story, "latest">): string | undefined => {
  const [draft, ...others] = drafts;
  if (!draft || others.length > 0 || !definitionOf(draft.type).talk) return undefined;
  const { end } = intervalOf({ occurredAt: draft.occurredAt, precision: draft.precision ?? "minute" });
  return end <= latest ? end : undefined;
};

/** Whether one of the drafts amends another event: that is judged by the whole log. */
export const amendsLog = ({ drafts }: Pick<Posting, "drafts">): boolean =>
  drafts.some(({ type }) => definitionOf(type).amends !== undefined);
