/** When an entry happened, as readers are told it. */
import type { When } from "../../../events/tell/grammar.ts";
import { grammarOf, type Language } from "../../../events/tell/languages.ts";
import type { Entry } from "../../../projections/timeline.ts";

type Known = Pick<Entry, "occurredAt" | "precision">;

const whenOf = ({ occurredAt: at, precision }: Known, zone: string): When => ({ at, precision, zone });

/** The day, and the time of day where it is known, in the clock of a zone: “10 February 2025, 8.30pm”. */
export const entryTime = (known: Known, zone: string, language: Language): string => {
  const { date, timeOfDay } = grammarOf(language);
  const when = whenOf(known, zone);
  return [date(when), timeOfDay(when)].filter((part) => part !== undefined).join(", ");
};

/** The whole of it, as a change of it is told: “8.30pm CET on 10 February 2025”. */
export const changedTime = (known: Known, zone: string, language: Language): string =>
  grammarOf(language).dateAndTime(whenOf(known, zone));
