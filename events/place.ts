/**
 * Places in story order, as texts that sort. A place is the instant at which the event began (`2025-02-10T21:11:04`), wherever that puts it
 * between its neighbours; else the instant of the one before it, `!`, and a path that tells them apart.
 *
 * A path is a list of counting numbers, compared number by number, a shorter one first. Each number is written with a letter that says how
 * many digits it has, so that the texts sort as the numbers do.
 */

type Path = readonly number[];

const separator = "!";

const write = (path: Path): string => path.map((number) => String.fromCharCode(96 + `${number}`.length) + number).join("");
const read = (text: string): Path => (text.match(/[a-z]\d+/g) ?? []).map((part) => Number(part.slice(1)));

/** A place between two others, either of which may be missing, of an event that began at `start` (as `orderKey` writes it). */
export const placeBetween = (before: string | undefined, after: string | undefined, start: string): string => {
  if ((before === undefined || before < start) && (after === undefined || start < after)) return start;
  const [instant = start, path = ""] = (before ?? start).split(separator, 2);
  const [other, bound = ""] = after?.split(separator, 2) ?? [];
  const between = pathBetween(read(path), other === instant ? read(bound) : undefined);
  return instant + separator + write(between);
};

/** A path after `low` and, where there is one, before `high`: as short as it can be. */
const pathBetween = (low: Path, high: Path | undefined): Path => {
  for (let kept = 0; kept <= low.length; kept += 1) {
    const next = [...low.slice(0, kept), (low[kept] ?? 0) + 1];
    if (!high || isBefore(next, high)) return next;
  }
  // `high` goes on where `low` ends, with zeros: go on below it.
  let zeros = [...low, 0];
  while (high && !isBefore([...zeros, 1], high)) zeros = [...zeros, 0];
  return [...zeros, 1];
};

const isBefore = (a: Path, b: Path): boolean => {
  for (const [index, number] of a.entries()) {
    const other = b[index];
    if (other === undefined) return false;
    if (number !== other) return number < other;
  }
  return a.length < b.length;
};
