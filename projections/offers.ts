/** Every offer and counter-offer, with its price's history and its fate. */
import * as z from "zod/mini";
import { inStoryOrder, orderKey } from "../events/order.ts";
import type { EventOf } from "../events/registry.ts";
import { get, type Moment, type OfferStatus } from "../events/story.ts";
import { instant, type Money, money, type Price, type Quote } from "../events/values.ts";
import { defineProjection } from "./define.ts";
import { ratioOf } from "./ratio.ts";
import { type MomentOf, moment, momentOf, named, party, tellerOf, told, toldPrice, words, wordsOf } from "./shapes.ts";
import { superseded } from "./superseded.ts";

type Terms = { equivalents?: Money[] | undefined; terms?: string | undefined; expiresAt?: string | undefined };
type Offer = MomentOf &
  Terms & {
    by: string;
    partners: string[];
    to?: string | undefined;
    target: string;
    inReplyTo?: string | undefined;
    solicited?: boolean | undefined;
    quote?: Quote | undefined;
    ratio?: string | undefined;
    prices: (MomentOf & { price: Price })[];
    rejections: (MomentOf & { by: string })[];
  };
type State = Record<string, Offer>;

const statuses = ["open", "rejected", "accepted", "withdrawn", "lapsed", "closed", "terminated"] as const satisfies OfferStatus[];

const make = (state: State, event: EventOf<"OfferMade"> | EventOf<"CounterOffered">, { offers }: Moment): void => {
  const { offer, price, partners, by, to, target, solicited, quote } = event.data;
  const inReplyTo = "inReplyTo" in event.data ? event.data.inReplyTo : undefined;
  const against = inReplyTo === undefined ? undefined : get(offers, inReplyTo)?.price;
  state[offer] = {
    ...momentOf(event),
    ...termsOf(event.data),
    by,
    to,
    target,
    inReplyTo,
    solicited,
    quote,
    partners: partners ?? [],
    ratio: price && against && ratioOf(price, against),
    prices: price ? [{ ...momentOf(event), price }] : [],
    rejections: [],
  };
};

const termsOf = ({ equivalents, terms, expiresAt }: Terms): Terms => ({ equivalents, terms, expiresAt });

export const offers = defineProjection({
  name: "offers",
  revision: 2,
  summary: "Every offer and counter-offer: parties, target, price and its history, status, ratio to the offer it answers.",
  initial: (): State => ({}),
  on: {
    OfferMade: make,
    CounterOffered: make,
    OfferRevised: (state, event) => {
      const offer = get(state, event.data.offer);
      const { price, quote } = event.data;
      if (!offer) return;
      const { equivalents, terms, expiresAt } = termsOf(event.data);
      offer.equivalents = equivalents ?? (price ? undefined : offer.equivalents);
      offer.terms = terms ?? offer.terms;
      offer.expiresAt = expiresAt ?? offer.expiresAt;
      offer.quote = quote ?? offer.quote;
      if (price) offer.prices.push({ ...momentOf(event), price });
    },
    OfferRejected: (state, event) => {
      get(state, event.data.offer)?.rejections.push({ ...momentOf(event), by: event.data.by });
    },
    DealClosed: (state, event) => {
      const { offer, price } = event.data;
      if (price) get(state, offer)?.prices.push({ ...momentOf(event), price });
    },
  },
  schema: z
    .strictObject({
      offers: z.array(
        z.strictObject({
          offer: z.string(),
          ...moment.shape,
          status: z.enum(statuses),
          superseded: z.optional(z.literal(true)),
          by: party,
          partners: z.array(party),
          to: z.optional(party),
          target: party,
          inReplyTo: z.optional(z.string()),
          ratio: z.optional(z.string()),
          solicited: z.optional(z.boolean()),
          price: z.nullable(toldPrice),
          priceHistory: z.array(z.strictObject({ ...moment.shape, price: toldPrice })),
          equivalents: z.array(z.strictObject({ ...money.shape, text: z.string() })),
          rejectedBy: z.array(z.strictObject({ ...party.shape, ...moment.shape })),
          terms: z.optional(z.string()),
          expiresAt: z.optional(instant),
          quote: z.optional(words.quote),
          translation: words.translation,
        }),
      ),
    })
    .check(z.meta({ id: "Offers" })),
  view: (state, story, language) => {
    const tell = tellerOf(story, language);
    const past = superseded(story.offers);
    const entries = Object.entries(state).sort(([, a], [, b]) => inStoryOrder(placeOf(a), placeOf(b)));
    return {
      offers: entries.map(([slug, { prices, rejections, equivalents, ...offer }]) => {
        const price = prices.at(-1)?.price;
        return {
          offer: slug,
          ...momentOf(offer),
          status: get(story.offers, slug)?.status ?? "open",
          superseded: past.has(slug) || undefined,
          by: named(tell, offer.by),
          partners: offer.partners.map((partner) => named(tell, partner)),
          to: offer.to === undefined ? undefined : named(tell, offer.to),
          target: named(tell, offer.target),
          inReplyTo: offer.inReplyTo,
          ratio: offer.ratio,
          solicited: offer.solicited,
          price: price ? told(tell, price) : null,
          priceHistory: prices.map((entry) => ({ ...momentOf(entry), price: told(tell, entry.price) })),
          equivalents: (equivalents ?? []).map(({ amount, currency }) => ({
            amount,
            currency,
            text: tell.money({ amount, currency }),
          })),
          rejectedBy: rejections.map((rejection) => ({ ...named(tell, rejection.by), ...momentOf(rejection) })),
          terms: offer.terms,
          expiresAt: offer.expiresAt,
          ...(offer.quote ? wordsOf(offer.quote) : {}),
        };
      }),
    };
  },
});

const placeOf = ({ occurredAt, version }: Offer) => ({ at: orderKey(occurredAt), version });
