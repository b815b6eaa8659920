/** The ledger of insults, as a fold: how many there were, who insulted whom how often, and the latest. */

import { inStoryOrder } from "../events/order.ts";
import type { EventOf } from "../events/registry.ts";
import type { Moment, Place } from "../events/story.ts";
import { type StoryIn, textIn } from "../events/tell/story-in.ts";
import { listOf, type Quote } from "../events/values.ts";
import { momentOf } from "./shapes.ts";

/** An insult: by whom, at whom or at what. */
export type Insult = Moment &
  Place & {
    by: string[];
    at: string[];
    thing?: string | undefined;
    quote: Quote;
    platform?: string | undefined;
    inReplyTo?: number | undefined;
  };

/** Who insulted whom, or what, and how often. */
export type Pair = { by: string; at?: string | undefined; thing?: string | undefined; count: number };

/** `pairs` by who and whom. An insult at two is one in `total`, and one of each pair. */
export type Ledger = { total: number; pairs: Record<string, Pair>; latest: Insult[] };

/** A ledger with nothing in it. */
export const emptyLedger = (): Ledger => ({ total: 0, pairs: {}, latest: [] });

/** Enters an insult, wherever it stands in story order; the ledger keeps the latest `most` in full. */
export const enter = (ledger: Ledger, event: EventOf<"InsultPosted">, place: string, most: number): void => {
  const { quote, thing, platform, inReplyTo } = event.data;
  const [by, at] = [[...listOf(event.data.by)], [...listOf(event.data.at)]];
  ledger.total += 1;
  for (const one of by) {
    for (const other of at) count(ledger, { by: one, at: other });
    if (thing !== undefined) count(ledger, { by: one, thing });
  }
  const insult = { ...momentOf(event), place, by, at, thing, quote, platform, inReplyTo };
  const after = ledger.latest.findIndex((other) => inStoryOrder(other, insult) > 0);
  ledger.latest.splice(after < 0 ? ledger.latest.length : after, 0, insult);
  if (ledger.latest.length > most) ledger.latest.shift();
};

const count = ({ pairs }: Ledger, pair: Omit<Pair, "count">): void => {
  // A slug has no colon and no space: together they are one key, and no property that objects inherit.
  const key = `${pair.by}:${pair.at ?? `: ${pair.thing}`}`;
  const known = pairs[key] ?? { ...pair, count: 0 };
  pairs[key] = known;
  known.count += 1;
};

/** The ledger with what was insulted as it is told in a language: what the latest say, of which the versions are known. */
export const ledgerIn = (ledger: Ledger, story: StoryIn): Ledger => {
  const things = new Map<string, string>();
  for (const { version, thing } of ledger.latest)
    if (thing !== undefined) things.set(thing, textIn(story, version, "thing", thing));
  const told = <Telling extends { thing?: string | undefined }>(one: Telling): Telling =>
    one.thing === undefined ? one : { ...one, thing: things.get(one.thing) ?? one.thing };
  const pairs = Object.fromEntries(Object.entries(ledger.pairs).map(([key, pair]) => [key, told(pair)]));
  return { ...ledger, pairs, latest: ledger.latest.map(told) };
};

/** The pairs, most often first. */
export const pairsOf = ({ pairs }: Ledger): Pair[] =>
  Object.entries(pairs)
    .sort(([a, { count }], [b, other]) => other.count - count || (a < b ? -1 : 1))
    .map(([, pair]) => pair);
