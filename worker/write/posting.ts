/** What an editor asks to be recorded, as it travels to a story's writer: a JSON value. */
import type { Fault } from "../../events/parse.ts";
import type { Draft } from "../../events/recorded.ts";
import { referencesOf } from "../../events/references.ts";
import { definitionOf, type EventType } from "../../events/registry.ts";
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

/** The headers of a request that is to be written at a version alone, if any: 0 opens the story. */
export const expectVersion = (version: number | undefined): Pick<Posting, "ifMatch" | "ifNoneMatch"> => {
  if (version === undefined) return {};
  return version === 0 ? { ifNoneMatch: "*" } : { ifMatch: `"${version}"` };
};

/** The versions of earlier events that the drafts name. */
export const versionsNamedBy = ({ drafts }: Pick<Posting, "drafts">): number[] => [
  ...new Set(
    drafts.flatMap(({ type, data }) =>
      referencesOf(type, data).flatMap(({ kind, name }) => (kind === "version" ? Number(name) : [])),
    ),
  ),
];

/** Whether one of the drafts amends another event: that is judged by the whole log. */
export const amendsLog = ({ drafts }: Pick<Posting, "drafts">): boolean =>
  drafts.some(({ type }) => definitionOf(type).amends !== undefined);
