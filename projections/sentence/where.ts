/** Where a story stands, in facts: the first of the stages that holds. Side deals make no headline. */
import { addresseesOf, biddersOf, freshWords } from "../../events/offers/addressees.ts";
import { isAsk } from "../../events/offers/ask.ts";
import { agreementsOf, standingOffers, stillToAgree } from "../../events/offers/standing.ts";
import { inStoryOrder } from "../../events/order.ts";
import { type Offer, type Place, partyAt, type Story } from "../../events/story.ts";
import { whenOf, whoOf, wordingOf } from "../../events/tell/context.ts";
import { type Ledger, pairsOf } from "../ledger.ts";
import { bidOf, hearsayOf } from "./bid.ts";
import type { Situation } from "./situation.ts";

/** What is known beside the story itself: its newest development's headline, and the ledger of its insults. */
export type OtherNews = { development?: string | undefined; insults: Ledger };

type Entry = [slug: string, offer: Offer];

const isAfter = (a: Place, b: Place): boolean => inStoryOrder(a, b) > 0;
const newestBy = (entries: Entry[], placeOf: (offer: Offer) => Place): Entry | undefined =>
  entries.sort(([, a], [, b]) => inStoryOrder(placeOf(b), placeOf(a)))[0];

const agreed = (story: Story, standing: Entry[]): Situation | undefined => {
  const [entry] = agreementsOf(story);
  if (!entry) return undefined;
  const [, offer] = entry;
  const said = freshWords(offer).filter(({ yes, as }) => yes && as !== "other");
  // A new price of an agreement is agreed to by those whom it was made with: whoever voted has voted on another.
  const parties = said.length > 0 ? [...new Set(said.map(({ party }) => party))] : addresseesOf(story, offer);
  const { target } = offer;
  return {
    stage: "agreed",
    decision: hearsayOf(story, offer.agreed?.version ?? offer.version),
    deal: bidOf(story, entry),
    acceptedBy: parties.map((party) => whoOf(story, party)),
    overTarget:
      target !== undefined &&
      parties.length > 0 &&
      !biddersOf(offer).includes(target) &&
      !parties.includes(target) &&
      said.every(({ addressee }) => addressee !== target),
    toAgree: stillToAgree(offer).map((party) => whoOf(story, party)),
    rivals: standing.filter(([, rival]) => isRival(story, offer, rival)).map((rival) => bidOf(story, rival)),
  };
};

/** Whether two offers are for one thing, or for the whole and a part of it. */
const isRival = (story: Story, deal: Offer, other: Offer): boolean => {
  const [a, b] = [deal.target, other.target];
  if (a === undefined || b === undefined) return false;
  return a === b || partyAt(story, a)?.of === b || partyAt(story, b)?.of === a;
};

/** The newest deal that was carried out, unless an offer was made or revised after it. */
const closed = (story: Story, standing: Entry[]): Situation | undefined => {
  const all = Object.entries(story.offers).filter(([, { aside }]) => !aside);
  const deals = all.filter(([, { status }]) => status === "closed");
  const entry = newestBy(deals, (offer) => offer.closed ?? offer);
  if (!entry) return undefined;
  const [slug, offer] = entry;
  const at = offer.closed ?? offer;
  const goesOn = all.some(([other, { moved }]) => other !== slug && isAfter(moved, at));
  if (goesOn && (standing.length > 0 || fateOf(all, at))) return undefined;
  const buyers = isAsk(story, offer) ? addresseesOf(story, offer) : biddersOf(offer);
  return {
    stage: "closed",
    decision: hearsayOf(story, at.version),
    deal: bidOf(story, entry),
    buyers: buyers.map((party) => whoOf(story, party)),
    rivals: standing.filter(([, rival]) => isRival(story, offer, rival)).map((rival) => bidOf(story, rival)),
  };
};

const offered = (story: Story, standing: Entry[]): Situation | undefined => {
  const [newest] = standing;
  if (!newest) return undefined;
  const told = standing.length > 2 ? (twoHighest(standing) ?? standing.slice(0, 2)) : standing;
  return {
    stage: newest[1].inReplyTo === undefined ? "offered" : "countered",
    bids: told.map((entry) => bidOf(story, entry)),
    standing: standing.length,
  };
};

