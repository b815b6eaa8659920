/** A price as a bar: how long it is says how high, how it is filled what became of the offer. The row's text says both too. */
import { type Offer, type Outcome, outcomeOf } from "../outcome.ts";

type Price = NonNullable<Offer["price"]>;

/** The highest price of each currency and basis: only what is of one kind can be compared. */
export type PriceScale = ReadonlyMap<string, number>;

/** What prices have to have in common to be compared. */
export const priceKindOf = ({ currency, basis }: Pick<Price, "currency" | "basis">): string => `${currency} ${basis}`;
const pricesOf = ({ price, priceHistory }: Offer): Price[] => [
  ...(price ? [price] : []),
  ...priceHistory.map((entry) => entry.price),
];

/** The scale of some offers. A bar is for the eye: a number is near enough to a decimal string. */
export const priceScaleOf = (offers: readonly Offer[]): PriceScale => {
  const highest = new Map<string, number>();
  for (const price of offers.flatMap(pricesOf))
    highest.set(priceKindOf(price), Math.max(highest.get(priceKindOf(price)) ?? 0, Number(price.amount)));
  return highest;
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

/** An offer's price as a bar, with the prices before it; nothing where it has none. */
export const PriceBar = ({ offer, scale }: { offer: Offer; scale: PriceScale }) => {
  const { price, priceHistory } = offer;
  if (!price) return null;
  const highest = scale.get(priceKindOf(price)) ?? 0;
  const share = ({ amount }: Price): string =>
    `${Math.max(least, highest > 0 ? (100 * Number(amount)) / highest : 0).toFixed(2)}%`;
  const earlier = priceHistory.slice(0, -1).filter((entry) => priceKindOf(entry.price) === priceKindOf(price));
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
