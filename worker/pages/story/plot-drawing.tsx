/**
 * A plot of prices as SVG. Places are shares of its size, so that it takes any width and its letters stay as large as they are; bidders are
 * told apart by their dashes and marks, and by colour besides.
 */
import type { BidEvent, PricePlot, PriceSeries } from "../../../projections/price-series.ts";

/** So many bidders are drawn: each has a look of its own. */
const mostSeries = 5;

/** The bidders that are drawn, in the order in which they came: those with the highest prices. */
export const seriesDrawn = ({ series }: PricePlot): PriceSeries[] => {
  const highest = ({ steps }: PriceSeries) => Math.max(...steps.map(({ value }) => value));
  const shown = new Set([...series].sort((a, b) => highest(b) - highest(a)).slice(0, mostSeries));
  return series.filter((one) => shown.has(one));
};

/** The marks of the looks, and of what befalls a bid, around the middle of a box of 12 by 12. */
const looks = [
  "M0-4A4 4 0 1 1 0 4A4 4 0 1 1 0-4Z",
  "M-4-4H4V4H-4Z",
  "M0-5L5 0L0 5L-5 0Z",
  "M0-5L5 4H-5Z",
  "M0 5L5-4H-5Z",
] as const;
const marks: Record<BidEvent, string> = {
  rejected: "M-5-5L5 5M5-5L-5 5",
  withdrawn: "M5 0H-5M-1-4L-5 0L-1 4",
  lapsed: "M0-6V6",
  terminated: "M-6-2H6M-6 2H6",
  agreed: "M-6 0L-2 5L6-5",
  closed: "M-6-6H6V6H-6ZM-3 0L-1 3L4-3",
  deadline: "M-4-6H4L0 0L4 6H-4L0 0Z",
};

/** The sign of a look, or of what befell a bid, for the key. */
export const PlotSwatch = ({ look, event }: { look?: number; event?: BidEvent }) => (
  <svg
    class={look === undefined ? "swatch" : `swatch series-${look + 1}`}
    width="34"
    height="14"
    aria-hidden="true"
    focusable="false"
  >
    {look === undefined ? null : <line class="plot-line" x1="0" x2="34" y1="7" y2="7" />}
    <path class={event ? "plot-event" : "plot-mark"} transform="translate(17 7)" d={event ? marks[event] : looks[look ?? 0]} />
  </svg>
);

/** In pixels: the room for prices above the highest line, for lines, and for the days below. */
const heights = { above: 22, lines: 180, below: 26 };
/** Where lines begin and end, in hundredths of the width. */
const [left, right] = [2, 97];

type Drawing = {
  id: string;
  title: string;
  plot: PricePlot;
  amount: (value: string) => string;
  day: (time: number) => string;
  described: string;
};

/** The drawing, with a title and a description for who does not see it. */
export const PlotDrawing = ({ id, title, plot, amount, day, described }: Drawing) => {
  const { from, to } = plot;
  const ticks = ticksOf(plot);
  const [bottom, top] = scaleOf(plot, ticks);
  const x = (time: number) => left + ((time - from) / (to - from)) * (right - left);
  const y = (value: number) => heights.above + ((top - value) / (top - bottom)) * heights.lines;
  const height = heights.above + heights.lines + heights.below;
  const drawn = seriesDrawn(plot);
  const last = plot.steps.at(-1)?.time ?? to;
  return (
    <div class="plot-drawing">
      <svg class="plot-axis" width="64" height={height} aria-hidden="true" focusable="false">
        {ticks.map((tick) => (
          <text class="plot-tick" x="60" y={y(tick) + 4} text-anchor="end">
            {amount(`${tick}`)}
          </text>
        ))}
      </svg>
      <svg
        class="plot-area"
        width="100%"
        height={height}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{described}</desc>
        {ticks.map((tick) => (
          <line class="plot-grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
        ))}
        <text class="plot-tick" x={percent(left)} y={height - 6}>
          {day(from)}
        </text>
        {last > from ? (
          <text class="plot-tick" x={percent(right)} y={height - 6} text-anchor="end">
            {day(to > last ? Math.min(to, endTime(plot)) : last)}
          </text>
        ) : null}
        {drawn.map((series, index) => (
          <SeriesDrawing series={series} look={index} x={x} y={y} />
        ))}
        {labelsOf(drawn, x, y).map(({ at, above, value, end }) => (
          <text class="plot-price" x={percent(at)} y={above - 8} text-anchor={end ? "end" : "start"}>
            {amount(value)}
          </text>
        ))}
      </svg>
    </div>
  );
};

