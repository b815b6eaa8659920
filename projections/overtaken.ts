/** Which offers a deal has overtaken: nobody has closed them, and nobody owes them an answer. */
import { get, type OfferStatus, type Standing, type Story } from "../events/story.ts";

/** An offer that was agreed to, whatever became of the deal. */
const agreed = new Set<OfferStatus>(["accepted", "closed", "terminated"]);

/**
 * The offers that the agreement on another has overtaken, for the same target: those that it answers, unless they were renewed since, and
 * the counter-offers to it. An agreement on a counter-offer leaves no offer open that it answers, and the other way round.
 */
export const overtaken = (offers: Story["offers"]): Set<string> => {
  const found = new Set<string>();
  const answeredBy = ({ inReplyTo, target }: Standing): [string, Standing] | undefined => {
    const answered = inReplyTo === undefined ? undefined : get(offers, inReplyTo);
    return inReplyTo !== undefined && answered?.target === target ? [inReplyTo, answered] : undefined;
  };
  for (const [slug, offer] of Object.entries(offers)) {
    if (agreed.has(answeredBy(offer)?.[1].status ?? "open")) found.add(slug);
    if (!agreed.has(offer.status)) continue;
    for (let next = answeredBy(offer); next?.[1].countered && !found.has(next[0]); next = answeredBy(next[1])) found.add(next[0]);
  }
  return found;
};
