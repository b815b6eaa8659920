/** Which open offers a deal has superseded: nobody has withdrawn or turned them down, and nobody owes them an answer. */
import { get, type OfferStatus, type Standing, type Story } from "../events/story.ts";

type Offers = Story["offers"];

/** What was agreed to, whatever became of the deal. */
const agreed = new Set<OfferStatus>(["accepted", "closed", "terminated"]);

/**
 * The open offers that the agreement on another, for the same target, has superseded: those that it answers, unless they were renewed
 * since, and the counter-offers to it.
 */
export const superseded = (offers: Offers): Set<string> => {
  const found = new Set<string>();
  for (const [slug, offer] of Object.entries(offers)) {
    let answered = answeredBy(offers, offer);
    if (isAgreed(answered?.[1])) found.add(slug);
    if (!isAgreed(offer)) continue;
    while (answered?.[1].countered && !found.has(answered[0])) {
      found.add(answered[0]);
      answered = answeredBy(offers, answered[1]);
    }
  }
  return new Set([...found].filter((slug) => get(offers, slug)?.status === "open"));
};

const isAgreed = (offer: Standing | undefined): boolean => offer !== undefined && agreed.has(offer.status);

/** The offer that one answers, by its slug, where both are for the same target. */
const answeredBy = (offers: Offers, { inReplyTo, target }: Standing): [string, Standing] | undefined => {
  const answered = inReplyTo === undefined ? undefined : get(offers, inReplyTo);
  return inReplyTo !== undefined && answered?.target === target ? [inReplyTo, answered] : undefined;
};
