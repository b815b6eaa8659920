/**
 * The prices of bids over time, as steps that can be drawn to one scale: bids for the same thing, in one currency and on one basis. Where
 * bids differ in that, what they come to by their equivalents; what has none in common is told in the table alone.
 */
import { ratioOf } from "../events/offers/ratio.ts";
import type { Moment } from "../events/story.ts";
import type { Equivalent, Price } from "../events/values.ts";

/** When something happened to a bid: from `occurredAt` on. */
export type BidMoment = Pick<Moment, "occurredAt"> & Partial<Moment>;

/** What can befall a bid besides a new price. */
export type BidEvent = "rejected" | "withdrawn" | "lapsed" | "terminated" | "agreed" | "closed" | "deadline";

/** A bid with its prices, oldest first, and what has befallen it. `equivalents` are those of its newest price. */
export type PricedBid = {
  offer: string;
  by: string;
  target?: string | undefined;
  subject?: string | undefined;
  prices: readonly { at: BidMoment; price: Price }[];
  equivalents?: readonly Equivalent[] | undefined;
  events: readonly { at: BidMoment; event: BidEvent }[];
  /** Where it stands no more, and none of its events says since when. */
  isOver?: boolean | undefined;
};

/** What values are of: a currency, and the whole, a share, or the enterprise with its debts. */
type Measure = { currency: string; basis: "total" | "per-share" | "enterprise" };

/**
 * A price as a step: at that instant, in milliseconds, what it comes to on the plot's scale, and as a decimal string. `before`: what it is
 * against the bid before it, a decimal string as `ratioOf` makes it.
 */
export type PriceStep = {
  offer: string;
  by: string;
  at: BidMoment;
  time: number;
  price: Price;
  amount: string;
  value: number;
  before?: string | undefined;
};

/** A level that was held from one instant to another, and something that befell it. */
type Level = { from: number; to: number; value: number };
type Mark = { time: number; value: number; event: BidEvent };

/** One bidder's prices. */
export type PriceSeries = { by: string; levels: Level[]; marks: Mark[]; steps: PriceStep[] };

/** Bids on one scale: the bidders in the order in which they came, all steps in time, and how far they reach. */
export type PricePlot = {
  measure: Measure;
  target?: string | undefined;
  series: PriceSeries[];
  steps: PriceStep[];
  from: number;
  to: number;
  low: number;
  high: number;
};

const timeOf = ({ occurredAt }: BidMoment): number => Date.parse(occurredAt);
const keyOf = ({ currency, basis }: Measure): string => `${currency} ${basis}`;

/** The amount that stands for a price: of “up to” so much, the most. */
const amountOf = ({ amount, upTo }: Price): string => (Number(amount) === 0 && upTo !== undefined ? upTo : amount);

type Valued = { bid: PricedBid; at: BidMoment; price: Price; values: ReadonlyMap<string, { measure: Measure; amount: string }> };

/** What each price of a bid comes to, by measure: the price itself first. */
const valuedOf = (bid: PricedBid): Valued[] =>
  bid.prices.map(({ at, price }, index) => {
    const basis = price.basis ?? "total";
    const isNewest = index === bid.prices.length - 1;
    const said = [
      { measure: { currency: price.currency, basis }, amount: amountOf(price) },
      ...(isNewest ? (bid.equivalents ?? []) : []).map(({ amount, currency, as }) => ({
        measure: {
          currency,
          basis: as === "equity-value" ? "total" : as === "enterprise-value" ? "enterprise" : basis,
        } as Measure,
        amount,
      })),
    ];
    return { bid, at, price, values: new Map(said.reverse().map((one) => [keyOf(one.measure), one])) };
  });

/** The measure that most bids have, then most of their prices; of equals the one in which most are told. */
const measureOf = (valued: readonly Valued[]): Measure | undefined => {
  const counted = new Map<string, { measure: Measure; bids: Set<string>; prices: number; told: number }>();
  for (const { bid, price, values } of valued)
    for (const [key, { measure }] of values) {
      const count = counted.get(key) ?? { measure, bids: new Set(), prices: 0, told: 0 };
      counted.set(key, count);
      count.bids.add(bid.offer);
      count.prices += 1;
      if (price.currency === measure.currency && (price.basis ?? "total") === measure.basis) count.told += 1;
    }
  const [best] = [...counted.values()].sort((a, b) => b.bids.size - a.bids.size || b.prices - a.prices || b.told - a.told);
  return best?.measure;
};

/** So many steps are drawn: the newest. */
const most = 60;

