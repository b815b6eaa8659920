/** Who is in the story, and what each did. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import { inStoryOrder } from "../events/order.ts";
import { eachReferred } from "../events/references.ts";
import { definitionOf, type EventOf } from "../events/registry.ts";
import { get, type Moment, type Party, type Place, partyAt } from "../events/story.ts";
import { whoOf } from "../events/tell/context.ts";
import { nameIn } from "../events/tell/who.ts";
import { listOf, type Price } from "../events/values.ts";
import { defineProjection } from "./define.ts";
import { moment, momentOf, named, party, textLanguage, textLanguageOf } from "./shapes.ts";

/** What a party can do, and have done to it. */
const counts = {
  offersMade: z.int(),
  raises: z.int(),
  withdrawals: z.int(),
  acceptances: z.int(),
  rejections: z.int(),
  insultsPosted: z.int(),
  insultsReceived: z.int(),
  statements: z.int(),
};
type Tally = Record<keyof typeof counts, number>;
/** `seen`: where it was seen last, the latest at the end. */
type Member = Tally & { seen: (Moment & Place)[] };
/** What an offer's revisions and withdrawals are counted by: who makes it, and its price so far. */
type Bid = { by: string[]; price?: Price | undefined };
type State = { members: Record<string, Member>; bids: Record<string, Bid> };

const nothing = (): Tally => ({
  offersMade: 0,
  raises: 0,
  withdrawals: 0,
  acceptances: 0,
  rejections: 0,
  insultsPosted: 0,
  insultsReceived: 0,
  statements: 0,
});

const memberOf = ({ members }: State, slug: string): Member => {
  const member = get(members, slug) ?? { ...nothing(), seen: [] };
  members[slug] = member;
  return member;
};

/** So many of the events that a party was seen in are told. */
const mostSeen = 3;

/** Takes note of an event that names a party, once, wherever it stands in story order. */
const see = ({ seen }: Member, event: Moment & Place): void => {
  if (seen.some(({ version }) => version === event.version)) return;
  const after = seen.findIndex((other) => inStoryOrder(other, event) > 0);
  seen.splice(after < 0 ? seen.length : after, 0, event);
  if (seen.length > mostSeen) seen.shift();
};

const count = (state: State, parties: Iterable<string>, act: keyof Tally): void => {
  for (const party of new Set(parties)) memberOf(state, party)[act] += 1;
};

const offer = (state: State, { data }: EventOf<"OfferMade"> | EventOf<"CounterOffered">): void => {
  const by = [data.by, ...(data.partners ?? [])];
  state.bids[data.offer] = { by, price: data.price };
  count(state, by, "offersMade");
};

const isRaised = (before: Price | undefined, after: Price): boolean =>
  before !== undefined &&
  before.currency === after.currency &&
  (before.basis ?? "total") === (after.basis ?? "total") &&
  Number(after.amount) > Number(before.amount);

const placeOf = ({ at, introduced }: Party): Place => ({ place: at, version: introduced });

const optional = { role: z.optional(z.string()), ...textLanguage, of: z.optional(party), plural: z.optional(z.boolean()) };

/** A party of a story, and what it did there. */
export const member =
  describes &&
  z
    .strictObject({
      ...party.shape,
      short: z.optional(z.string()),
      kind: z.enum(["person", "organization", "group"]),
      ...optional,
      sameAs: z.array(z.string()),
      introducedBy: z.int(),
      ...counts,
      lastSeen: z.nullable(moment),
      /** The newest events that name it, the newest first. */
      latest: z.array(moment),
    })
    .check(z.meta({ id: "Member" }));

export const cast = defineProjection({
  name: "cast",
  revision: 3,
  summary:
    describes && "The parties: names, kind, role, whom they belong to, links, what each did, and where each was last seen.",
  initial: (): State => ({ members: {}, bids: {} }),
  each: (state, event, place) => {
    if (definitionOf(event.type).editorial) return;
    const seen = { ...momentOf(event), place };
    eachReferred(event, "party", (slug) => {
      see(memberOf(state, slug), seen);
    });
  },
  on: {
    OfferMade: offer,
    CounterOffered: offer,
    OfferRevised: (state, { data }) => {
      const bid = get(state.bids, data.offer);
      if (!bid) return;
      if (data.partners !== undefined) bid.by = [bid.by[0] ?? "", ...(data.partners ?? [])];
      if (data.price && isRaised(bid.price, data.price)) count(state, bid.by, "raises");
      if (data.price !== undefined) bid.price = data.price ?? undefined;
    },
    OfferWithdrawn: (state, { data }) => count(state, get(state.bids, data.offer)?.by ?? [], "withdrawals"),
    OfferAccepted: (state, { data }) => count(state, listOf(data.by), "acceptances"),
    OfferRejected: (state, { data }) => count(state, listOf(data.by), "rejections"),
    InsultPosted: (state, { data }) => {
      count(state, listOf(data.by), "insultsPosted");
      count(state, listOf(data.at), "insultsReceived");
    },
    StatementMade: (state, { data }) => count(state, listOf(data.by), "statements"),
  },
  schema:
    describes &&
    z
      .strictObject({
        parties: z.array(member),
      })
      .check(z.meta({ id: "Cast" })),
  view: (state, story, language) => ({
    parties: Object.entries(story.parties)
      .sort(([, a], [, b]) => inStoryOrder(placeOf(a), placeOf(b)))
      .map(([slug, { introduced }]) => {
        const facts = partyAt(story, slug);
        const { seen, ...tally }: Member = get(state.members, slug) ?? { ...nothing(), seen: [] };
        const latest = seen.toReversed().map(momentOf);
        const name = named(story, language, slug);
        const short = nameIn(whoOf(story, slug), language).text;
        return {
          ...name,
          short: short === name.name ? undefined : short,
          kind: facts?.kind ?? "organization",
          role: facts?.role,
          ...textLanguageOf(story, facts?.role),
          of: facts?.of === undefined ? undefined : named(story, language, facts.of),
          plural: facts?.plural,
          sameAs: facts?.sameAs ?? [],
          introducedBy: introduced,
          ...tally,
          lastSeen: latest[0] ?? null,
          latest,
        };
      }),
  }),
});
