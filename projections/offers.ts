/** Every offer and counter-offer: its terms, its price's history, who said what of it, and what became of it. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import { addresseesOf, biddersOf, blockersOf } from "../events/offers/addressees.ts";
import { ratioOf } from "../events/offers/ratio.ts";
import { supersededOf } from "../events/offers/standing.ts";
import type { OfferEvent } from "../events/offers/terms.ts";
import { inStoryOrder } from "../events/order.ts";
import type { StoryEvent } from "../events/registry.ts";
import { get, type Moment, type Offer, offerStatuses } from "../events/story.ts";
import type { Language } from "../events/tell/languages.ts";
import { foreignLanguage, type StoryIn } from "../events/tell/story-in.ts";
import { withTexts } from "../events/texts.ts";
import { instant, listOf, type Price, type Quote } from "../events/values.ts";
import { defineProjection } from "./define.ts";
import {
  equivalentOf,
  moment,
  momentOf,
  named,
  party,
  priceOf,
  textLanguage,
  textLanguageOf,
  toldEquivalent,
  toldPrice,
  words,
  wordsOf,
} from "./shapes.ts";

/** What was said with an act on an offer, besides what the story itself keeps of it. */
type Act = Moment & {
  type: StoryEvent["type"];
  by: string[];
  reason?: string | undefined;
  conditions?: string | undefined;
  quote?: Quote | undefined;
};
type Kept = { prices: (Moment & { price: Price })[]; acts: Act[]; quote?: Quote | undefined };
type State = Record<string, Kept>;

type Said = OfferEvent & { data: { reason?: string; conditions?: string; quote?: Quote } };

const note = (state: State, event: StoryEvent): void => {
  const { data, type } = event as Said & { type: StoryEvent["type"] };
  const { price, reason, conditions, quote } = data;
  const offer = get(state, data.offer) ?? { prices: [], acts: [] };
  state[data.offer] = offer;
  if (price) offer.prices.push({ ...momentOf(event), price });
  if (type === "OfferMade" || type === "CounterOffered" || type === "OfferRevised") offer.quote = quote ?? offer.quote;
  else offer.acts.push({ ...momentOf(event), type, by: [...listOf(data.by)], reason, conditions, quote });
};

const act =
  describes &&
  z
    .strictObject({
      ...party.shape,
      ...moment.shape,
      reason: z.optional(z.string()),
      ...textLanguage,
      quote: z.optional(words.quote),
      translation: words.translation,
    })
    .check(z.meta({ id: "OfferAct" }));
/** A word on an offer: `current` where it is on its newest move, and of an agreement on its newest price. */
const word = describes && z.strictObject({ ...act.shape, current: z.boolean() }).check(z.meta({ id: "OfferWord" }));
const advice = describes && z.strictObject({ ...word.shape, inFavour: z.boolean() }).check(z.meta({ id: "OfferAdvice" }));
const ruling =
  describes &&
  z.strictObject({ ...act.shape, conditions: z.optional(z.string()), current: z.boolean() }).check(z.meta({ id: "OfferRuling" }));
/** How an offer ended, once or several times: by whom, when and why. */
const ending =
  describes &&
  z
    .strictObject({
      ...moment.shape,
      by: z.array(party),
      reason: z.optional(z.string()),
      ...textLanguage,
      quote: z.optional(words.quote),
      translation: words.translation,
    })
    .check(z.meta({ id: "OfferEnding" }));

const shape =
  describes &&
  z.strictObject({
    offer: z.string(),
    ...moment.shape,
    status: z.enum(offerStatuses),
    aside: z.optional(z.literal(true)),
    superseded: z.optional(z.literal(true)),
    by: party,
    partners: z.array(party),
    addressees: z.array(party),
    subjectTo: z.array(party),
    target: z.optional(party),
    subject: z.optional(z.string()),
    ...textLanguage,
    inReplyTo: z.optional(z.string()),
    ratio: z.optional(z.string()),
    solicited: z.optional(z.boolean()),
    price: z.nullable(toldPrice),
    priceHistory: z.array(z.strictObject({ ...moment.shape, price: toldPrice })),
    equivalents: z.array(toldEquivalent),
    terms: z.optional(z.string()),
    termsLanguage: z.optional(z.string()),
    expiresAt: z.optional(instant),
    acceptedBy: z.array(word),
    rejectedBy: z.array(word),
    advice: z.array(advice),
    blockedBy: z.array(ruling),
    clearedBy: z.array(ruling),
    withdrawn: z.array(ending),
    lapsed: z.array(ending),
    terminated: z.array(ending),
    closed: z.array(ending),
    quote: z.optional(words.quote),
    translation: words.translation,
  });

type Known = { story: StoryIn; language: Language; offer: Offer; kept: Kept; acts: ReadonlyMap<number, Act> };

const spoken = (story: StoryIn, { reason, conditions, quote }: Pick<Act, "reason" | "conditions" | "quote">) => ({
  reason,
  ...textLanguageOf(story, reason, conditions),
  ...(quote ? wordsOf(quote) : {}),
});

