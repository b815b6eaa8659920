/** How a story is told in a language: names, money, offers, quotation marks. */
import { french } from "./french.ts";
import { once } from "./once.ts";
import { get, type Story } from "./story.ts";
import type { Money, Price, Quote } from "./values.ts";

/** The languages that Riposte's own sentences come in. */
export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

/** What headlines are told with, in one language. */
export type Teller = {
  name: (party: string) => string;
  names: (parties: readonly string[]) => string;
  /** “of NAME”: possessive in English, elided in French. */
  of: (party: string) => string;
  money: (money: Price | Money) => string;
  /** An offer by who made it and what it is for; none where it is not known. */
  offer: (slug: string) => string;
  /** What was said, in the language in which it was said. */
  quote: (quote: Quote) => string;
  text: (words: string, most?: number) => string;
};

const locales = { en: "en-GB", fr: "fr-FR" } as const;
const million = 1_000_000;

const listOf = once((language: Language) => new Intl.ListFormat(locales[language], { type: "conjunction" }));

const formatOf = once(
  (language: Language, currency: string, compact: boolean, cents: boolean) =>
    new Intl.NumberFormat(locales[language], {
      style: "currency",
      currency,
      currencyDisplay: language === "en" && currency === "USD" ? "narrowSymbol" : "symbol",
      ...(compact
        ? { notation: "compact", maximumFractionDigits: 2 }
        : { maximumFractionDigits: 4, minimumFractionDigits: cents ? 2 : 0 }),
    }),
);

/** Money as a reader writes it: `$97.4bn`, `97,4 Md $US`; below a million in full. */
export const tellMoney = ({ amount, currency }: Money, language: Language): string => {
  const format = formatOf(language, currency, Number(amount) >= million, amount.includes("."));
  // ECMA-402 formats a decimal string exactly; the type knows only of numbers' own.
  return format.format(amount as Intl.StringNumericLiteral);
};

/** Cuts between two words, else between two characters: never within a surrogate pair. */
const shorten = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$|\p{Surrogate}$/u, "")}…`;

const elides = /^[aeiouàâäéèêëîïôöùûüœæ]/iu;
const phrases = {
  en: {
    of: (name: string) => `${name}’${/s$/iu.test(name) ? "" : "s"}`,
    quote: (words: string) => `“${words}”`,
    perShare: (money: string) => `${money} per share`,
    offer: (by: string, target: string, counter: boolean) => `${by} ${counter ? "counter-offer" : "offer"} for ${target}`,
    someOffer: "the offer",
  },
  fr: {
    of: (name: string) => (elides.test(name) ? `d’${name}` : `de ${name}`),
    quote: (words: string) => french`« ${words} »`,
    perShare: (money: string) => `${money} par action`,
    offer: (by: string, target: string, counter: boolean) => `${counter ? "la contre-offre" : "l’offre"} ${by} sur ${target}`,
    someOffer: "l’offre",
  },
};

/** A teller of one story in one language. Names and offers are taken from the story as it stands. */
export const teller = (story: Pick<Story, "names" | "offers">, language: Language): Teller => {
  const phrase = phrases[language];
  const name = (party: string) => get(story.names, party) ?? party;
  return {
    name,
    names: (parties) => listOf(language).format(parties.map(name)),
    of: (party) => phrase.of(name(party)),
    money: (money) => {
      const told = tellMoney(money, language);
      return "basis" in money && money.basis === "per-share" ? phrase.perShare(told) : told;
    },
    offer: (slug) => {
      const offer = get(story.offers, slug);
      if (!offer) return phrase.someOffer;
      return phrase.offer(phrase.of(name(offer.by)), name(offer.target), offer.inReplyTo !== undefined);
    },
    quote: ({ text, translationOf }) => phrase.quote(shorten(translationOf?.text ?? text, 140)),
    text: (words, most = 200) => shorten(words, most),
  };
};
