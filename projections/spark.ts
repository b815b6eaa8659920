/** A plot of prices so small that a card can hold it: a path a bidder. */
import type { PricePlot, PriceSeries } from "./price-series.ts";

/** The size of the box in which the paths are drawn. */
export const sparkSize = { width: 120, height: 40 };
/** Room for the line's own width. */
const edge = 3;
/** So many bidders, and so many levels of each: the newest. */
const most = { bidders: 3, levels: 16 };

/** The paths of the bidders with most prices, as they came. */
export const sparkOf = ({ series, from, to, low, high }: PricePlot): string[] => {
  const x = (time: number) => Math.round(edge + ((time - from) / (to - from)) * (sparkSize.width - 2 * edge));
  const share = (value: number) => (high === low ? 0.5 : (value - low) / (high - low));
  const y = (value: number) => Math.round(sparkSize.height - edge - share(value) * (sparkSize.height - 2 * edge));
  const shown = new Set([...series].sort((a, b) => b.steps.length - a.steps.length).slice(0, most.bidders));
  return series.filter((one) => shown.has(one)).map((one) => pathOf(one, x, y));
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
