/** What a front page shows of a story besides its title and its sentence. */
import type { MeasuredPicture } from "../events/attribution.ts";
import { agreementsOf, awaitedOn, standingOffers } from "../events/offers/standing.ts";
import type { Moment, Offer, Story } from "../events/story.ts";
import { type Language, languages } from "../events/tell/languages.ts";
import { listOf, type Price } from "../events/values.ts";
import { comingOf } from "./coming.ts";
import type { News } from "./freshness.ts";
import { pricePlots } from "./price-series.ts";
import { bidsOf } from "./priced-bids.ts";
import { momentOf, type Named, named } from "./shapes.ts";
import { type Spark, sparkOf } from "./spark.ts";
import type { StatusState } from "./status.ts";

/**
 * The one fact that lives: the price that stands highest, of how many bids, until when, or that it was agreed; how often they insulted each
 * other, and when last; what comes next; whose word is awaited.
 */
type LiveFact = {
  price?: Price | undefined;
  bids?: number | undefined;
  isAgreed?: true | undefined;
  until?: string | undefined;
  insults?: { count: number; last: Pick<Moment, "occurredAt" | "precision"> } | undefined;
  next?: { what: string; at: string } | undefined;
  awaiting?: Named[] | undefined;
};

/** A party by its name in each language. */
type CardParty = { party: string; names: Record<Language, Named> };

/** A story's card: its live fact by language, when its newest news were recorded, its picture or a small plot, who is in it, its zone. */
export type Card = {
  isConcluded: boolean;
  facts: Record<Language, LiveFact>;
  news: News[];
  picture?: MeasuredPicture | undefined;
  spark?: Spark | undefined;
  parties: CardParty[];
  timeZone?: string | undefined;
};

/** So many parties stand on a card, and so many a story can be found by. */
const most = { shown: 6, found: 40 };

const inEach = <Made>(make: (language: Language) => Made): Record<Language, Made> =>
  // A member for each language, as the registry names them.
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, Made>;

/** The card of a story, by what its status is told by. */
export const cardOf = (state: StatusState, story: Story): Card => {
  const shown = state.picture?.shown;
  return {
    isConcluded: story.concluded !== undefined,
    facts: inEach((language) => liveFactOf(state, story, language)),
    news: state.news ?? [],
    picture: shown && { ...shown, caption: undefined, licence: undefined },
    spark: sparkIn(story),
    parties: partiesOf(state, story)
      .slice(0, most.shown)
      .map((party) => ({ party, names: inEach((language) => named(story, language, party)) })),
    timeZone: story.timeZone,
  };
};

/** The small plots that were drawn, by the story, which is folded on: what each was drawn of tells whether it still holds. */
const drawn = new WeakMap<Story, { of: string; spark: Spark | undefined }>();

/** A story's small plot. It is drawn anew when something has befallen an offer: of most events nothing has. */
const sparkIn = (story: Story): Spark | undefined => {
  const of = Object.entries(story.offers)
    .map(([slug, { status, acts, decided }]) => `${slug} ${status} ${acts.length} ${decided?.place}`)
    .join();
  const before = drawn.get(story);
  if (before?.of === of) return before.spark;
  const [plot] = pricePlots(bidsOf(story));
  const spark = plot && sparkOf(plot);
  drawn.set(story, { of, spark });
  return spark;
};

/** Those by whom a story is found: who offers, is offered for, insults and is insulted, then who else was introduced. */
export const partiesOf = ({ insults }: Pick<StatusState, "insults">, story: Story): string[] => {
  const inOffers = Object.values(story.offers).flatMap(({ by, target, to }) => [by, ...listOf(target), ...to]);
  const inInsults = Object.values(insults.pairs).flatMap(({ by, at }) => [by, ...listOf(at)]);
  const all = [...inOffers.slice(0, 2 * most.found), ...inInsults.slice(0, 2 * most.found), ...Object.keys(story.parties)];
  return [...new Set(all)].filter((party) => Object.hasOwn(story.parties, party)).slice(0, most.found);
};

const liveFactOf = (state: StatusState, story: Story, language: Language): LiveFact => {
  if (story.concluded) return {};
  const [agreement] = agreementsOf(story);
  const standing = standingOffers(story).map(([, offer]) => offer);
  const [next] = state.last ? comingOf(state.announced, story, state.last) : [];
  const soon = next && { what: next.what, at: next.at };
  if (agreement) return { price: agreement[1].price, isAgreed: true, next: soon };
  const highest = highestOf(standing);
  if (highest) return { price: highest.price, bids: standing.length, until: highest.expiresAt, next: soon };
  const latest = state.insults.latest.at(-1);
  if (latest && standing.length === 0) {
    const { occurredAt, precision } = momentOf(latest);
    return { insults: { count: state.insults.total, last: { occurredAt, precision } }, next: soon };
  }
  const [first] = standing;
  const awaited = first ? awaitedOn(story, first).slice(0, 3) : [];
  return {
    until: first?.expiresAt,
    next: soon,
    awaiting: awaited.length > 0 ? awaited.map((party) => named(story, language, party)) : undefined,
  };
};

/** The highest of the offers that can be compared with the one that moved last; undefined where that has no price. */
const highestOf = ([newest, ...others]: readonly Offer[]): Offer | undefined => {
  if (!newest?.price) return undefined;
  const kindOf = ({ target, price }: Offer) => `${target} ${price?.currency} ${price?.basis ?? "total"}`;
  const alike = others.filter((offer) => offer.price && kindOf(offer) === kindOf(newest));
  return [newest, ...alike].sort((a, b) => Number(b.price?.amount) - Number(a.price?.amount))[0];
};
