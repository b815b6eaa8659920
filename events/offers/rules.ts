/** The rules on offers that several event types share, each one sentence. */
import type { Rule } from "../define.ts";
import { orderKey, startOf } from "../order.ts";
import { get, type Offer, type OfferStatus, type OfferTerms, partyAt, type Story } from "../story.ts";
import { listOf, type Price } from "../values.ts";
import { addresseesOf, biddersOf, hasAccepted, voiceOf } from "./addressees.ts";
import { circumstancesOf, rowOf } from "./life.ts";
import { statesFor } from "./table.ts";
import { differencesOf, namedBy, type OfferEvent, type Offered, revisedTerms, termsOf } from "./terms.ts";

type OfferRule = Rule<OfferEvent["data"]>;

const anyOf = (statuses: readonly OfferStatus[]): string =>
  new Intl.ListFormat("en-GB", { type: "disjunction" }).format(statuses);

/** A party's name in a sentence for editors. */
export const nameOf = (story: Story, party: string): string => partyAt(story, party)?.name ?? party;
const namesOf = (story: Story, parties: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parties.map((party) => nameOf(story, party)));

/** The offer is in a state that the table admits for this act, by whoever does it. */
export const tableAdmits: OfferRule = {
  code: "offer-in-another-state",
  pointer: "/data/offer",
  broken: (story, event) => {
    const { offer: slug } = event.data;
    const offer = get(story.offers, slug);
    if (!offer) return `The offer “${slug}” was not made until later: check when this happened.`;
    if (rowOf(story, offer, event)) return undefined;
    const again = listOf(event.data.by).find((party) => hasAccepted(offer, party));
    if (again !== undefined) return `${nameOf(story, again)} has accepted the offer “${slug}” already.`;
    const states = statesFor(circumstancesOf(story, offer, event));
    return `The offer “${slug}” was ${offer.status} at that time; it has to be ${anyOf(states)}.`;
  },
};

/** Nobody answers an offer of their own. */
export const notByABidder: OfferRule = {
  code: "own-offer",
  pointer: "/data/by",
  broken: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    const own = offer && listOf(data.by).find((party) => biddersOf(offer).includes(party));
    return (
      own && `${nameOf(story, own)} makes the offer “${data.offer}”: it cannot answer it. To take it back, record OfferWithdrawn.`
    );
  },
};

/** An answer by somebody who speaks for no addressee is recorded as advice. */
export const advises: OfferRule = {
  code: "advice",
  pointer: "/data/by",
  broken: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (!offer) return undefined;
    const voices = listOf(data.by).map((party) => ({ party, ...voiceOf(story, offer, party) }));
    const others = voices.filter(({ as }) => as === "other").map(({ party }) => party);
    const early = voices.filter(({ as }) => as === "subject").map(({ party }) => party);
    if (others.length > 0) {
      const deciders = namesOf(story, addresseesOf(story, offer));
      const names = namesOf(story, others);
      return `${names} ${others.length > 1 ? "speak" : "speaks"} for no addressee of “${data.offer}”, on which ${deciders} decides: this is recorded as advice, and changes no state. If ${names} has signed what was put to others, revise whom it is addressed to first (OfferRevised with \`to\` and \`subjectTo\`).`;
    }
    if (early.length > 0 && (offer.status === "open" || offer.status === "rejected"))
      return `The offer “${data.offer}” has not been signed yet: what ${namesOf(story, early)} says of it is kept, and counts once it is.`;
    return undefined;
  },
};

/** Why terms cannot be: nobody makes an offer to themselves, or twice over. */
const brokenTerms = (story: Story, terms: OfferTerms, addressees: readonly string[]): string | undefined => {
  const bidders = biddersOf(terms);
  const twice = bidders.find((bidder, index) => bidders.indexOf(bidder) !== index);
  if (twice !== undefined) return `${nameOf(story, twice)} is named twice among those who make the offer.`;
  const own = [...addressees, ...terms.subjectTo].find((party) => bidders.includes(party));
  return own && `${nameOf(story, own)} cannot make an offer to itself: say in \`to\` whom it is made to.`;
};

type Making = Rule<Offered & { inReplyTo?: string | undefined }>;