const wordsOn = ({ story, language, offer, acts }: Known) =>
  offer.words.map((word, index) => ({
    word,
    told: {
      ...named(story, language, word.party, word.place),
      ...momentOf(word),
      ...spoken(story, acts.get(word.version) ?? {}),
      current: index >= offer.fresh,
    },
  }));

const rulingsOn = ({ story, language, offer, acts }: Known, blocked: boolean) => {
  const blockers = blockersOf(story, offer).map(({ party }) => party);
  return offer.rulings
    .filter((ruling) => ruling.blocked === blocked)
    .map((ruling) => {
      const said = acts.get(ruling.version);
      return {
        ...named(story, language, ruling.party, ruling.place),
        ...momentOf(ruling),
        ...spoken(story, said ?? {}),
        conditions: said?.conditions,
        current: !blocked || blockers.includes(ruling.party),
      };
    });
};

const endingsOf = ({ story, language, offer, kept }: Known, type: StoryEvent["type"]) =>
  kept.acts
    .filter((act) => act.type === type)
    .map((act) => ({
      ...momentOf(act),
      by: (type === "OfferWithdrawn" ? biddersOf(offer) : act.by).map((slug) => named(story, language, slug)),
      ...spoken(story, act),
    }));

const offerOf = (known: Known, slug: string, superseded: ReadonlySet<string>): z.infer<typeof shape> => {
  const { story, language, offer, kept } = known;
  const name = (party: string) => named(story, language, party);
  const answered = offer.inReplyTo === undefined ? undefined : get(story.offers, offer.inReplyTo);
  const said = wordsOn(known);
  const [, ...partners] = biddersOf(offer);
  return {
    offer: slug,
    ...momentOf(offer),
    status: offer.status,
    aside: offer.aside || undefined,
    superseded: superseded.has(slug) || undefined,
    by: name(offer.by),
    partners: partners.map(name),
    addressees: addresseesOf(story, offer).map(name),
    subjectTo: offer.subjectTo.map(name),
    target: offer.target === undefined ? undefined : name(offer.target),
    subject: offer.subject,
    ...textLanguageOf(story, offer.subject),
    inReplyTo: offer.inReplyTo,
    ratio: offer.price && answered?.price && ratioOf(offer.price, answered.price),
    solicited: offer.solicited,
    price: offer.price ? priceOf(language, offer.price) : null,
    priceHistory: kept.prices.map(({ price, ...when }) => ({ ...momentOf(when), price: priceOf(language, price) })),
    equivalents: (offer.equivalents ?? []).map((equivalent) => equivalentOf(language, equivalent)),
    terms: offer.terms,
    termsLanguage: foreignLanguage(story, offer.terms),
    expiresAt: offer.expiresAt,
    acceptedBy: said.flatMap(({ word, told }) => (word.yes && word.as !== "other" ? told : [])),
    rejectedBy: said.flatMap(({ word, told }) => (!word.yes && word.as !== "other" ? told : [])),
    advice: said.flatMap(({ word, told }) => (word.as === "other" ? { ...told, inFavour: word.yes } : [])),
    blockedBy: rulingsOn(known, true),
    clearedBy: rulingsOn(known, false),
    withdrawn: endingsOf(known, "OfferWithdrawn"),
    lapsed: endingsOf(known, "OfferLapsed"),
    terminated: endingsOf(known, "DealTerminated"),
    closed: endingsOf(known, "DealClosed"),
    ...(kept.quote ? wordsOf(kept.quote) : {}),
  };
};

export const offers = defineProjection({
  name: "offers",
  revision: 4,
  summary:
    describes &&
    "Every offer and counter-offer: parties, addressees, target or subject, price and its history, terms, status, who accepted, rejected, advised, blocked, cleared, withdrew or terminated it, when and why, and its ratio to the offer that it answers.",
  initial: (): State => ({}),
  on: {
    OfferMade: note,
    CounterOffered: note,
    OfferRevised: note,
    OfferAccepted: note,
    OfferRejected: note,
    OfferWithdrawn: note,
    OfferLapsed: note,
    DealBlocked: note,
    DealCleared: note,
    DealTerminated: note,
    DealClosed: note,
  },
  schema: describes && z.strictObject({ offers: z.array(shape.check(z.meta({ id: "Offer" }))) }).check(z.meta({ id: "Offers" })),
  view: (state, story, language) => {
    const superseded = supersededOf(story);
    return {
      offers: Object.entries(story.offers)
        .sort(([, a], [, b]) => inStoryOrder(a, b))
        .map(([slug, offer]) => {
          const kept = get(state, slug) ?? { prices: [], acts: [] };
          const told = kept.acts.map((act) => withTexts(act, story.texts.of(act.version)?.texts ?? {}));
          const acts = new Map(told.map((act) => [act.version, act]));
          return offerOf({ story, language, offer, kept: { ...kept, acts: told }, acts }, slug, superseded);
        }),
    };
  },
});
