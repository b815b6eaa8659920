/** What the tables of headlines are written with: the parties and offers of their stories, and how a row is told. */
import { describe, expect, it } from "vitest";
import { definitionOf, type EventType } from "../../../events/registry.ts";
import type { OfferStatus, PartyFacts } from "../../../events/story.ts";
import type { HeadlineContext } from "../../../events/tell/headline.ts";
import { headlineOf } from "../../../events/tell/headlines.ts";
import type { OfferTold } from "../../../events/tell/offer-told.ts";
import { plain } from "../../../events/tell/runs.ts";
import type { Who } from "../../../events/tell/who.ts";
import { listOf, type Price } from "../../../events/values.ts";

const person = (name: string, short?: string): PartyFacts => ({ name, ...(short ? { short } : {}), kind: "person" });
const firm = (name: string): PartyFacts => ({ name, kind: "organization" });

/** The cast of the tables. */
const cast: Record<string, PartyFacts> = {
  musk: person("Elon Musk", "Musk"),
  altman: { ...person("Sam Altman", "Altman"), of: "openai" },
  openai: firm("OpenAI"),
  twitter: firm("Twitter"),
  alpha: firm("Alpha"),
  beta: firm("Beta"),
  gamma: firm("Gamma"),
  delta: firm("Delta"),
  yahoo: firm("Yahoo!"),
  hermes: firm("Hermès"),
  real: { ...firm("Real Madrid"), names: { fr: { name: "le Real Madrid" } } },
  barcelona: { ...firm("Barcelona"), names: { fr: { name: "Barcelone" } } },
  messi: person("Lionel Messi", "Messi"),
  boeing: firm("Boeing"),
  union: { ...firm("the union"), names: { fr: { name: "le syndicat" } } },
  members: { name: "the members", names: { fr: { name: "les membres" } }, kind: "group", plural: true, of: "union" },
  holders: {
    name: "the shareholders",
    names: { fr: { name: "les actionnaires" } },
    kind: "group",
    plural: true,
    of: "openai",
  },
  lewis: firm("Glass Lewis"),
  cma: { ...firm("the CMA"), names: { fr: { name: "la CMA" } } },
  germany: { ...firm("Germany"), names: { fr: { name: "l’Allemagne" } } },
  netherlands: { ...firm("the Netherlands"), names: { fr: { name: "les Pays-Bas" } }, plural: true },
  island: { ...firm("the Island"), names: { fr: { name: "l’Île" } } },
  aziz: { ...person("عبد العزيز"), nameLanguage: "ar" },
};

const whoOf = (party: string): Who => ({ party, facts: cast[party] ?? firm(party) });
const whosOf = (parties: Parameters<HeadlineContext["whos"]>[0]): Who[] => listOf(parties).map(whoOf);

/** So many billions of dollars. */
export const billions = (amount: string): Price => ({ amount: `${amount}000000000`, currency: "USD" });
/** An amount as it stands. */
export const exactly = (amount: string, currency = "USD"): Price => ({ amount, currency });
/** A price for each share. */
export const perShare = (amount: string, currency = "USD"): Price => ({ amount, currency, basis: "per-share" });

type Status = { status: OfferStatus };
type Sketch = Partial<Omit<OfferTold, "by" | "to" | "target" | "subject" | "terms">> & {
  by: string | string[];
  to?: string | string[];
  target?: string;
  subject?: string;
  terms?: string;
};

/** An offer as a headline is told of it: `offered({ by: "musk", target: "openai", price })`. Words are in the story's language. */
export const offered = (sketch: Sketch & Partial<Status>, language = "en"): OfferTold & Status => {
  const {
    by,
    to,
    target,
    subject,
    terms,
    status = "open",
    kind = target ? "bid" : "proposal",
    counter = false,
    ...rest
  } = sketch;
  return {
    offer: "o",
    kind,
    counter,
    by: whosOf(by),
    to: whosOf(to ?? target),
    target: target === undefined ? undefined : whoOf(target),
    subject: subject === undefined ? undefined : { text: subject, language },
    terms: terms === undefined ? undefined : { text: terms, language },
    status,
    ...rest,
  };
};

/** A row: an event's data, what was so before it, and how it reads. */
export type Row = {
  data?: object;
  /** The offer that the event is about, or that it makes; none where it was taken down. */
  offer?: (OfferTold & Status) | undefined;
  reported?: true;
  denied?: string[];
  counts?: HeadlineContext["counts"];
  report?: { type: string; offer?: string };
  /** The story's language and time zone. */
  language?: string;
  zone?: string;
  en: string;
  fr: string;
};

const contextOf = ({ offer, reported, denied, counts = "answer", report, language = "en", zone }: Row): HeadlineContext => ({
  version: 9,
  certainty: reported ? "reported" : "confirmed",
  denied: denied?.map(whoOf),
  who: whoOf,
  whos: whosOf,
  making: () => offer ?? offered({ by: "musk", target: "openai" }),
  offer: () => offer,
  counts,
  report: () => report,
  words: (text) => ({ text, language }),
  when: (at) => ({ at, precision: "minute", ...(zone ? { zone } : {}) }),
});

/** Plain text with every space alike, as the tables are written. */
const evenly = (text: string): string => text.replace(/[\u00a0\u202f]/gu, " ");

/** Tells each row in both languages, and holds it against what a desk would print. */
export const reads = (type: EventType, rows: readonly Row[]): void => {
  const definition = definitionOf(type);
  const told = (row: Row, language: "en" | "fr") =>
    evenly(plain(headlineOf(definition, language, { offer: "o", ...row.data }, contextOf(row))));
  describe(type, () => {
    for (const row of rows) {
      it(row.en, () => {
        expect(told(row, "en")).toBe(row.en);
        expect(told(row, "fr")).toBe(row.fr);
      });
    }
  });
};
