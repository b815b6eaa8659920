/** The phrases of the plots of prices, in English. */
import { count } from "./say.ts";

export const plot = {
  plot: {
    title: {
      total: (target: string) => `Price offered for ${target}`,
      "per-share": (target: string) => `Price offered for ${target}, a share`,
      enterprise: (target: string) => `Enterprise value offered for ${target}`,
    },
    described: (steps: number, bidders: number, span: { low: string; high: string; from: string; to: string }) =>
      `${count("price", "prices")(steps)} by ${count("bidder", "bidders")(bidders)} from ${span.from} to ${span.to}, between ${span.low} and ${span.high}. The table that follows has each of them.`,
    others: (n: number) =>
      n === 1 ? "One more bidder stands in the table alone." : `${n} more bidders stand in the table alone.`,
  },
  compared: {
    more: (percent: string) => `${percent} more`,
    less: (percent: string) => `${percent} less`,
    times: (factor: string) => `${factor} times as much`,
  },
};
