/** What a bidder does to its own offer, in an English headline: “Musk raises the offer for OpenAI to $100bn”. */
import type { Revised } from "../../offers/terms.ts";
import type { When } from "../grammar.ts";
import type { Headline, HeadlineContext } from "../headline.ts";
import { type OfferChange, type PartnersChange, type PriceMove, revisionOf } from "../headlines-revision.ts";
import type { Wording } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { english } from "./grammar.ts";
import { offerBy, ownOffer, passive, subject, type Verb, wordsAfter } from "./headlines.ts";
import { wordsWithin } from "./offer.ts";

const { say, names } = english;

/** “Musk raises the offer for OpenAI to $100bn”, by what the revision did. */
export const offerIsRevised: Headline<Revised & { offer: string }> = (data, context) => {
  const offer = context.offer(data.offer);
  if (!offer) return say`the offer ${passive("revised", context)}`;
  const revision = revisionOf(data, offer, context);
  if (revision.did === "partners") return partners(revision, offer, context);
  const [verb, object] = told(revision, ownOffer(offer, { agreed: offer.status === "accepted" }));
  return say`${subject(offer.by, verb, context)} ${object}`;
};

/** The verb, and what follows it. */
const told = (revision: OfferChange, its: Runs): [Verb, Runs] => {
  switch (revision.did) {
    case "renew":
      return [["renews", "renew", "renewed"], say`${its}${renewed(revision)}`];
    case "price":
      return priced[revision.move](its, english.money(revision.price, "sentence"));
    case "dropPrice":
      return [["takes", "take", "taken"], say`the price off ${its}`];
    case "subject":
      return [["changes", "change", "changed"], say`${its} to ${wordsWithin(revision.subject)}`];
    case "addressees":
      return [
        ["puts", "put", "put"],
        say`${its} to ${names(revision.to)}${consent(revision.subjectTo, ", subject to the consent of ")}`,
      ];
    case "consent":
      return [["makes", "make", "made"], say`${its}${consent(revision.subjectTo, " subject to the consent of ")}`];
    case "dropConsent":
      return [["drops", "drop", "dropped"], say`the need for others to consent to ${its}`];
    case "deadline":
      return deadline[revision.move](its, english.date(revision.until));
    case "dropDeadline":
      return [["drops", "drop", "dropped"], say`the deadline of ${its}`];
    case "terms":
      return revision.first
        ? [sets, say`terms for ${its}${wordsAfter(revision.terms)}`]
        : [changes, say`the terms of ${its}${wordsAfter(revision.terms)}`];
    case "dropTerms":
      return [["drops", "drop", "dropped"], say`the terms of ${its}`];
    case "other":
      return [["revises", "revise", "revised"], its];
  }
};

const changes: Verb = ["changes", "change", "changed"];
const sets: Verb = ["sets", "set", "set"];

const priced: Record<Exclude<PriceMove, "same"> | "set", (its: Runs, price: string) => [Verb, Runs]> = {
  raise: (its, price) => [["raises", "raise", "raised"], say`${its} to ${price}`],
  cut: (its, price) => [["cuts", "cut", "cut"], say`${its} to ${price}`],
  change: (its, price) => [changes, say`${its} to ${price}`],
  set: (its, price) => [["puts", "put", "put"], say`a price of ${price} on ${its}`],
};

const deadline: Record<"extend" | "shorten" | "set", (its: Runs, date: string) => [Verb, Runs]> = {
  extend: (its, date) => [["extends", "extend", "extended"], say`${its} until ${date}`],
  shorten: (its, date) => [["brings", "bring", "brought"], say`the deadline of ${its} forward to ${date}`],
  set: (its, date) => [sets, say`a deadline of ${date} for ${its}`],
};

type Renewed = {
  move: PriceMove;
  price?: Parameters<typeof english.money>[0] | undefined;
  terms?: Wording | undefined;
  until?: When | undefined;
};

/** At what price an offer is renewed, else on what terms, else until when. */
const renewed = ({ move, price, terms, until }: Renewed): Runs => {
  const amount = price && english.money(price, "sentence");
  if (amount && move === "raise") return say`, raising it to ${amount}`;
  if (amount && move === "cut") return say`, cutting it to ${amount}`;
  if (amount) return say` at ${amount}`;
  if (terms) return wordsAfter(terms);
  return until ? say` until ${english.date(until)}` : [];
};

const consent = (whos: readonly Who[], before: string): Runs => (whos.length === 0 ? [] : say`${before}${names(whos)}`);

type Before = NonNullable<ReturnType<HeadlineContext["offer"]>>;

/** Who joins an offer, who leaves it, who takes whose place. */
const partners = ({ joined, left }: PartnersChange, offer: Before, context: HeadlineContext): Runs => {
  const others = offer.by.filter(({ party }) => !left.some((gone) => gone.party === party));
  const its = offerBy({ ...offer, by: others });
  if (left.length === 0) return say`${subject(joined, ["joins", "join", "joined"], context)} ${its}`;
  if (joined.length === 0) return say`${subject(left, ["leaves", "leave", "left"], context)} ${its}`;
  return say`${subject(joined, ["replaces", "replace", "replaced"], context)} ${names(left)} in ${its}`;
};
