/** The offers as a ladder: each a row of a table; prices that can be compared are bars to scale. */
import { Runs } from "../../http/html/runs.tsx";
import type { Offer } from "../outcome.ts";
import { whosOf } from "../party-names.tsx";
import { RecordedTime } from "../times.tsx";
import { compare } from "./compared.ts";
import { AndMore, ListTurning, listWindow, mostOf, offerLink } from "./list-window.tsx";
import { OfferFate } from "./offer-fate.tsx";
import { Bidders, OfferObject } from "./offer-line.tsx";
import { OfferLines } from "./offer-lines.tsx";
import { earlierPricesOf, HatchPattern, PriceBar, priceScaleOf } from "./price-bar.tsx";
import { PricePlot } from "./price-plot.tsx";
import { EditorsText, LinkedTime, Section, type StoryContext } from "./story-context.tsx";

type Row = { context: StoryContext; offer: Offer };

/** So many offers are shown at a time: the newest first of all. */
const most = 20;
/** Of an offer's earlier prices, the newest. */
const mostPrices = 10;

/** The part of the offers that the page shows. */
export const offersShown = (context: StoryContext, offers: readonly Offer[]) =>
  listWindow(context, "offers", offers, { most, end: true });

/** The offers, one line each, and the table that tells all of them: it opens on demand, or is `open`. */
export const Offers = ({ context, offers, open }: { context: StoryContext; offers: readonly Offer[]; open: boolean }) => {
  const words = context.reader.words.offers;
  const bySlug = new Map(offers.map((offer) => [offer.offer, offer]));
  const shown = offersShown(context, offers);
  const scale = priceScaleOf(shown.items);
  return (
    <Section id="offers" title={words.title}>
      {offers.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <>
          {scale.size > 0 ? <HatchPattern /> : null}
          <div class="offers-glance">
            <OfferLines context={context} offers={offers} />
            <PricePlot context={context} offers={offers} open={open} />
          </div>
          <details class="ladder-whole" open={open}>
            <summary>{words.whole(offers.length)}</summary>
            <table class="ladder">
              <thead>
                <tr>
                  {[words.offer, words.price, words.ratio, words.status].map((title) => (
                    <th scope="col">{title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.items.map((offer) => (
                  <tr id={`offer-${offer.offer}`} class={offer.inReplyTo === undefined ? undefined : "reply"}>
                    <th scope="row">
                      <What context={context} offer={offer} answered={bySlug.get(offer.inReplyTo ?? "")} />
                    </th>
                    <td class="price" data-title={words.price}>
                      <PriceBar offer={offer} scale={scale} most={mostOf(context, mostPrices)} />
                      <Price context={context} offer={offer} />
                    </td>
                    <td data-title={words.ratio} class={offer.ratio === undefined ? "nothing" : undefined}>
                      <Ratio context={context} offer={offer} />
                    </td>
                    <td data-title={words.status}>
                      <OfferFate context={context} offer={offer} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {scale.size > 0 ? <p class="aside">{words.scales}</p> : null}
            <ListTurning context={context} list="offers" title={words.title} window={shown} />
          </details>
        </>
      )}
    </Section>
  );
};

const What = ({ context, offer, answered }: Row & { answered: Offer | undefined }) => {
  const words = context.reader.words.offers;
  const { addressees, subjectTo } = offer;
  return (
    <>
      <strong>
        <Bidders context={context} offer={offer} />
        {offer.target && offer.target.party !== offer.by.party ? " " : context.reader.words.colon}
        <OfferObject context={context} offer={offer} />
      </strong>
      <small>
        <LinkedTime context={context} at={offer} />
      </small>
      {offer.aside ? <small>{words.aside}</small> : null}
      {answered === undefined ? null : (
        <small>
          <a href={offerLink(context, answered.offer)}>
            <Runs runs={words.answers(whosOf([answered.by, ...answered.partners]))} />
          </a>
        </small>
      )}
      {addressees.length > 0 ? (
        <small>
          <Runs runs={words.to(whosOf(addressees))} />
        </small>
      ) : null}
      {subjectTo.length > 0 ? (
        <small>
          <Runs runs={words.subjectTo(whosOf(subjectTo))} />
        </small>
      ) : null}
      {offer.solicited === false ? <small>{words.unsolicited}</small> : null}
      {offer.terms ? (
        <small>
          <EditorsText context={context}>{offer.terms}</EditorsText>
        </small>
      ) : null}
      <Deadline context={context} offer={offer} />
    </>
  );
};

/** Until when an offer is open that still is; of another, what its deadline is. */
const Deadline = ({ context: { reader }, offer: { expiresAt, status } }: Row) => {
  const words = reader.words.offers;
  if (expiresAt === undefined) return null;
  return (
    <small>
      {status === "open" ? `${words.openUntil} ` : words.deadline + reader.words.colon}
      <RecordedTime reader={reader} at={expiresAt} />
    </small>
  );
};

const Price = ({ context, offer }: Row) => {
  const words = context.reader.words.offers;
  const earlier = earlierPricesOf(offer).toReversed();
  const shown = earlier.slice(0, mostOf(context, mostPrices));
  return (
    <>
      <span class="figure">{offer.price?.text ?? words.noPrice}</span>
      {offer.equivalents.map(({ text, as }) => (
        <small>
          {words.equivalents[as ?? "conversion"]} {text}
        </small>
      ))}
      {shown.map((price) => (
        <small>
          {words.was} {price.price.text}, <LinkedTime context={context} at={price} />
        </small>
      ))}
      {earlier.length > shown.length ? (
        <small>
          <AndMore context={context} left={earlier.length - shown.length} />
        </small>
      ) : null}
    </>
  );
};

const Ratio = ({ context, offer }: Row) => {
  const { words } = context.reader;
  if (offer.ratio === undefined) return <span>{words.offers.noRatio}</span>;
  const { text, joins } = compare(words, offer.ratio);
  return (
    <>
      <span class="figure">{text}</span>
      <small>{words.offers.ratioOf[joins]}</small>
    </>
  );
};
