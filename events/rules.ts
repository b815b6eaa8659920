/** Rules that several event types share, each one sentence. */
import type { Rule } from "./define.ts";
import { get, type OfferStatus, type Standing } from "./story.ts";

const told: Record<OfferStatus, string> = {
  open: "open",
  rejected: "rejected",
  accepted: "accepted",
  withdrawn: "withdrawn",
  lapsed: "lapsed",
  closed: "closed",
  terminated: "terminated",
};

const anyOf = (statuses: readonly OfferStatus[]): string =>
  new Intl.ListFormat("en-GB", { type: "disjunction" }).format(statuses.map((status) => told[status]));

/** The offer that the event names is in one of these states when the event happens. */
export const offerIs = <Data extends { offer: string }>(...statuses: OfferStatus[]): Rule<Data> => ({
  code: statuses.length === 1 ? `offer-not-${statuses[0]}` : "offer-in-another-state",
  pointer: "/data/offer",
  broken: (story, { data }) => ruleOnOffer(get(story.offers, data.offer), data.offer, statuses),
});

/** The offer that the event replies to is in one of these states when the event happens. */
export const repliedOfferIs = <Data extends { inReplyTo: string }>(...statuses: OfferStatus[]): Rule<Data> => ({
  code: "offer-not-open",
  pointer: "/data/inReplyTo",
  broken: (story, { data }) => ruleOnOffer(get(story.offers, data.inReplyTo), data.inReplyTo, statuses),
});

const ruleOnOffer = (offer: Standing | undefined, slug: string, statuses: readonly OfferStatus[]) => {
  if (!offer) return `The offer “${slug}” was not made until later: check when this happened.`;
  if (statuses.includes(offer.status)) return undefined;
  return `The offer “${slug}” was ${told[offer.status]} at that time; it has to be ${anyOf(statuses)}.`;
};
