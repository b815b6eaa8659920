/** Whether an offer for a target is a bid, or an ask by whoever is to sell. */
import { get, type Offer, partyAt, type Story } from "../story.ts";
import { addresseesOf, biddersOf, voiceOf } from "./addressees.ts";

type Known = Pick<Story, "offers" | "parties">;

/** A place in story order at which it was made: who is of whom is asked as of then. */
type Made = { place?: string | undefined };

/** Whether a counter-offer comes from somebody who spoke for an addressee of the offer that it replies to, and not from a rival. */
export const isAnswer = (story: Known, counter: Pick<Offer, "by" | "partners"> & Made, answered: Offer): boolean =>
  biddersOf(counter).some((bidder) => voiceOf(story, answered, bidder, counter.place).as === "addressee");

/**
 * Whether an offer is made by whoever is to sell: by the target itself; by whom the target was of when it was made, to somebody else than
 * the target; or in answer to a bid for the same target, by its addressee or by a body of the target: its board, where the bid is put to the
 * shareholders. What answers an ask is a bid again.
 */
export const isAsk = (story: Known, offer: Pick<Offer, "by" | "partners" | "to" | "target" | "inReplyTo"> & Made): boolean => {
  const { by, target, inReplyTo } = offer;
  if (target === undefined) return false;
  if (by === target) return true;
  const answered = inReplyTo === undefined ? undefined : get(story.offers, inReplyTo);
  if (answered)
    return (
      answered.target === target && !isAsk(story, answered) && (isAnswer(story, offer, answered) || isOfTarget(story, offer))
    );
  return partyAt(story, target, offer.place)?.of === by && !addresseesOf(story, offer).includes(target);
};

/** Whether a body of the target makes it. A person of it may be a buyer: a founder, its management. */
const isOfTarget = (story: Known, { by, target, place }: Pick<Offer, "by" | "target"> & Made): boolean => {
  const bidder = partyAt(story, by, place);
  return bidder !== undefined && bidder.kind !== "person" && bidder.of === target;
};
