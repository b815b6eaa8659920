/** Takes an event down: what it said is erased, with its corrections and retractions, and who, when and why remain. */

import { targetOf } from "../../events/amend.ts";
import type { Refusal } from "../../events/define.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import { remainsOf } from "../../events/remains.ts";
import { canonical } from "../../events/seal.ts";
import { schema } from "../../events/upcast.ts";
import { foldFromZero } from "../../projections/fold.ts";
import type { Meter } from "../store/d1.ts";
import { readLog, requestOf, selectRequest } from "../store/log.ts";
import type { Logged } from "../store/rows.ts";
import { knownOf, selectKnown } from "../store/snapshots.ts";
import { type RequestKey, write } from "../store/write.ts";
import { replay } from "./append.ts";
import { later, requestKey, sealAll, settle } from "./settle.ts";

/** What a publisher asks for. */
export type Order = {
  story: string;
  editor: string;
  event: number;
  reason: string;
  legalBasis: string;
  expects: (version: number) => boolean;
  key?: string | undefined;
};

/** What came of it. But for `taken-down`, nothing was erased. */
export type TakenDown =
  | { kind: "taken-down" | "replayed"; events: Logged[] }
  | { kind: "refused"; refusals: Refusal[] }
  | { kind: "mismatch"; version: number }
  | { kind: "no-story" | "key-reused" | "contended" };

/** Takes an event down, and settles races by reading again. It hangs on no rule of the story: what it leaves hanging is left out. */
export const takeDown = async (d1: Meter, order: Order): Promise<TakenDown> => {
  const { story, event, reason, legalBasis } = order;
  const request = await requestKey(order.key, [story, "takedown", { event, reason, legalBasis }]);
  return (await settle(() => attempt(d1, order, request))) ?? { kind: "contended" };
};

const attempt = async (d1: Meter, order: Order, request: RequestKey | undefined): Promise<TakenDown> => {
  const { story, editor, event, expects } = order;
  const keyed = request ? [selectRequest(d1, editor, request.keyHash)] : [];
  const [[row] = [], [requested] = []] = await d1.ask(selectKnown(d1, story, []), ...keyed);
  const before = requestOf(requested);
  // A takedown is never erased: a key without its digest came with something else.
  if (before) return before.digest === null ? { kind: "key-reused" } : replay(d1, story, before, request);
  const known = knownOf(row, []);
  if (!known) return { kind: "no-story" };
  const { head } = known;
  if (!expects(head.version)) return { kind: "mismatch", version: head.version };
  const log = await readLog(d1, story, { until: head.version });
  const refusal = refusalOf(log[event - 1], event);
  if (refusal) return { kind: "refused", refusals: [refusal] };
  const erased = [
    event,
    ...log.filter((entry) => !isTakenDown(entry) && targetOf(entry) === event).map(({ version }) => version),
  ];
  const now = new Date().toISOString();
  const takedown = takedownOf(order, { version: head.version + 1, now, recordedAt: later(now, head.recordedAt), erased });
  const folded = foldFromZero([...log.map((entry) => (erased.includes(entry.version) ? remainsOf(entry) : entry)), takedown]);
  const entries = await sealAll([takedown], head.hash);
  return { kind: "taken-down", events: await write(d1, { story, entries, folded, request }) };
};

const refusalOf = (target: LogEntry | undefined, event: number): Refusal | undefined => {
  const pointer = "/event";
  if (!target) return { code: "unknown-event", pointer, detail: `This story has no event ${event}.` };
  if (isTakenDown(target)) return { code: "event-taken-down", pointer, detail: `Event ${event} was taken down already.` };
  if (definitionOf(target.type).editorial)
    return {
      code: "event-is-editorial",
      pointer,
      detail: `Event ${event} is about another event: take that one down, and this goes with it.`,
    };
  return undefined;
};

type Made = { version: number; now: string; recordedAt: string; erased: number[] };

const takedownOf = (
  { story, editor, event, reason, legalBasis }: Order,
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
