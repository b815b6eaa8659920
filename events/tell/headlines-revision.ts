/** What a revision has done to an offer: facts alone, in no language. What matters most is told. */
import { isSamePrice, namedBy, type Revised } from "../offers/terms.ts";
import { orderKey } from "../order.ts";
import { listOf, type Price } from "../values.ts";
import type { When } from "./grammar.ts";
import type { HeadlineContext } from "./headline.ts";
import type { Wording } from "./offer-told.ts";
import type { Who } from "./who.ts";

type Before = NonNullable<ReturnType<HeadlineContext["offer"]>>;

/** How a price moved: `change` where the two cannot be compared. */
export type PriceMove = "raise" | "cut" | "change" | "same";

/** Who has joined a bidder, and who has left it. */
export type PartnersChange = { did: "partners"; joined: Who[]; left: Who[] };

/** What a bidder has done to its offer. `renew`: the offer was no longer open, and is again. */
export type OfferChange =
  | { did: "renew"; move: PriceMove; price?: Price | undefined; terms?: Wording | undefined; until?: When | undefined }
  | { did: "price"; move: "raise" | "cut" | "change" | "set"; price: Price }
  | { did: "dropPrice" | "dropTerms" | "dropDeadline" | "dropConsent" | "other" }
  | { did: "subject"; subject: Wording }
  | { did: "addressees"; to: Who[]; subjectTo: Who[] }
  | { did: "consent"; subjectTo: Who[] }
  | { did: "terms"; terms: Wording; first: boolean }
  | { did: "deadline"; move: "extend" | "shorten" | "set"; until: When };

/** What a revision has done. */
export type Revision = OfferChange | PartnersChange;

/** What a revision has done to an offer that stood like that. */
export const revisionOf = (data: Revised, before: Before, context: HeadlineContext): Revision =>
  isRenewal(data, before) ? renewal(data, before, context) : change(data, before, context);

/** An offer that is no longer open is renewed, but a rejected one by more than a new deadline alone. */
const isRenewal = (data: Revised, { status }: Before): boolean => {
  if (status === "rejected") return namedBy(data).join() !== "expiresAt";
  return status === "withdrawn" || status === "lapsed" || status === "terminated";
};

const renewal = (data: Revised, before: Before, { words, when }: HeadlineContext): Revision => {
  const price = data.price === undefined ? before.price : (data.price ?? undefined);
  return {
    did: "renew",
    move: priceMove(before.price, price),
    price,
    terms: typeof data.terms === "string" ? words(data.terms) : undefined,
    until: typeof data.expiresAt === "string" ? when(data.expiresAt) : undefined,
  };
};

/** The first of what may have changed that did. */
const change = (data: Revised, before: Before, context: HeadlineContext): Revision =>
  priceChange(data, before) ??
  subjectChange(data, before, context) ??
  partnersChange(data, before, context) ??
  addresseesChange(data, context) ??
  deadlineChange(data, before, context) ??
  consentChange(data, context) ??
  termsChange(data, before, context) ?? { did: "other" };

const priceChange = ({ price }: Revised, before: Before): Revision | undefined => {
  if (price === undefined) return undefined;
  if (price === null) return before.price ? { did: "dropPrice" } : undefined;
  const move = priceMove(before.price, price);
  if (move === "same") return undefined;
  return { did: "price", move: before.price ? move : "set", price };
};

const subjectChange = ({ subject }: Revised, before: Before, { words }: HeadlineContext): Revision | undefined =>
  typeof subject === "string" && subject !== before.subject?.text ? { did: "subject", subject: words(subject) } : undefined;

const partnersChange = ({ partners }: Revised, { by }: Before, { whos }: HeadlineContext): Revision | undefined => {
  if (partners === undefined) return undefined;
  const now = whos(partners);
  const joined = now.filter(({ party }) => !by.some((bidder) => bidder.party === party));
  const left = by.slice(1).filter(({ party }) => !now.some((partner) => partner.party === party));
  return joined.length + left.length === 0 ? undefined : { did: "partners", joined, left };
};

/** Whom it is put to, where somebody is named, and who has to agree as well. */
const addresseesChange = ({ to, subjectTo }: Revised, { whos }: HeadlineContext): Revision | undefined =>
  listOf(to).length === 0 ? undefined : { did: "addressees", to: whos(to), subjectTo: whos(subjectTo) };

const deadlineChange = ({ expiresAt }: Revised, before: Before, { when }: HeadlineContext): Revision | undefined => {
  if (expiresAt === undefined) return undefined;
  if (expiresAt === null) return before.expiresAt === undefined ? undefined : { did: "dropDeadline" };
  const until = when(expiresAt);
  if (before.expiresAt === undefined) return { did: "deadline", move: "set", until };
  const [old, now] = [orderKey(before.expiresAt), orderKey(expiresAt)];
  return old === now ? undefined : { did: "deadline", move: now > old ? "extend" : "shorten", until };
};

const consentChange = ({ subjectTo }: Revised, { whos }: HeadlineContext): Revision | undefined => {
  if (subjectTo === undefined) return undefined;
  return listOf(subjectTo).length === 0 ? { did: "dropConsent" } : { did: "consent", subjectTo: whos(subjectTo) };
};

const termsChange = ({ terms }: Revised, before: Before, { words }: HeadlineContext): Revision | undefined => {
  if (terms === undefined || terms === before.terms?.text) return undefined;
  if (terms === null) return before.terms ? { did: "dropTerms" } : undefined;
  return { did: "terms", terms: words(terms), first: before.terms === undefined };
};

/** How a price moved: both of its ends, where it is a range, the same way. */
const priceMove = (old: Price | undefined, now: Price | undefined): PriceMove => {
  if (isSamePrice(old, now)) return "same";
  if (!old || !now || old.currency !== now.currency || (old.basis ?? "total") !== (now.basis ?? "total")) return "change";
  const ends = [difference(old.amount, now.amount), difference(old.upTo ?? old.amount, now.upTo ?? now.amount)];
  if (ends.every((end) => end >= 0n) && ends.some((end) => end > 0n)) return "raise";
  if (ends.every((end) => end <= 0n) && ends.some((end) => end < 0n)) return "cut";
  return "change";
};

/** By how much an amount is more than another, in ten-thousandths: amounts have four decimals at most. */
const difference = (old: string, now: string): bigint => tenThousandths(now) - tenThousandths(old);

const tenThousandths = (amount: string): bigint => {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(4, "0"));
};
