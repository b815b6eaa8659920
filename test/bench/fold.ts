/** How many events a second the projections fold, on one core. */
import { foldFromZero, foldOn } from "../../projections/fold.ts";
import { type ProjectionName, projectionNames } from "../../projections/registry.ts";
import { longStory } from "../support/fill.ts";
import { recordedAs } from "../support/recorder.ts";

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

/** Events a second, from zero and on from a snapshot, by projection and for all of them at once. */
export const foldRates = (length: number): { work: string; "from zero": number; "one by one": number }[] => {
  const log = longLog(length);
  const rates = (work: string, names: readonly ProjectionName[]) => ({
    work,
    "from zero": Math.round(rateOf(length, () => foldFromZero(log, names))),
    "one by one": Math.round(
      rateOf(length, () => {
        const folded = foldFromZero([], names);
        for (const event of log) foldOn(folded, event);
      }),
    ),
  });
  return [...projectionNames.map((name) => rates(name, [name])), rates("all of them", projectionNames)];
};
