/** The bids of a story as `price-series.ts` takes them: from the view of its offers, or from the story itself. */
import type { Offer, OfferTerms, Story } from "../events/story.ts";
import type { BidEvent, BidMoment, PricedBid } from "./price-series.ts";
import type { ViewOf } from "./registry.ts";

type ShownOffer = ViewOf<"offers">["offers"][number];

const isStanding = (status: Offer["status"]): boolean => status === "open" || status === "accepted";

/** The bids of the offers that are shown, with what has befallen each. */
export const bidsShown = (offers: readonly ShownOffer[]): PricedBid[] =>
  offers.map((offer) => {
    const { by, target, subject, priceHistory, equivalents, expiresAt, status, superseded } = offer;
    const all = (event: BidEvent, moments: readonly BidMoment[]) => moments.map((at) => ({ at, event }));
    return {
      offer: offer.offer,
      by: by.party,
      target: target?.party,
      subject,
      prices: priceHistory.map(({ price, ...at }) => ({ at, price })),
      equivalents,
      events: [
        ...all("rejected", status === "rejected" ? offer.rejectedBy.slice(-1) : []),
        ...all("agreed", status === "open" ? [] : offer.acceptedBy.filter(({ current }) => current).slice(-1)),
        ...all("withdrawn", offer.withdrawn),
        ...all("lapsed", offer.lapsed),
        ...all("terminated", offer.terminated),
        ...all("closed", offer.closed),
        ...all("deadline", expiresAt === undefined ? [] : [{ occurredAt: expiresAt }]),
      ],
      isOver: superseded || !isStanding(status),
    };
  });

/** When what stands at a place began. */
const instantOf = (place: string): string => `${place.split("!", 1)[0]}Z`;

/** The bids of a story as far as a small plot shows them: their prices, and where they ended. */
export const bidsOf = ({ offers }: Pick<Story, "offers">): PricedBid[] =>
  Object.entries(offers)
    .filter(([, { aside }]) => !aside)
    .map(([slug, { by, target, subject, equivalents, ...offer }]) => ({
      offer: slug,
      by,
      target,
      subject,
      prices: pricesOf(offer),
      equivalents,
      events:
        offer.decided && !isStanding(offer.status)
          ? [{ at: { occurredAt: instantOf(offer.decided.place) }, event: eventOf(offer.status) }]
          : [],
      isOver: !isStanding(offer.status),
    }));

const eventOf = (status: Offer["status"]): BidEvent => (status === "open" || status === "accepted" ? "agreed" : status);

const pricesOf = ({ made, occurredAt, acts }: Pick<Offer, "made" | "occurredAt" | "acts">): PricedBid["prices"] => {
  const said: { at: BidMoment; terms: { price?: OfferTerms["price"] | null } }[] = [
    { at: { occurredAt }, terms: made },
    ...acts.map(({ place, change = {} }) => ({ at: { occurredAt: instantOf(place) }, terms: change })),
  ];
  return said.flatMap(({ at, terms: { price } }) => (price ? [{ at, price }] : []));
};
