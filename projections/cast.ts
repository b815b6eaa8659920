/** Who is in the story, and what each has done. */
import * as z from "zod/mini";
import { inStoryOrder, orderKey } from "../events/order.ts";
import { eachReferred } from "../events/references.ts";
import type { EventOf } from "../events/registry.ts";
import { get } from "../events/story.ts";
import { defineProjection } from "./define.ts";
import { type MomentOf, moment, momentOf } from "./shapes.ts";

const counts = {
  offersMade: z.int(),
  rejections: z.int(),
  insultsPosted: z.int(),
  insultsReceived: z.int(),
  statements: z.int(),
};
type Tally = Record<keyof typeof counts, number>;
type Introduction = Omit<EventOf<"PartyIntroduced">["data"], "party">;
type Member = Tally & { introduced?: MomentOf & Introduction; lastSeen?: MomentOf };
type State = Record<string, Member>;

const fresh = (): Member => ({ offersMade: 0, rejections: 0, insultsPosted: 0, insultsReceived: 0, statements: 0 });

/** A party may act before its introduction in story order. */
const memberOf = (state: State, slug: string): Member => {
  const known = get(state, slug);
  if (known) return known;
  const made = fresh();
  state[slug] = made;
  return made;
};

const offer = (state: State, { data }: EventOf<"OfferMade"> | EventOf<"CounterOffered">): void => {
  for (const bidder of new Set([data.by, ...(data.partners ?? [])])) memberOf(state, bidder).offersMade += 1;
};

export const cast = defineProjection({
  name: "cast",
  revision: 1,
  summary: "The parties: name, kind, role, links, what each did and where each was last seen.",
  initial: (): State => ({}),
  each: (state, event) => {
    eachReferred(event, "party", (name) => {
      memberOf(state, name).lastSeen = momentOf(event);
    });
  },
  on: {
    PartyIntroduced: (state, event) => {
      const { party, name, kind, role, sameAs } = event.data;
      memberOf(state, party).introduced = { ...momentOf(event), name, kind, role, sameAs };
    },
    OfferMade: offer,
    CounterOffered: offer,
    OfferRejected: (state, { data }) => {
      memberOf(state, data.by).rejections += 1;
    },
    InsultPosted: (state, { data }) => {
      memberOf(state, data.by).insultsPosted += 1;
      memberOf(state, data.at).insultsReceived += 1;
    },
    StatementMade: (state, { data }) => {
      memberOf(state, data.by).statements += 1;
    },
  },
  schema: z
    .strictObject({
      parties: z.array(
        z.strictObject({
          party: z.string(),
          name: z.string(),
          kind: z.enum(["person", "organization"]),
          role: z.optional(z.string()),
          sameAs: z.array(z.string()),
          introducedBy: z.int(),
          ...counts,
          lastSeen: z.nullable(moment),
        }),
      ),
    })
    .check(z.meta({ id: "Cast" })),
  view: (state) => ({
    parties: Object.entries(state)
      .flatMap(([party, { introduced, ...member }]) => (introduced ? { party, introduced, ...member } : []))
      .sort((a, b) => inStoryOrder(placeOf(a.introduced), placeOf(b.introduced)))
      .map(({ party, introduced, lastSeen, ...tally }) => {
        const { name, kind, role, sameAs, version } = introduced;
        const { offersMade, rejections, insultsPosted, insultsReceived, statements } = tally;
        return {
          party,
          name,
          kind,
          role,
          sameAs: sameAs ?? [],
          introducedBy: version,
          offersMade,
          rejections,
          insultsPosted,
          insultsReceived,
          statements,
          lastSeen: lastSeen ? momentOf(lastSeen) : null,
        };
      }),
  }),
});

const placeOf = ({ occurredAt, version }: MomentOf) => ({ at: orderKey(occurredAt), version });
