/** The table behind a plot of prices: each price with its bidder, its time, and what it is against the one before. */

import { grammarOf } from "../../../events/tell/languages.ts";
import type { PricePlot, PriceStep } from "../../../projections/price-series.ts";
import type { Offer } from "../outcome.ts";
import { EventTime } from "../times.tsx";
import { compare } from "./compared.ts";
import { LinkedTime, PartyName, type StoryContext } from "./story-context.tsx";

type Shown = {
  context: StoryContext;
  plot: PricePlot;
  names: ReadonlyMap<string, Offer["by"]>;
  rows: number;
  amount: (value: string) => string;
};

/** The table, which opens on demand: at most so many `rows`, the newest. */
export const PlotTable = ({ context, plot, names, rows, amount }: Shown) => {
  const { words } = context.reader;
  const { measure, steps } = plot;
  const isScaled = steps.some(({ price, amount }) => price.currency !== measure.currency || price.amount !== amount);
  const { date, bidder, price, value, change } = words.plot;
  return (
    <details class="plot-table">
      <summary>{words.plot.table}</summary>
      <table>
        <thead>
          <tr>
            {[date, bidder, price, ...(isScaled ? [value] : []), change].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.slice(-rows).map((step) => (
            <tr>
              <th scope="row">
                <StepTime context={context} step={step} />
              </th>
              <td>
                <PartyName of={names.get(step.by) ?? { name: step.by }} />
              </td>
              <td>{grammarOf(context.reader.language).money(step.price, "table")}</td>
              {isScaled ? <td>{amount(step.amount)}</td> : null}
              <td>{step.before === undefined ? "–" : compare(words, step.before).text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

const StepTime = ({ context, step: { at } }: { context: StoryContext; step: PriceStep }) => {
  const { occurredAt, precision = "day", version } = at;
  return version === undefined ? (
    <EventTime reader={context.reader} at={{ occurredAt, precision }} />
  ) : (
    <LinkedTime context={context} at={{ occurredAt, precision, version }} />
  );
};
