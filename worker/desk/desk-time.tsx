/** A time at the desk: when somebody signed in, or when something was recorded, to the minute. */
import type { DeskVisit } from "./desk-page.ts";

/** An instant of the log or of a session, in UTC, as the page's language writes it. */
export const DeskTime = ({ visit: { language, words }, at }: { visit: DeskVisit; at: string }) => {
  const format = new Intl.DateTimeFormat(words.locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    hour12: language === "en",
    timeZone: "UTC",
    timeZoneName: "short",
  });
  return <time datetime={at}>{format.format(new Date(at))}</time>;
};
