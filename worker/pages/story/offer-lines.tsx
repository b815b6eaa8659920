/** The offers in a line each: whose it is, at what price, what became of it. A line leads to the offer's row, which tells the rest. */
import { type Offer, outcomeOf } from "../outcome.ts";
import { AndMore, mostOf, offerLink } from "./list-window.tsx";
import { Bidders, OfferObject } from "./offer-line.tsx";
import type { StoryContext } from "./story-context.tsx";

/** So many offers have a line: those that stand first, each kind the newest first. */
const most = 4;

const isOver = (offer: Offer): boolean => !["open", "accepted", "closed"].includes(outcomeOf(offer));

/** The lines. */
export const OfferLines = ({ context, offers }: { context: StoryContext; offers: readonly Offer[] }) => {
  const { statuses, colon } = context.reader.words;
  const newest = offers.toReversed();
  const inOrder = [...newest.filter((offer) => !isOver(offer)), ...newest.filter(isOver)];
  const shown = inOrder.slice(0, mostOf(context, most));
  // Where all are for the same, the page has said for what.
  const objects = new Set(offers.map(({ target, subject }) => subject ?? target?.party));
  return (
    <ul class="plain offer-lines">
      {shown.map((offer) => (
        <li class={isOver(offer) ? "over" : undefined}>
          <a href={offerLink(context, offer.offer)}>
            <span class="offer-who">
              <Bidders context={context} offer={offer} />
              {objects.size > 1 ? (
                <>
                  {offer.target && offer.target.party !== offer.by.party ? " " : colon}
                  <OfferObject context={context} offer={offer} />
                </>
              ) : null}
            </span>
            {offer.price ? <strong class="figure">{offer.price.text}</strong> : null}
            <span class={`status status-${outcomeOf(offer)}`}>{statuses[outcomeOf(offer)]}</span>
          </a>
        </li>
      ))}
      {inOrder.length > shown.length ? (
        <li class="aside">
          <AndMore context={context} left={inOrder.length - shown.length} />
        </li>
      ) : null}
    </ul>
  );
};
