/** An offer as it was at a place of the story. */
import type { Offer, OfferChange, OfferStatus, OfferTerms } from "../story.ts";

/** What an offer said and had come to at a place: what its history tells. */
export type OfferThen = OfferTerms & { status: OfferStatus };

const changed = (terms: OfferThen, change: OfferChange | undefined, status: OfferStatus): OfferThen => {
  const given = Object.entries(change ?? {}).map(([name, value]) => [name, value ?? undefined]);
  return { ...terms, ...Object.fromEntries(given), status };
};

/** An offer as it was just before a place in story order. */
export const offerBefore = (offer: Offer, place: string): OfferThen =>
  offer.acts
    .filter((act) => act.place < place)
    .reduce<OfferThen>((then, { change, status }) => changed(then, change, status), { ...offer.made, status: "open" });