type Scale = (number: number) => number;

const percent = (share: number): string => `${share.toFixed(2)}%`;

const SeriesDrawing = ({ series, look, x, y }: { series: PriceSeries; look: number; x: Scale; y: Scale }) => (
  <g class={`series-${look + 1}`}>
    {series.levels.map(({ from, to, value }, index, all) => {
      const before = all[index - 1];
      return (
        <>
          {before?.to === from ? (
            <line class="plot-line" x1={percent(x(from))} x2={percent(x(from))} y1={y(before.value)} y2={y(value)} />
          ) : null}
          <line class="plot-line" x1={percent(x(from))} x2={percent(x(to))} y1={y(value)} y2={y(value)} />
        </>
      );
    })}
    {series.steps.map(({ time, value }) => (
      <Sign at={x(time)} down={y(value)} name="plot-mark" d={looks[look % looks.length] ?? looks[0]} />
    ))}
    {series.marks.map(({ time, value, event }) => {
      // Beside a price, its sign hangs below the line.
      const isBeside = series.steps.some((step) => Math.abs(x(step.time) - x(time)) < 3);
      return <Sign at={x(time)} down={y(value) + (isBeside ? 14 : 0)} name="plot-event" d={marks[event]} />;
    })}
  </g>
);

/** A path at a place that is a share of the width: a nested drawing of its own. */
const Sign = ({ at, down, name, d }: { at: number; down: number; name: string; d: string }) => (
  <svg x={percent(at)} y={down} overflow="visible" width="1" height="1" aria-hidden="true" focusable="false">
    {name === "plot-event" ? <circle class="plot-ground" r="9" /> : null}
    <path class={name} d={d} />
  </svg>
);

type Label = { at: number; above: number; value: string; end: boolean };

/** The newest price of each bidder, then as many others as have room: none lies on another. */
const labelsOf = (drawn: readonly PriceSeries[], x: Scale, y: Scale): Label[] => {
  const placed: Label[] = [];
  const newest = drawn.flatMap(({ steps }) => steps.slice(-1));
  const others = drawn.flatMap(({ steps }) => steps.slice(0, -1)).sort((a, b) => b.time - a.time);
  for (const { time, value, amount } of [...newest, ...others]) {
    const label = { at: x(time), above: y(value), value: amount, end: x(time) > 78 };
    const isFree = placed.every((other) => Math.abs(other.at - label.at) > 20 || Math.abs(other.above - label.above) > 18);
    if (isFree) placed.push(label);
  }
  return placed;
};

const endTime = ({ steps, series }: PricePlot): number =>
  Math.max(...steps.map(({ time }) => time), ...series.flatMap(({ marks }) => marks.map(({ time }) => time)));

/** Round values within what is drawn, three or four of them. */
const ticksOf = ({ low, high }: PricePlot): number[] => {
  const span = high > low ? high - low : high * 0.5 || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.max(0, Math.floor(low / step));
  const count = Math.min(6, Math.ceil(high / step) - first + 1);
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(6)));
};

/** From the lowest to the highest that is drawn. */
const scaleOf = ({ low, high }: PricePlot, ticks: readonly number[]): [number, number] => {
  const [bottom, top] = [Math.min(low, ticks[0] ?? low), Math.max(high, ticks.at(-1) ?? high)];
  return top > bottom ? [bottom, top] : [bottom - 1, top + 1];
};
