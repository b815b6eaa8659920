/** How many events a second the projections fold, on one core. */
import { foldFromZero, foldOn } from "../../projections/fold.ts";
import { projectionNames } from "../../projections/registry.ts";
import { longStory } from "../support/fill.ts";
import { recordedAs } from "../support/recorder.ts";
import { type Row, told } from "./row.ts";

/** A long story as it stands in the log: offers, refusals, insults, statements, reports, questions. */
const longLog = (length: number) =>
  // The drafts are those that the API admits, in its own tests.
  longStory(length).map((draft, index) => recordedAs(draft as Parameters<typeof recordedAs>[0], index + 1));

/** Microseconds of a core that this process has used. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** The best of several turns of at least a tenth of a second of a core each, in events a second. */
const rateOf = (events: number, turn: () => void): number => {
  const rates: number[] = [];
  for (let turns = 0; turns < 12; turns += 1) {
    const start = cpu();
    let folded = 0;
    for (; cpu() - start < 100_000; folded += events) turn();
    rates.push((folded / (cpu() - start)) * 1_000_000);
  }
  return Math.max(...rates);
};

const least = 1_000_000;

/** A row a projection: events a second of 10 000 of all kinds, from zero and on from a snapshot. */
export const foldRates = (length = 10_000): Row[] => {
  const log = longLog(length);
  return projectionNames.map((name) => {
    const whole = rateOf(length, () => foldFromZero(log, [name]));
    const on = rateOf(length, () => {
      const folded = foldFromZero([], [name]);
      for (const event of log) foldOn(folded, event);
    });
    return {
      work: `fold of ${name}, events a second on one core`,
      budget: told(least),
      measured: `${told(whole)} from zero, ${told(on)} one by one`,
      holds: Math.min(whole, on) >= least,
    };
  });
};
