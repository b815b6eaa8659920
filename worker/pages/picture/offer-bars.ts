/** The offers of a story as the bars of its picture. */
import type { BarStyle, OfferBar } from "../../picture/bars.ts";
import { type Offer, type Outcome, outcomeOf } from "../outcome.ts";
import type { Reader } from "../reader.ts";
import { priceKindOf } from "../story/price-bar.tsx";

const isOpen = (offer: Offer): boolean => outcomeOf(offer) === "open";

/** All four, or three of more: the open ones before the others, the newest before the older; in story order. */
export const offersToDraw = (offers: readonly Offer[]): Offer[] => {
  const byInterest = [...offers].reverse().sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  const most = new Set(byInterest.slice(0, offers.length > 4 ? 3 : 4));
  return offers.filter((offer) => most.has(offer));
};

const looks: Record<Outcome, BarStyle> = {
  open: "filled",
  accepted: "filled",
  closed: "filled",
  rejected: "hatched",
  terminated: "hatched",
  withdrawn: "outlined",
  lapsed: "outlined",
  superseded: "outlined",
};

/** The offers as bars. To scale are those whose prices can be compared: those of the target, currency and basis that most of them have, where two do. */
export const offerBarsOf = (offers: readonly Offer[], { words }: Reader): OfferBar[] => {
  const kind = (offer: Offer) => (offer.price ? priceKindOf(offer, offer.price) : undefined);
  const priced = Map.groupBy(
    offers.filter((offer) => kind(offer) !== undefined),
    kind,
  );
  const several = [...priced].filter(([, alike]) => alike.length > 1);
  const [[scale, comparable] = [undefined, []]] = several.sort(([, a], [, b]) => b.length - a.length);
  const greatest = Math.max(...comparable.map(({ price }) => Number(price?.amount)));
  return offers.map((offer) => ({
    by: offer.by.name,
    what: whatFor(words, offer),
    price: offer.price?.text ?? words.offers.noPrice,
    share:
      offer.price && scale !== undefined && kind(offer) === scale && Number(offer.price.amount) > 0
        ? Number(offer.price.amount) / greatest
        : undefined,
    fate: words.statuses[outcomeOf(offer)],
    look: looks[outcomeOf(offer)],
    open: isOpen(offer),
  }));
};

/** What an offer is for, beside who makes it. */
const whatFor = ({ offers }: Reader["words"], { by, target, subject }: Offer): string =>
  target === undefined ? (subject ?? "") : target.party === by.party ? offers.asks : `${offers.for} ${target.name}`;
