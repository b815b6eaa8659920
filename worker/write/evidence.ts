/** What a request may need of the log besides the story's state, read before anybody knows whether it does: a few rows, and no round trip. */
import type { Neighbours } from "../../events/neighbours.ts";
import { intervalOf } from "../../events/order.ts";
import { definitionOf } from "../../events/registry.ts";
import type { Story } from "../../events/story.ts";
import type { MeteredDatabase, Row } from "../store/d1.ts";
import { selectEvents } from "../store/log.ts";
import { entryOfRow, type StoredEntry } from "../store/rows.ts";
import { neighboursOf, selectNeighbours } from "../store/story-order.ts";
import { amendsLog, type Posting, versionsNamedBy } from "./posting.ts";

/** What stands next to talk, by the index as it was at a version; `isNear`: only the very next was looked at. */
type NextToTalk = Neighbours & { version: number; isNear: boolean };

/** The events that a request names by version; what stands next to its talk; and the whole log where these are not enough. */
export type Evidence = {
  referred: readonly StoredEntry[];
  neighbours?: NextToTalk | undefined;
  log?: readonly StoredEntry[] | undefined;
};

/** So many of the events that may be wholly later than late talk are looked at, at first and where that was not enough. */
const [near, far] = [1, 4];

type Asked = Pick<Posting, "story" | "drafts">;

/** The end of the interval in which the talk happened that is all of a request, and on which nothing hangs. */
const endOfTalk = ({ drafts }: Pick<Posting, "drafts">): string | undefined => {
  const [draft, ...others] = drafts;
  if (!draft || others.length > 0 || !definitionOf(draft.type).talk) return undefined;
  return intervalOf({ occurredAt: draft.occurredAt, precision: draft.precision ?? "minute" }).end;
};

/** The statements that read it along with the story; none for what is judged by the whole log. */
export const selectEvidence = (d1: MeteredDatabase, posting: Asked): D1PreparedStatement[] => {
  if (amendsLog(posting)) return [];
  const [versions, end] = [versionsNamedBy(posting), endOfTalk(posting)];
  return [
    ...(versions.length > 0 ? [selectEvents(d1, posting.story, versions)] : []),
    ...(end === undefined ? [] : selectNeighbours(d1, posting.story, end, near)),
  ];
};

/** What the statements of `selectEvidence` found in a story at that version; undefined where there were none. */
export const evidenceOf = (rows: readonly Row[][], posting: Asked, version: number): Evidence | undefined => {
  if (rows.length === 0) return undefined;
  const [referred, ...others] = versionsNamedBy(posting).length > 0 ? rows : [[], ...rows];
  const neighbours = others.length > 0 ? { ...neighboursOf(others, near), version, isNear: true } : undefined;
  return { referred: (referred ?? []).map(entryOfRow), neighbours };
};

/**
 * Reads what is needed after that, of a story that is known; undefined where the log has to be read whole. One round trip.
 */
export const readEvidence = async (
  d1: MeteredDatabase,
  posting: Asked,
  { latest, version }: Pick<Story, "latest" | "version">,
  before: Evidence | undefined,
): Promise<Evidence | undefined> => {
  const versions = before || amendsLog(posting) ? [] : versionsNamedBy(posting);
  const wasFar = before?.neighbours?.version === version && !before.neighbours.isNear;
  const talk = wasFar ? undefined : endOfTalk(posting);
  const end = talk !== undefined && talk <= latest ? talk : undefined;
  if (versions.length === 0 && end === undefined) return undefined;
  const named = versions.length > 0 ? [selectEvents(d1, posting.story, versions)] : [];
  const rows = await d1.batch(...named, ...(end === undefined ? [] : selectNeighbours(d1, posting.story, end, far)));
  return {
    referred: named.length > 0 ? (rows[0] ?? []).map(entryOfRow) : (before?.referred ?? []),
    neighbours: end === undefined ? undefined : { ...neighboursOf(rows.slice(named.length), far), version, isNear: false },
  };
};
