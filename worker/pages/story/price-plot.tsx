/** The prices of each bidder over time: steps to one scale, with what befell them, and a table behind. */
import { once } from "../../../events/once.ts";
import { grammarOf } from "../../../events/tell/languages.ts";
import { type PricePlot as Plot, pricePlots } from "../../../projections/price-series.ts";
import { bidsShown } from "../../../projections/priced-bids.ts";
import type { Offer } from "../outcome.ts";
import type { Reader } from "../reader.ts";
import { mostOf } from "./list-window.tsx";
import { PlotDrawing, PlotSwatch, seriesDrawn } from "./plot-drawing.tsx";
import { PlotTable } from "./plot-table.tsx";
import { PartyName, type StoryContext } from "./story-context.tsx";

/** So many plots are drawn, and so many prices stand in the table of each: the newest. */
const most = { plots: 3, rows: 60 };

type Shown = { context: StoryContext; offers: readonly Offer[]; open: boolean };

/** Plots of all offers that can be compared with another; nothing where there is none. On a phone they open on demand, or are `open`. */
export const PricePlot = ({ context, offers, open }: Shown) => {
  const names = namesOf(offers);
  const plots = pricePlots(bidsShown(offers)).slice(0, mostOf(context, most.plots));
  if (plots.length === 0) return null;
  return (
    <details class="fold plots" open={open}>
      <summary>{context.reader.words.plot.over}</summary>
      {plots.map((plot, index) => (
        <PlotFigure context={context} plot={plot} names={names} id={`plot-${index + 1}`} />
      ))}
    </details>
  );
};

/** Parties by their slugs, as the offers name them. */
type Names = ReadonlyMap<string, Offer["by"]>;

const namesOf = (offers: readonly Offer[]): Names =>
  new Map(offers.flatMap(({ by, target }) => [by, ...(target ? [target] : [])]).map((one) => [one.party, one]));

type Figure = { context: StoryContext; plot: Plot; names: Names; id: string };

const PlotFigure = ({ context, plot, names, id }: Figure) => {
  const { reader } = context;
  const { words } = reader;
  const { measure, series } = plot;
  const target = names.get(plot.target ?? "")?.name ?? "";
  // Whatever the direction of the name, it does not turn the words beside it.
  const title = words.plot.title[measure.basis](`\u2068${target}\u2069`);
  const drawn = seriesDrawn(plot);
  const happened = [...new Set(drawn.flatMap(({ marks }) => marks.map(({ event }) => event)))];
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <ul class="plain plot-key">
        {drawn.map(({ by, steps }, index) => (
          <li>
            <PlotSwatch look={index} /> <PartyName of={names.get(by) ?? { name: by }} />{" "}
            <b>{amountIn(reader, plot, steps.at(-1)?.amount ?? "0")}</b>
          </li>
        ))}
      </ul>
      <PlotDrawing
        id={id}
        title={title}
        plot={plot}
        amount={(value) => amountIn(reader, plot, value)}
        day={(time) => dayIn(words.locale).format(time)}
        described={words.plot.described(plot.steps.length, series.length, {
          low: amountIn(reader, plot, lowest(plot)),
          high: amountIn(reader, plot, highest(plot)),
          from: dayIn(words.locale).format(plot.from),
          to: dayIn(words.locale).format(plot.steps.at(-1)?.time ?? plot.to),
        })}
      />
      {happened.length > 0 ? (
        <ul class="plain plot-key plot-events">
          {happened.map((event) => (
            <li>
              <PlotSwatch event={event} /> {words.plot.events[event]}
            </li>
          ))}
        </ul>
      ) : null}
      {series.length > drawn.length ? <p class="aside">{words.plot.others(series.length - drawn.length)}</p> : null}
      <PlotTable
        context={context}
        plot={plot}
        names={names}
        rows={mostOf(context, most.rows)}
        amount={(value) => amountIn(reader, plot, value)}
      />
    </figure>
  );
};

const byValue = ({ steps }: Plot) => [...steps].sort((a, b) => a.value - b.value);
const lowest = (plot: Plot): string => byValue(plot)[0]?.amount ?? "0";
const highest = (plot: Plot): string => byValue(plot).at(-1)?.amount ?? "0";

/** An amount on the plot's scale, as a table writes it. */
const amountIn = ({ language }: Reader, { measure: { currency } }: Plot, amount: string): string =>
  grammarOf(language).money({ amount, currency }, "table");

const dayIn = once(
  (locale: string) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
);
