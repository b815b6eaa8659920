/**
 * Takes an event down: what it said is erased, with its corrections and retractions, and who, when and why remain. A takedown can be taken
 * down too: then its reason and its legal basis are erased, and who and when remain.
 */

import * as z from "zod/mini";
import type { Refusal } from "../../events/define.ts";
import { eachIntroduced, referencesOf } from "../../events/references.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import { remainsOf } from "../../events/remains.ts";
import { canonical } from "../../events/seal.ts";
import { schema } from "../../events/upcast.ts";
import { foldFromZero } from "../../projections/fold.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { eraseDrafts, selectAnyDraft } from "../store/drafts.ts";
import { type LogHead, recordedRequestOf, selectRequest } from "../store/log.ts";
import { imagesIn, type PictureReceipt, readPictureReceipt } from "../store/media.ts";
import type { StoredEntry } from "../store/rows.ts";
import { readWholeLog } from "../store/whole-log.ts";
import { type RequestKey, writeEntries } from "../store/write.ts";
import { replayRequest } from "./append.ts";
import { draftsHolding } from "./drafts-holding.ts";
import { judgeTakedown } from "./judge-takedown.ts";
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

/**
 * What came of it. But for `taken-down`, nothing was erased. `naming`: the events that still name a party, an offer or a question by the slug
 * that what was taken down gave it. `media`: what became of the pictures that it met, if it met any. `drafts`: how many held the same words, and
 * hold nothing now.
 */
export type TakedownResult =
  | {
      kind: "taken-down" | "replayed";
      events: StoredEntry[];
      naming: number[];
      drafts: number;
      media?: PictureReceipt | undefined;
    }
  | NotTakenDown;

/** Why nothing was erased. */
export type NotTakenDown =
  | { kind: "refused"; refusals: Refusal[] }
  | { kind: "mismatch"; head: LogHead }
  | { kind: "no-story" | "key-reused" | "contended" };

/**
 * Takes an event down, and settles races by reading again. It hangs on no rule of the story: what it leaves hanging is left out. Nor does it
 * on events that cannot be read, unless one of them may be about what is taken down: then it throws that one's `UnreadableEntry`.
 */
export const takeDown = async (d1: MeteredDatabase, order: TakedownOrder): Promise<TakedownResult> => {
  const { story, event, reason, legalBasis } = order;
  const request = await hashRequestKey(order.key, [story, "takedown", { event, reason, legalBasis }]);
  return (await retryConflicts(() => attempt(d1, order, request))) ?? { kind: "contended" };
};

const attempt = async (d1: MeteredDatabase, order: TakedownOrder, request: RequestKey | undefined): Promise<TakedownResult> => {
  const { story, editor, event, expects } = order;
  const keyed = request ? [selectRequest(d1, editor, request.keyHash)] : [];
  const whole = await readWholeLog(d1, story, selectAnyDraft(d1), ...keyed);
  const { head, isCurrent } = whole;
  const [anyDraft = [], [requested] = []] = whole.besides;
  const before = recordedRequestOf(requested);
  if (before) {
    const replayed = await replayRequest(d1, story, before, request);
    if (replayed.kind !== "replayed") return replayed;
    const media = await readPictureReceipt(d1, story, before.version);
    return { ...replayed, ...notedIn(before.remarks), media };
  }
  if (head.version === 0) return { kind: "no-story" };
  if (!expects(head.version, head.hash)) return { kind: "mismatch", head };
  const judged = judgeTakedown(await whole.maybeLog(), event);
  if ("refusal" in judged) return { kind: "refused", refusals: [{ ...judged.refusal, pointer: "/event" }] };
  const { log, gone, isWhole } = judged;
  const erased = gone.map(({ version }) => version);
  const now = new Date().toISOString();
  const takedown = takedownOf(order, { version: head.version + 1, now, recordedAt: laterInstant(now, head.recordedAt), erased });
  const remains = (entry: LogEntry) => (erased.includes(entry.version) ? remainsOf(entry) : entry);
  const folded = isWhole ? foldFromZero([...log.map(remains), takedown]) : undefined;
  const placeOf = folded?.placeOf ?? (() => undefined);
  const entries = await sealEvents([takedown], head.hash);
  const naming = namingAfter(log, erased);
  const holding = anyDraft.length > 0 ? await draftsHolding(d1, story, gone) : [];
  const drafts = holding.length;
  const noted = request && { ...request, remarks: JSON.stringify({ warnings: [], notes: [], naming, drafts }) };
  // The index has each entry where it was recorded, which no takedown changes, unless the places are those of a former edition.
  const earlier = isCurrent || !isWhole ? undefined : log;
  const requests = noted && [noted];
  const showsPictures = !isWhole || gone.some((entry) => imagesIn(entry).length > 0);
  const erasing = { telling: whole.telling(event), people: peopleNamed(log, erased), pictures: showsPictures };
  const guards = drafts > 0 ? [eraseDrafts(d1, holding)] : [];
  const written = await writeEntries(d1, {
    story,
    after: head.hash,
    entries,
    folded,
    placeOf,
    earlier,
    requests,
    erasing,
    guards,
  });
  // Somebody may have typed them, or copied them, in between.
  const late = anyDraft.length > 0 ? await draftsHolding(d1, story, gone) : [];
  if (late.length > 0) await d1.batch(eraseDrafts(d1, late));
  const media = showsPictures ? await readPictureReceipt(d1, story, takedown.version) : undefined;
  return { kind: "taken-down", events: written, naming, drafts: drafts + late.length, media };
};

/** The parties of which something is told that one event says; undefined where it may be any: where it tells of a party itself, or was amended. */
const peopleNamed = (log: readonly LogEntry[], [event = 0, ...more]: readonly number[]): string[] | undefined => {
  const entry = log[event - 1];
  if (!entry || isTakenDown(entry) || more.length > 0 || definitionOf(entry.type).kind === "people") return undefined;
  return referencesOf(entry.type, entry.data).flatMap(({ kind, name }) => (kind === "party" ? String(name) : []));
};

/** The events that are left and name what those that are erased have introduced. */
const namingAfter = (log: readonly LogEntry[], erased: readonly number[]): number[] => {
  const gone = new Set<string>();
  for (const version of erased) {
    const entry = log[version - 1];
    if (entry && !isTakenDown(entry)) eachIntroduced(entry, (kind, slug) => gone.add(`${kind} ${slug}`));
  }
  if (gone.size === 0) return [];
  const names = ({ kind, name }: { kind: string; name: string | number }) => gone.has(`${kind} ${name}`);
  return log.flatMap((entry) =>
    isTakenDown(entry) || erased.includes(entry.version) || !referencesOf(entry.type, entry.data).some(names)
      ? []
      : [entry.version],
  );
};

const kept = z.object({ naming: z.array(z.int()), drafts: z.optional(z.int()) });

/** What was told of it with the first answer. */
const notedIn = (remarks: string | null): { naming: number[]; drafts: number } => {
  const { naming, drafts = 0 } = remarks === null ? { naming: [] } : kept.parse(JSON.parse(remarks));
  return { naming, drafts };
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
