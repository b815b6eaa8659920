/** The one live fact of a story's card, as a line: “$31 a share · 2 bids · until 10 December”. */
import { once } from "../../../events/once.ts";
import type { When } from "../../../events/tell/grammar.ts";
import { grammarOf, type Language } from "../../../events/tell/languages.ts";
import { listed, type Runs } from "../../../events/tell/runs.ts";
import type { Precision } from "../../../events/values.ts";
import type { Card } from "../../../projections/card.ts";
import { whosOf } from "../party-names.tsx";
import type { Words } from "../words/shape.ts";

/** Of which story, for whom, and when: in milliseconds. */
type Telling = { language: Language; words: Words; storyLanguage: string; now: number };

const dayMs = 86_400_000;

/** The live fact; none where nothing of the story is open, or what was announced has passed. */
export const liveFactOf = ({ facts, timeZone: zone }: Card, { language, words, storyLanguage, now }: Telling): Runs => {
  const { fact } = words;
  const { price, bids, isAgreed, until, insults, next, awaiting } = facts[language];
  const { money, date } = grammarOf(language);
  const year = new Date(now).getUTCFullYear();
  const text = (told: string): Runs => [{ text: told }];
  const isOpen = until !== undefined && Date.parse(until) > now;
  const parts: Runs[] = [
    ...(price ? [text(money(price, "table"))] : []),
    ...(isAgreed && price ? [text(fact.agreed)] : []),
    ...(bids ? [text(fact.bids(bids))] : []),
    ...(isOpen ? [text(fact.until(date({ at: until, precision: "minute", zone }, year)))] : []),
    ...(insults
      ? [text(fact.insults(insults.count)), text(fact.last(dayTold({ language, words }, { ...insults.last, zone }, now)))]
      : []),
    ...(awaiting && !next ? [fact.awaiting(whosOf(awaiting))] : []),
  ];
  const when = next && !isOpen ? whenOf(next.at, zone) : undefined;
  if (next && when && Date.parse(when.at) + (when.precision === "day" ? dayMs : 0) > now)
    parts.push(fact.next(date(when, year), [{ text: next.what, as: "words", language: storyLanguage }]));
  return listed(parts, " · ", " · ");
};

const whenOf = (at: string, zone: string | undefined): When =>
  at.length > "2025-03-10".length ? { at, precision: "minute", zone } : { at: `${at}T00:00:00Z`, precision: "day" };

const relative = once((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

/** A day as one speaks of it: today, yesterday, so many days ago within a week, else its date. */
const dayTold = (
  { language, words: { locale, fact } }: Pick<Telling, "language" | "words">,
  { occurredAt, precision, zone }: { occurredAt: string; precision: Precision; zone: string | undefined },
  now: number,
): string => {
  const told = grammarOf(language).date({ at: occurredAt, precision, zone }, new Date(now).getUTCFullYear());
  if (precision === "month" || precision === "year") return told;
  const day = precision === "day" ? occurredAt.slice(0, 10) : dayIn(occurredAt, zone);
  const days = Math.round((Date.parse(dayIn(new Date(now).toISOString(), zone)) - Date.parse(day)) / dayMs);
  return days >= 0 && days < 7 ? relative(locale).format(-days, "day") : fact.on(told);
};

/** The day of an instant in a zone, or, without one, in UTC: `2025-03-10`. */
const dayIn = (at: string, zone = "UTC"): string => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(at));
