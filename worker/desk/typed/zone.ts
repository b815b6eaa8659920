/** Local times of a zone of the IANA database, and the instants that they name. */

/** A time as a clock on a wall shows it: a count of milliseconds as if its zone were UTC. */
export type WallTime = number;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    era: "short",
  });
  formats.set(zone, made);
  return made;
};

/** What clocks of a zone show at an instant (in milliseconds), to the second. */
export const wallTimeOf = (instant: number, zone: string): WallTime => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type as string, value]),
  );
  const part = (name: string): number => Number(parts.get(name));
  const wall = new Date(0);
  wall.setUTCFullYear(parts.get("era")?.startsWith("B") ? 1 - part("year") : part("year"), part("month") - 1, part("day"));
  return wall.setUTCHours(part("hour"), part("minute"), part("second"));
};

/**
 * The instant that a wall time names. A `gap` of daylight saving has no such time: it is taken as much later as the clocks were put on; in a
 * `fold` it comes twice, and the earlier is taken.
 */
export const instantOf = (wall: WallTime, zone: string): { instant: number; daylight?: "gap" | "fold" } => {
  const day = 86_400_000;
  const offsets = [...new Set([wall - day, wall + day].map((near) => wallTimeOf(near, zone) - Math.floor(near / 1000) * 1000))];
  const instants = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  const right = instants.filter((instant) => wallTimeOf(instant, zone) === Math.floor(wall / 1000) * 1000);
  const [first, second] = right;
  if (first === undefined) return { instant: instants.at(-1) ?? wall, daylight: "gap" };
  return second === undefined ? { instant: first } : { instant: first, daylight: "fold" };
};

/** An instant as RFC 3339 writes it, to the second, in the offset that its zone had then. */
export const inZone = (instant: number, zone: string): string => {
  const seconds = Math.floor(instant / 1000) * 1000;
  // RFC 3339 knows no seconds in an offset, as zones had them until the twentieth century.
  const offset = Math.round((wallTimeOf(seconds, zone) - seconds) / 60_000);
  const text = new Date(seconds + offset * 60_000).toISOString().slice(0, 19);
  if (offset === 0) return `${text}Z`;
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${text}${offset < 0 ? "-" : "+"}${[hours, minutes].map((part) => String(part).padStart(2, "0")).join(":")}`;
};
