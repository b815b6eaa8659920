/** Takes an event down: what it said is erased, with its corrections and retractions, and who, when and why remain. */

import { targetOf } from "../../events/amend.ts";
import type { Refusal } from "../../events/define.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import { erasedBy, remainsOf } from "../../events/remains.ts";
import { canonical } from "../../events/seal.ts";
import { schema } from "../../events/upcast.ts";
import { foldFromZero } from "../../projections/fold.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import {
  headOf,
  type LogHead,
  type RecordedRequest,
  readLog,
  recordedRequestOf,
  selectHead,
  selectRequest,
} from "../store/log.ts";
import { imagesIn, type PictureReceipt, readPictureReceipt } from "../store/media.ts";
import type { StoredEntry } from "../store/rows.ts";
import { type RequestKey, writeEntries } from "../store/write.ts";
import { replayRequest } from "./append.ts";
import { hashRequestKey, laterInstant, retryConflicts, sealEvents } from "./retry-conflicts.ts";

/** What a publisher asks for. */
export type TakedownOrder = {
  story: string;
  editor: string;
  event: number;
  reason: string;
  legalBasis: string;
  expects: (version: number, hash?: string) => boolean;
  key?: string | undefined;
};

/** What came of it. But for `taken-down`, nothing was erased. `media`: what became of the pictures that it met, if it met any. */
export type TakedownResult =
  | { kind: "taken-down" | "replayed"; events: StoredEntry[]; media?: PictureReceipt | undefined }
  | { kind: "refused"; refusals: Refusal[] }
  | { kind: "mismatch"; head: LogHead }
  | { kind: "no-story" | "key-reused" | "contended" };

/** Takes an event down, and settles races by reading again. It hangs on no rule of the story: what it leaves hanging is left out. */
export const takeDown = async (d1: MeteredDatabase, order: TakedownOrder): Promise<TakedownResult> => {
  const { story, event, reason, legalBasis } = order;
  const request = await hashRequestKey(order.key, [story, "takedown", { event, reason, legalBasis }]);
  return (await retryConflicts(() => attempt(d1, order, request))) ?? { kind: "contended" };
};

const attempt = async (d1: MeteredDatabase, order: TakedownOrder, request: RequestKey | undefined): Promise<TakedownResult> => {
  const { story, editor, event, expects } = order;
  const keyed = request ? [selectRequest(d1, editor, request.keyHash)] : [];
  const [own, [requested] = []] = await d1.batch(selectHead(d1, story), ...keyed);
  const before = recordedRequestOf(requested);
  // A takedown is never erased: a key without its digest came with something else.
  if (before) return before.digest === null ? { kind: "key-reused" } : replay(d1, story, before, request);
  const [row] = own ?? [];
  if (!row) return { kind: "no-story" };
  const head = headOf(row);
  if (!expects(head.version, head.hash)) return { kind: "mismatch", head };
  const log = await readLog(d1, story, { until: head.version });
  const refusal = refusalOf(log[event - 1], event);
  if (refusal) return { kind: "refused", refusals: [refusal] };
  const erased = erasedWith(log, event);
  const now = new Date().toISOString();
  const takedown = takedownOf(order, { version: head.version + 1, now, recordedAt: laterInstant(now, head.recordedAt), erased });
  const folded = foldFromZero([...log.map((entry) => (erased.includes(entry.version) ? remainsOf(entry) : entry)), takedown]);
  const { placeOf } = folded;
  const entries = await sealEvents([takedown], head.hash);
  // A correction of a time that is erased moves nothing any more.
  const written = await writeEntries(d1, { story, entries, folded, placeOf, earlier: log, requests: request && [request] });
  const met = log.filter((entry) => erased.includes(entry.version) && !isTakenDown(entry) && imagesIn(entry).length > 0);
  const media = met.length > 0 ? await readPictureReceipt(d1, story, takedown.version) : undefined;
  return { kind: "taken-down", events: written, media };
};

/** Gives the answer of before again, with what became of the pictures. */
const replay = async (
  d1: MeteredDatabase,
  story: string,
  before: RecordedRequest,
  request: RequestKey | undefined,
): Promise<TakedownResult> => {
  const replayed = await replayRequest(d1, story, before, request);
  return replayed.kind === "key-reused" ? replayed : { ...replayed, media: await readPictureReceipt(d1, story, before.version) };
};

/**
 * The versions of an event and of what amends it. Of a takedown, also those that it erased itself: once its own words are gone, nothing else
 * would explain them to who verifies the log.
 */
const erasedWith = (log: readonly LogEntry[], event: number): number[] => [
  event,
  ...log.filter((entry) => !isTakenDown(entry) && targetOf(entry) === event).map(({ version }) => version),
  ...erasedBy(log.slice(event - 1, event)),
];

const refusalOf = (target: LogEntry | undefined, event: number): Refusal | undefined => {
  const pointer = "/event";
  if (!target) return { code: "unknown-event", pointer, detail: `This story has no event ${event}.` };
  if (isTakenDown(target)) return { code: "event-taken-down", pointer, detail: `Event ${event} was taken down already.` };
  const { amends } = definitionOf(target.type);
  // A takedown may name a takedown: then its reason and its legal basis are erased.
  if (amends && amends.kind !== "taken-down")
    return {
      code: "event-is-editorial",
      pointer,
      detail: `Event ${event} is about another event: take that one down, and this goes with it.`,
    };
  return undefined;
};

type Made = { version: number; now: string; recordedAt: string; erased: number[] };

const takedownOf = (
  { story, editor, event, reason, legalBasis }: TakedownOrder,
  { version, now, recordedAt, erased }: Made,
): StoryEvent => ({
  story,
  version,
  type: "EventTakenDown",
  occurredAt: now,
  precision: "second",
  recordedAt,
  recordedBy: editor,
  data: JSON.parse(canonical({ event, reason, legalBasis, erased })),
  schema,
});
