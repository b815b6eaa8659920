/** A price as a bar: how long it is says how high, how it is filled what became of the offer. The row's text says both too. */
import { type Offer, type Outcome, outcomeOf } from "../outcome.ts";

type Price = NonNullable<Offer["price"]>;
type Kinded = Pick<Offer, "target">;

/** The highest price of each kind, where there are two that can be compared: of one target, in one currency, on one basis. */
export type PriceScale = ReadonlyMap<string, number>;

/** What prices have to have in common to be compared. Undefined where nothing is to be bought: then there is nothing to compare. */
export const priceKindOf = ({ target }: Kinded, { currency, basis }: Pick<Price, "currency" | "basis">): string | undefined =>
  target && `${target.party} ${currency} ${basis}`;

/** The prices that an offer had before the one that it has. */
export const earlierPricesOf = ({ price, priceHistory }: Offer): Offer["priceHistory"] =>
  price ? priceHistory.slice(0, -1) : priceHistory;

const pricesOf = (offer: Offer): Price[] => [
  ...(offer.price ? [offer.price] : []),
  ...earlierPricesOf(offer).map(({ price }) => price),
];

/** The scale of some offers. A bar is for the eye: a number is near enough to a decimal string. */
export const priceScaleOf = (offers: readonly Offer[]): PriceScale => {
  const amounts = new Map<string, number[]>();
  for (const offer of offers)
    for (const price of pricesOf(offer)) {
      const kind = priceKindOf(offer, price);
      if (kind !== undefined) amounts.set(kind, [...(amounts.get(kind) ?? []), Number(price.amount)]);
    }
  return new Map([...amounts].filter(([, all]) => all.length > 1).map(([kind, all]) => [kind, Math.max(...all)]));
};

/** What is over is hatched; what stands, or was done, is filled. */
const isOver: Record<Outcome, boolean> = {
  open: false,
  accepted: false,
  closed: false,
  rejected: true,
  withdrawn: true,
  lapsed: true,
  superseded: true,
  terminated: true,
};

/** The smallest price can be seen too. In hundredths of the width. */
const least = 0.4;

/** An offer's price as a bar, with the `most` prices that came just before it; nothing where there is none to compare it with. */
export const PriceBar = ({ offer, scale, most }: { offer: Offer; scale: PriceScale; most: number }) => {
  const { price } = offer;
  const kind = price ? priceKindOf(offer, price) : undefined;
  const highest = kind === undefined ? undefined : scale.get(kind);
  if (!price || highest === undefined) return null;
  const share = ({ amount }: Price): string =>
    `${Math.max(least, highest > 0 ? (100 * Number(amount)) / highest : 0).toFixed(2)}%`;
  const earlier = earlierPricesOf(offer)
    .filter((entry) => priceKindOf(offer, entry.price) === kind)
    .slice(-most);
  return (
    <svg class="bar" width="100%" height="1.5rem" aria-hidden="true" focusable="false">
      <rect class="bar-track" width="100%" height="100%" />
      {isOver[outcomeOf(offer)] ? (
        <rect class="bar-over" width={share(price)} height="100%" fill="url(#hatch)" />
      ) : (
        <rect class="bar-fill" width={share(price)} height="100%" />
      )}
      {earlier.map((entry) => (
        <rect class="bar-was" width={share(entry.price)} height="100%" />
      ))}
    </svg>
  );
};

/** The hatching, once a page. */
export const HatchPattern = () => (
  <svg class="hatch" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-line" width="2.5" height="7" />
      </pattern>
    </defs>
  </svg>
);
