/** What an offer says, and what a revision or a closing makes of it. */
import { orderKey } from "../order.ts";
import type { Recorded } from "../recorded.ts";
import { canonical } from "../seal.ts";
import type { OfferTerms } from "../story.ts";
import { type Equivalent, listOf, type Price } from "../values.ts";

type Parties = string | readonly string[] | null | undefined;

/** What an offer says when it is made. */
export type Offered = {
  by: string;
  partners?: string[] | undefined;
  to?: Parties;
  target?: string | undefined;
  subject?: string | undefined;
  subjectTo?: Parties;
  price?: Price | undefined;
  equivalents?: Equivalent[] | undefined;
  terms?: string | undefined;
  expiresAt?: string | undefined;
};

/** What a revision says: what it does not name stays, null takes away. */
export type Revised = {
  price?: Price | null | undefined;
  equivalents?: Equivalent[] | null | undefined;
  partners?: string[] | null | undefined;
  to?: Parties;
  subjectTo?: Parties;
  terms?: string | null | undefined;
  expiresAt?: string | null | undefined;
  subject?: string | null | undefined;
};

/** An event on an offer, of any type: what of its data matters to the offer's life. */
export type OfferEvent = Recorded<string, { offer: string; by?: string | readonly string[] | undefined } & Revised>;

/** The terms of an offer as it is made. */
export const termsOf = (data: Offered): OfferTerms => ({
  by: data.by,
  partners: data.partners ?? [],
  to: [...listOf(data.to)],
  target: data.target,
  subject: data.subject,
  subjectTo: [...listOf(data.subjectTo)],
  price: data.price,
  equivalents: data.equivalents,
  terms: data.terms,
  expiresAt: data.expiresAt,
});

const revisable = ["price", "equivalents", "partners", "to", "subjectTo", "terms", "expiresAt", "subject"] as const;
type Revisable = (typeof revisable)[number];

/** What a revision names of an offer. */
export const namedBy = (data: Revised): Revisable[] => revisable.filter((name) => data[name] !== undefined);

const decimal = (amount: string | undefined): string | undefined => amount?.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

/** Whether two prices are one: `10` and `10.0` are, and so are a price for the whole and one that does not say what it is for. */
export const isSamePrice = (a: Price | undefined, b: Price | undefined): boolean => {
  if (!a || !b) return a === b;
  return (
    decimal(a.amount) === decimal(b.amount) &&
    a.currency === b.currency &&
    (a.basis ?? "total") === (b.basis ?? "total") &&
    decimal(a.upTo) === decimal(b.upTo) &&
    (a.approximate ?? false) === (b.approximate ?? false)
  );
};

const isSame = (name: Revisable, a: OfferTerms, b: OfferTerms): boolean =>
  name === "price"
    ? isSamePrice(a.price, b.price)
    : name === "expiresAt" && a.expiresAt !== undefined && b.expiresAt !== undefined
      ? orderKey(a.expiresAt) === orderKey(b.expiresAt)
      : canonical([a[name] ?? null]) === canonical([b[name] ?? null]);

/** What of an offer's terms differs from others. */
export const differencesOf = (before: OfferTerms, after: OfferTerms): Revisable[] =>
  revisable.filter((name) => !isSame(name, before, after));

const said = <Value>(value: Value | null | undefined, otherwise: Value | undefined): Value | undefined =>
  value === undefined ? otherwise : (value ?? undefined);

/**
 * The terms once they are revised by an event that begins at `start` (as `orderKey` writes it). A new price takes away the equivalents and
 * the terms of the old one unless they are said again, and a deadline that has passed by then.
 */
export const revisedTerms = (offer: OfferTerms, data: Revised, start: string): OfferTerms => {
  const price = said(data.price, offer.price);
  const isNew = !isSamePrice(price, offer.price);
  const hasPassed = offer.expiresAt !== undefined && orderKey(offer.expiresAt) <= start;
  return {
    by: offer.by,
    target: offer.target,
    partners: said(data.partners, offer.partners) ?? [],
    to: data.to === undefined ? offer.to : [...listOf(data.to)],
    subject: said(data.subject, offer.subject),
    subjectTo: data.subjectTo === undefined ? offer.subjectTo : [...listOf(data.subjectTo)],
    price,
    equivalents: said(data.equivalents, isNew ? undefined : offer.equivalents),
    terms: said(data.terms, isNew ? undefined : offer.terms),
    expiresAt: said(data.expiresAt, isNew && hasPassed ? undefined : offer.expiresAt),
  };
};
