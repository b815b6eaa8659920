/** A line of the table that `npm run bench` prints. */

/** What is done, what it may cost, what it has cost, and whether that holds; undefined where it is measured for its own sake. */
export type Row = { work: string; budget: string; measured: string; holds?: boolean | undefined };

/** The median of some values. */
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A whole number, its thousands apart. */
export const told = (value: number): string => Math.round(value).toLocaleString("en").replaceAll(",", " ");
