/** Which offers stand: whom a counter-offer or a raise has answered, what a deal has superseded, and whose answer is awaited. */
import { inStoryOrder } from "../order.ts";
import { get, type Offer, type Place, partyAt, type Story } from "../story.ts";
import { addresseesOf, biddersOf, hasAccepted, wordFor } from "./addressees.ts";
import { isAnswer } from "./ask.ts";

type Known = Pick<Story, "offers" | "parties">;

const isAfter = (a: Place, b: Place): boolean => inStoryOrder(a, b) > 0;

/** Whether somebody has turned their back on an offer of their own: what it answered waits again, and what answers it waits no more. */
const isGone = ({ status }: Offer): boolean => status === "withdrawn" || status === "lapsed";

/**
 * Whether an offer has been answered since its newest move: by a counter-offer of an addressee, unless that was withdrawn or has lapsed; or,
 * where it is a counter-offer itself, by a later move of the offer that it replies to, or because that was withdrawn or has lapsed since.
 * `replies` are the offers that reply to it.
 */
const isAnswered = (story: Known, offer: Offer, replies: readonly Offer[]): boolean => {
  const replied = offer.inReplyTo === undefined ? undefined : get(story.offers, offer.inReplyTo);
  if (replied && isAnswer(story, offer, replied)) {
    if (isAfter(replied.moved, offer.moved)) return true;
    if (isGone(replied) && replied.decided && isAfter(replied.decided, offer.moved)) return true;
  }
  return replies.some((counter) => !isGone(counter) && isAfter(counter.moved, offer.moved) && isAnswer(story, counter, offer));
};

/** The offers that reply to another, by the slug of that. */
const repliesIn = ({ offers }: Pick<Story, "offers">): Map<string | undefined, Offer[]> =>
  Map.groupBy(Object.values(offers), ({ inReplyTo }) => inReplyTo);

/** The first offer of a haggle: the one that the others, step by step, reply to. */
const exchangeOf = ({ offers }: Pick<Story, "offers">, slug: string): string => {
  const seen = new Set<string>();
  let root = slug;
  for (let next = get(offers, root)?.inReplyTo; next !== undefined && !seen.has(next); next = get(offers, next)?.inReplyTo) {
    if (!get(offers, next)) break;
    seen.add(root);
    root = next;
  }
  return root;
};

/** The parties behind an agreement: its bidders and who accepted it, with what those are of: the company, where its board did. */
const partiesTo = (story: Known, offer: Offer): Set<string> => {
  const accepted = offer.words.filter(({ yes, as }) => yes && as !== "other").map(({ party }) => party);
  return new Set([...biddersOf(offer), ...accepted.flatMap((party) => [party, partyAt(story, party)?.of ?? party])]);
};

/** Whether a deal has superseded another offer, which moved before it was made or closed. */
const supersedes = (story: Known, [slug, deal]: [string, Offer], [other, offer]: [string, Offer]): boolean => {
  const { agreed, closed, target } = deal;
  if (slug === other || (deal.status !== "accepted" && deal.status !== "closed")) return false;
  if (agreed && isAfter(agreed, offer.moved)) {
    if (exchangeOf(story, slug) === exchangeOf(story, other)) return true;
    const parties = target !== undefined && target === offer.target ? partiesTo(story, deal) : undefined;
    if (parties && biddersOf(offer).some((bidder) => parties.has(bidder))) return true;
  }
  if (deal.status !== "closed" || !closed || target === undefined || offer.target === undefined) return false;
  const isSold = offer.target === target || partyAt(story, offer.target)?.of === target;
  return isSold && isAfter(closed, offer.moved);
};

/** The open offers that a deal has superseded: nobody has withdrawn or turned them down, and nobody owes them an answer. */
export const supersededOf = (story: Known): Set<string> => {
  const all = Object.entries(story.offers);
  const deals = all.filter(([, { status }]) => status === "accepted" || status === "closed");
  const found = all.filter(
    ([slug, offer]) => offer.status === "open" && deals.some((deal) => supersedes(story, deal, [slug, offer])),
  );
  return new Set(found.map(([slug]) => slug));
};

/** The offers that stand, last moved first: open, not answered since their newest move, not superseded, and no side deals. */
export const standingOffers = (story: Known): [slug: string, offer: Offer][] => {
  const superseded = supersededOf(story);
  const replies = repliesIn(story);
  return Object.entries(story.offers)
    .filter(
      ([slug, offer]) =>
        offer.status === "open" && !offer.aside && !superseded.has(slug) && !isAnswered(story, offer, replies.get(slug) ?? []),
    )
    .sort(([, a], [, b]) => inStoryOrder(b.moved, a.moved));
};

/** The agreements, newest first: accepted offers that are no side deals. */
export const agreementsOf = ({ offers }: Pick<Story, "offers">): [slug: string, offer: Offer][] =>
  Object.entries(offers)
    .filter(([, { status, aside }]) => status === "accepted" && !aside)
    .sort(([, a], [, b]) => inStoryOrder(b.agreed ?? b, a.agreed ?? a));

/** Whose answer an offer that stands waits for: the addressees that have not answered its newest move. */
export const awaitedOn = (story: Known, offer: Offer): string[] =>
  addresseesOf(story, offer).filter((addressee) => wordFor(offer, addressee) === undefined);

/** Who still has to agree to an agreement: those whom it is subject to and whose newest word on it is not yes. */
export const stillToAgree = (offer: Offer): string[] => offer.subjectTo.filter((party) => !hasAccepted(offer, party));