/** The plots of some bids, those of most bidders first; none of a price that has no other beside it. */
export const pricePlots = (bids: readonly PricedBid[]): PricePlot[] => {
  const ofOneThing = Map.groupBy(
    bids.filter(({ target, prices }) => target !== undefined && prices.length > 0),
    ({ target, subject }) => `${target} ${subject ?? ""}`,
  );
  return [...ofOneThing.values()]
    .flatMap(plotsOf)
    .sort((a, b) => b.series.length - a.series.length || b.steps.length - a.steps.length);
};

const plotsOf = (bids: readonly PricedBid[]): PricePlot[] => {
  const plots: PricePlot[] = [];
  let left = bids.flatMap(valuedOf);
  for (let measure = measureOf(left); measure; measure = measureOf(left)) {
    const key = keyOf(measure);
    const shown = left.filter(({ values }) => values.has(key));
    if (isWorthSeeing(shown, key)) plots.push(plotOf(measure, shown));
    // What is on this scale is told; of the others there may be a scale of their own.
    left = left.filter((one) => !shown.includes(one));
  }
  return plots;
};

/** A price that stands alone, or that one bidder says again, is no plot. */
const isWorthSeeing = (shown: readonly Valued[], key: string): boolean =>
  new Set(shown.map(({ bid }) => bid.by)).size > 1 ||
  new Set(shown.map(({ values }) => Number(values.get(key)?.amount))).size > 1;

const plotOf = (measure: Measure, valued: readonly Valued[]): PricePlot => {
  const key = keyOf(measure);
  const steps = valued
    .map(({ bid, at, price, values }): PriceStep => {
      const amount = values.get(key)?.amount ?? "0";
      return { offer: bid.offer, by: bid.by, at, time: timeOf(at), price, amount, value: Number(amount) };
    })
    .sort((a, b) => a.time - b.time || (a.at.version ?? 0) - (b.at.version ?? 0))
    .slice(-most);
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before) step.before = againstOf(step.amount, before.amount);
  });
  const bids = [...new Set(valued.map(({ bid }) => bid))].filter(({ offer }) => steps.some((step) => step.offer === offer));
  const values = steps.map(({ value }) => value);
  const times = [...steps.map(({ time }) => time), ...bids.flatMap(({ events }) => events.map(({ at }) => timeOf(at)))];
  const [from, last] = [Math.min(...times), Math.max(...times)];
  const isStanding = bids.some((bid) => endOf(bid) === undefined);
  // Something that still stands goes on a little beyond the newest moment.
  const to = last + Math.max(isStanding ? (last - from) * 0.08 : 0, last === from ? 86_400_000 : 0);
  const bidders = [...new Set(steps.map(({ by }) => by))];
  return {
    measure,
    target: bids[0]?.target,
    series: bidders.map((by) => seriesOf(by, steps, bids, to)),
    steps,
    from,
    to,
    low: Math.min(...values),
    high: Math.max(...values),
  };
};

const plain = (amount: string): Price => ({ amount, currency: "XXX" });
const againstOf = (amount: string, before: string): string | undefined => ratioOf(plain(amount), plain(before));

const endings: readonly BidEvent[] = ["withdrawn", "lapsed", "terminated", "closed"];

/** When a bid came to its end: undefined where it stands. */
const endOf = ({ prices, events, isOver }: PricedBid): number | undefined => {
  const since = timeOf(prices.at(-1)?.at ?? { occurredAt: "" });
  const later = events.filter(({ at }) => timeOf(at) >= since);
  const ended =
    later.findLast(({ event }) => endings.includes(event)) ??
    (isOver ? later.findLast(({ event }) => event !== "deadline") : undefined);
  return ended ? timeOf(ended.at) : isOver ? since : undefined;
};

const seriesOf = (by: string, all: readonly PriceStep[], bids: readonly PricedBid[], to: number): PriceSeries => {
  const steps = all.filter((step) => step.by === by);
  const own = bids.filter((bid) => bid.by === by);
  const levels = steps.map(({ offer, time, value }, index): Level => {
    const next = steps[index + 1]?.time ?? to;
    const bid = own.find((one) => one.offer === offer);
    const end = (bid && endOf(bid)) ?? to;
    return { from: time, to: Math.max(time, end >= time ? Math.min(next, end) : next), value };
  });
  const levelAt = (time: number): Level | undefined => levels.findLast(({ from }) => from <= time);
  const marks = own.flatMap((bid) => {
    const end = endOf(bid);
    return bid.events.flatMap(({ at, event }): Mark[] => {
      const time = timeOf(at);
      const level = levelAt(time);
      // A deadline that an end has overtaken binds nobody.
      if (!level || (event === "deadline" && end !== undefined && end < time)) return [];
      return [{ time, value: level.value, event }];
    });
  });
  return { by, levels, marks, steps };
};