/** No bidder is its own addressee, or has to agree to its own offer. */
export const notToItself: Making = {
  code: "offer-to-itself",
  pointer: "/data/to",
  broken: (story, { data }) => {
    const terms = termsOf(data);
    return brokenTerms(story, terms, addresseesOf(story, { ...terms, inReplyTo: data.inReplyTo }));
  },
};

/** An offer's time does not run out before it is made. */
export const deadlineAfterOffer: Making = {
  code: "deadline-before-offer",
  pointer: "/data/expiresAt",
  broken: (_, event) => deadlineBefore(event.data.expiresAt, startOf(event)),
};

const deadlineBefore = (expiresAt: string | null | undefined, made: string): string | undefined =>
  expiresAt && orderKey(expiresAt) < made ? "The deadline is before the offer was made." : undefined;

/** A revision says something of the offer that was not so, or renews one that is over. */
export const changesSomething: OfferRule = {
  code: "changes-nothing",
  pointer: "/data",
  broken: (story, event) => {
    const { data } = event;
    const offer = get(story.offers, data.offer);
    if (!offer) return undefined;
    const named = namedBy(data);
    const isOver = offer.status !== "open" && offer.status !== "accepted";
    if (differencesOf(offer, revisedTerms(offer, data, startOf(event))).length > 0) return undefined;
    if (isOver && named.some((name) => name !== "expiresAt" && data[name] !== null)) return undefined;
    return `This changes nothing of the offer “${data.offer}”.`;
  },
};

/** What a revision makes of an offer can be one: it is made to others, and its time does not run out before it was made. */
export const revisionHolds: OfferRule = {
  code: "offer-to-itself",
  pointer: "/data",
  broken: (story, event) => {
    const offer = get(story.offers, event.data.offer);
    if (!offer) return undefined;
    const terms = revisedTerms(offer, event.data, startOf(event));
    return brokenTerms(story, terms, addresseesOf(story, { ...offer, ...terms }));
  },
};

/** A revised deadline is not before the offer was made. */
export const deadlineAfterMaking: OfferRule = {
  code: "deadline-before-offer",
  pointer: "/data/expiresAt",
  broken: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    return offer && deadlineBefore(data.expiresAt, startOf(offer));
  },
};

/** Only a party to an agreement ends it; anybody else's word is unlikely. */
export const notByAStranger: OfferRule = {
  code: "termination-by-a-stranger",
  pointer: "/data/by",
  broken: (story, { data }) => {
    const offer = get(story.offers, data.offer);
    if (!offer) return undefined;
    const bidders = biddersOf(offer);
    const isParty = (party: string): boolean =>
      bidders.includes(party) || bidders.includes(partyAt(story, party)?.of ?? "") || voiceOf(story, offer, party).as !== "other";
    const stranger = listOf(data.by).find((party) => !isParty(party));
    return stranger && `${nameOf(story, stranger)} is a stranger to this agreement: neither a bidder nor one of its addressees.`;
  },
};

/** A deal closes at a price like the one that was agreed. */
export const closesAsAgreed: Rule<{ offer: string; price?: Price | null | undefined }> = {
  code: "another-kind-of-price",
  pointer: "/data/price",
  broken: (story, { data: { offer: slug, price } }) => {
    const agreed = get(story.offers, slug)?.price;
    if (!price || !agreed) return undefined;
    if (price.currency !== agreed.currency) return `The currency is another than that of the offer (${agreed.currency}).`;
    return (price.basis ?? "total") === (agreed.basis ?? "total")
      ? undefined
      : "The basis is another than that of the offer: one is for each share, the other for the whole.";
  },
};

/** One target is sold once, as a rule. */
export const closesOnce: Rule<{ offer: string }> = {
  code: "closed-twice",
  pointer: "/data/offer",
  broken: (story, { data }) => {
    const target = get(story.offers, data.offer)?.target;
    const other = Object.entries(story.offers).find(
      ([slug, offer]: [string, Offer]) => slug !== data.offer && offer.status === "closed" && offer.target === target,
    );
    return target !== undefined && other
      ? `This is a second closed deal for the target ${nameOf(story, target)}: “${other[0]}” is closed already.`
      : undefined;
  },
};