/** Of more than two offers, the two highest of those that can be compared: prices for one target, in one currency, on one basis. */
const twoHighest = (standing: Entry[]): Entry[] | undefined => {
  const priced = standing.filter(([, { price, target }]) => price !== undefined && target !== undefined);
  const groups = Object.values(Object.groupBy(priced, ([, { target, price }]) => `${target} ${price?.currency} ${price?.basis}`));
  const largest = groups.flatMap((group) => (group ? [group] : [])).sort((a, b) => b.length - a.length)[0];
  if (!largest || largest.length < 2) return undefined;
  return largest.sort(([, a], [, b]) => Number(b.price?.amount) - Number(a.price?.amount)).slice(0, 2);
};

const fates = ["rejected", "withdrawn", "lapsed", "terminated"] as const;
type Fate = (typeof fates)[number];
const hasFate = (entry: Entry): boolean => fates.some((fate) => fate === entry[1].status);

/** The offer whose fate was decided last, after a place where one is given. */
const fateOf = (entries: Entry[], after?: Place): Entry | undefined => {
  const decided = entries.filter((entry) => hasFate(entry) && entry[1].decided && (!after || isAfter(entry[1].decided, after)));
  return newestBy(decided, (offer) => offer.decided ?? offer);
};

const decided = (story: Story): Situation | undefined => {
  const entry = fateOf(Object.entries(story.offers).filter(([, { aside }]) => !aside));
  const decision = entry?.[1].decided;
  if (!entry || !decision) return undefined;
  const [, offer] = entry;
  const by = decision.by.map((party) => whoOf(story, party));
  const facts = { decision: hearsayOf(story, decision.version), deal: bidOf(story, entry) };
  // What was agreed before it was revised anew has been told.
  const hadAgreed = offer.agreed !== undefined && isAfter(offer.agreed, offer.moved);
  const stage = offer.status as Fate;
  if (stage === "rejected") return { stage, ...facts, by, votedDown: hadAgreed };
  if (stage === "terminated") return { stage, ...facts, by };
  return { stage, ...facts, agreed: hadAgreed };
};

const quarrel = (story: Story, { insults }: OtherNews): Situation | undefined => {
  const latest = insults.latest.at(-1);
  const hasOffer = Object.values(story.offers).some(({ aside }) => !aside);
  if (!latest || hasOffer) return undefined;
  const thingOf = (thing: string | undefined) => (thing === undefined ? {} : { thing: wordingOf(story, thing) });
  const whos = (parties: readonly string[]) => parties.map((party) => whoOf(story, party));
  return {
    stage: "quarrel",
    feuds: pairsOf(insults).map(({ by, at, thing, count }) => ({
      by: whoOf(story, by),
      ...(at === undefined ? {} : { at: whoOf(story, at) }),
      ...thingOf(thing),
      count,
    })),
    count: insults.total,
    last: whenOf(story, latest.occurredAt, latest.precision),
    latest: { by: whos(latest.by), at: whos(latest.at), ...thingOf(latest.thing) },
  };
};

/** The newest offer of all, told as it was made: where nothing that was decided is left, and none stands. */
const left = (story: Story): Situation | undefined => {
  const entry = newestBy(
    Object.entries(story.offers).filter(([, { aside }]) => !aside),
    ({ moved }) => moved,
  );
  return entry && { stage: entry[1].inReplyTo === undefined ? "offered" : "countered", bids: [bidOf(story, entry)], standing: 1 };
};

const opened = (story: Story, { development }: OtherNews): Situation => {
  const words = development ?? story.summary;
  return { stage: "opened", ...(words === undefined ? {} : { words: wordingOf(story, words) }) };
};

/** Where the story stands. */
export const situationOf = (story: Story, news: OtherNews): Situation => {
  if (story.concluded) return { stage: "concluded", outcome: wordingOf(story, story.concluded.outcome) };
  const standing = standingOffers(story);
  return (
    agreed(story, standing) ??
    closed(story, standing) ??
    offered(story, standing) ??
    decided(story) ??
    left(story) ??
    quarrel(story, news) ??
    opened(story, news)
  );
};
