/** The ledger of insults: who to whom, how often, and the latest in full. */
import * as z from "zod/mini";
import type { Quote } from "../events/values.ts";
import { defineProjection } from "./define.ts";
import { type MomentOf, moment, momentOf, named, party, tellerOf, words, wordsOf } from "./shapes.ts";

const most = 20;

type Insult = MomentOf & {
  by: string;
  at: string;
  quote: Quote;
  platform?: string | undefined;
  inReplyTo?: number | undefined;
};
type Pair = { by: string; at: string; count: number };
type State = { total: number; pairs: Record<string, Pair>; latest: Insult[] };

export const insults = defineProjection({
  name: "insults",
  revision: 1,
  summary: "The ledger of insults: the total, who insulted whom how often, the latest 20.",
  initial: (): State => ({ total: 0, pairs: {}, latest: [] }),
  on: {
    InsultPosted: (state, event) => {
      const { by, at, quote, platform, inReplyTo } = event.data;
      state.total += 1;
      // A slug has no colon: the two together are one key, and no property that objects inherit.
      const pair = state.pairs[`${by}:${at}`] ?? { by, at, count: 0 };
      state.pairs[`${by}:${at}`] = pair;
      pair.count += 1;
      state.latest.push({ ...momentOf(event), by, at, quote, platform, inReplyTo });
      if (state.latest.length > most) state.latest.shift();
    },
  },
  schema: z
    .strictObject({
      total: z.int(),
      pairs: z.array(z.strictObject({ by: party, at: party, count: z.int() })),
      latest: z.array(
        z.strictObject({
          ...moment.shape,
          by: party,
          at: party,
          ...words,
          platform: z.optional(z.string()),
          inReplyTo: z.optional(z.int()),
        }),
      ),
    })
    .check(z.meta({ id: "Insults" })),
  view: ({ total, pairs, latest }, story, language) => {
    const tell = tellerOf(story, language);
    return {
      total,
      pairs: Object.entries(pairs)
        .sort(([a, { count }], [b, other]) => other.count - count || (a < b ? -1 : 1))
        .map(([, { by, at, count }]) => ({ by: named(tell, by), at: named(tell, at), count })),
      latest: latest.toReversed().map(({ by, at, quote, platform, inReplyTo, ...insult }) => ({
        ...momentOf(insult),
        by: named(tell, by),
        at: named(tell, at),
        ...wordsOf(quote),
        platform,
        inReplyTo,
      })),
    };
  },
});
