/** A plot of prices so small that a card can hold it: a path a bidder, and the first and the newest price. */
import type { Price } from "../events/values.ts";
import type { PricePlot, PriceSeries } from "./price-series.ts";

/** The paths, in a box of `sparkSize`, and from which price to which. */
export type Spark = { paths: string[]; first: Price; last: Price };

/** The size of the box in which the paths are drawn. */
export const sparkSize = { width: 120, height: 40 };
/** Room for the line's own width. */
const edge = 3;
/** So many bidders, and so many levels of each: the newest. */
const most = { bidders: 3, levels: 16 };

/** The plot in small: of the bidders with most prices, as they came. None where nobody raised, or nothing of it could be seen. */
export const sparkOf = ({ measure, series, steps, from, to, low, high }: PricePlot): Spark | undefined => {
  const [first, last] = [steps[0], steps.at(-1)];
  const isFlat = series.every((one) => new Set(one.steps.map(({ value }) => value)).size < 2);
  const held = series.flatMap(({ levels }) => levels).reduce((sum, level) => sum + level.to - level.from, 0);
  if (isFlat || !first || !last || held < (to - from) / 3 || measure.basis === "enterprise") return undefined;
  const x = (time: number) => Math.round(edge + ((time - from) / (to - from)) * (sparkSize.width - 2 * edge));
  const y = (value: number) =>
    Math.round(sparkSize.height - edge - ((value - low) / (high - low)) * (sparkSize.height - 2 * edge));
  const shown = new Set([...series].sort((a, b) => b.steps.length - a.steps.length).slice(0, most.bidders));
  const priceOf = (amount: string): Price => ({ amount, currency: measure.currency });
  return {
    paths: series.filter((one) => shown.has(one)).map((one) => pathOf(one, x, y)),
    first: priceOf(first.amount),
    last: priceOf(last.amount),
  };
};

type Scale = (number: number) => number;

const pathOf = ({ levels }: PriceSeries, x: Scale, y: Scale): string =>
  levels
    .slice(-most.levels)
    .map(({ from, to, value }, index, all) => {
      const goesOn = all[index - 1]?.to === from;
      return `${goesOn ? `V${y(value)}` : `M${x(from)} ${y(value)}`}H${x(to)}`;
    })
    .join("");
