/** When something was modified last, as HTTP tells it and asks for it: RFC 9110, sections 8.8.2 and 13.1.3. */

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const month = `(${months.join("|")})`;
const clock = String.raw`(\d\d):(\d\d):(\d\d)`;
/** The three forms of section 5.6.7: today's, and two that are obsolete and are understood all the same. */
const forms = [
  { form: new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d\\d) ${month} (\\d{4}) ${clock} GMT$`), order: [0, 1, 2, 3, 4, 5] },
  {
    form: new RegExp(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\\d\\d)-${month}-(\\d\\d) ${clock} GMT$`),
    order: [0, 1, 2, 3, 4, 5],
  },
  { form: new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${month} ([ \\d]\\d) ${clock} (\\d{4})$`), order: [1, 0, 5, 2, 3, 4] },
];

/** The instant of an HTTP date, in milliseconds since 1970; undefined where it is none. */
export const parseHttpDate = (text: string, now = Date.now()): number | undefined => {
  for (const { form, order } of forms) {
    const found = form.exec(text)?.slice(1);
    if (!found) continue;
    const [day = "", name = "", year = "", ...time] = order.map((place) => found[place] ?? "");
    const [hour = 0, minute = 0, second = 0] = time.map(Number);
    const [date, index, whole] = [Number(day), months.indexOf(name), wholeYear(year, now)];
    const at = Date.UTC(whole, index, date, hour, minute, second);
    // A leap second is the one after it; no other number may run over.
    return new Date(at).getUTCDate() === date && hour < 24 && minute < 60 && second <= 60 ? at : undefined;
  }
  return undefined;
};

/** Two digits of a year stand for the last such year that is not over 50 years ahead. */
const wholeYear = (year: string, now: number): number => {
  if (year.length === 4) return Number(year);
  const thisYear = new Date(now).getUTCFullYear();
  const inCentury = thisYear - (thisYear % 100) + Number(year);
  return inCentury > thisYear + 50 ? inCentury - 100 : inCentury;
};

/** The value of `Last-Modified` for what changed last at that instant. */
export const lastModified = (changed: string): string => new Date(changed).toUTCString();

/**
 * Whether the client has what changed last at that instant, by `If-Modified-Since`; false where `If-None-Match` says what it has, which
 * stands before it, and where it is no date. It tells whole seconds: what changed twice within one is told apart by tags alone.
 */
export const isUnmodifiedSince = (
  headers: { ifModifiedSince: string | undefined; ifNoneMatch: string | undefined },
  changed: string,
): boolean => {
  const { ifModifiedSince, ifNoneMatch } = headers;
  if (ifModifiedSince === undefined || ifNoneMatch !== undefined) return false;
  const since = parseHttpDate(ifModifiedSince);
  return since !== undefined && Date.parse(lastModified(changed)) <= since;
};
