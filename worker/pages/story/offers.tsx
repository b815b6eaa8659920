/** The offers as a ladder: each a row of a table, with its price as a bar to scale. */
import { once } from "../../../events/once.ts";
import { type Offer, outcomeOf } from "../outcome.ts";
import { RecordedTime } from "../times.tsx";
import { HatchPattern, PriceBar, priceScaleOf } from "./price-bar.tsx";
import { EditorsText, LinkedTime, PartyName, Section, type StoryContext } from "./story-context.tsx";

type Row = { context: StoryContext; offer: Offer };

/** The table of offers. */
export const Offers = ({ context, offers }: { context: StoryContext; offers: readonly Offer[] }) => {
  const words = context.reader.words.offers;
  const bidders = new Map(offers.map(({ offer, by }) => [offer, by.name]));
  const scale = priceScaleOf(offers);
  return (
    <Section id="offers" title={words.title}>
      {offers.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <>
          <HatchPattern />
          <table class="ladder">
            <thead>
              <tr>
                {[words.offer, words.price, words.ratio, words.status].map((title) => (
                  <th scope="col">{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {offers.map((offer) => (
                <tr id={`offer-${offer.offer}`} class={offer.inReplyTo === undefined ? undefined : "reply"}>
                  <th scope="row">
                    <What context={context} offer={offer} answers={bidders.get(offer.inReplyTo ?? "")} />
                  </th>
                  <td class="price" data-title={words.price}>
                    <PriceBar offer={offer} scale={scale} />
                    <Price context={context} offer={offer} />
                  </td>
                  <td data-title={words.ratio} class={offer.ratio === undefined ? "nothing" : undefined}>
                    <Ratio context={context} offer={offer} />
                  </td>
                  <td data-title={words.status}>
                    <Fate context={context} offer={offer} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {scale.size > 1 ? <p class="aside">{words.scales}</p> : null}
        </>
      )}
    </Section>
  );
};

const What = ({ context, offer, answers }: Row & { answers: string | undefined }) => {
  const { reader } = context;
  const words = reader.words.offers;
  return (
    <>
      <strong>
        <PartyName of={offer.by} />
        {offer.partners.length > 0 ? ` ${words.with} ` : ""}
        {offer.partners.map((partner, index) => (
          <>
            {index > 0 ? ", " : ""}
            <PartyName of={partner} />
          </>
        ))}{" "}
        {words.for} <PartyName of={offer.target} />
      </strong>
      <small>
        <LinkedTime context={context} at={offer} />
      </small>
      {answers === undefined ? null : (
        <small>
          <a href={`#offer-${offer.inReplyTo}`}>{words.answers(answers)}</a>
        </small>
      )}
      {offer.solicited === false ? <small>{words.unsolicited}</small> : null}
      {offer.terms ? (
        <small>
          <EditorsText context={context}>{offer.terms}</EditorsText>
        </small>
      ) : null}
      {offer.expiresAt ? (
        <small>
          {words.expires} <RecordedTime reader={reader} at={offer.expiresAt} />
        </small>
      ) : null}
    </>
  );
};

const Price = ({ context, offer }: Row) => {
  const words = context.reader.words.offers;
  return (
    <>
      <span class="figure">{offer.price?.text ?? words.noPrice}</span>
      {offer.equivalents.map(({ text }) => (
        <small>
          {words.reported} {text}
        </small>
      ))}
      {offer.priceHistory
        .slice(0, -1)
        .toReversed()
        .map((earlier) => (
          <small>
            {words.was} {earlier.price.text}, <LinkedTime context={context} at={earlier} />
          </small>
        ))}
    </>
  );
};

const percentIn = once((locale: string) => new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 6 }));

const Ratio = ({ context, offer }: Row) => {
  const { words } = context.reader;
  if (offer.ratio === undefined) return <span>{words.offers.noRatio}</span>;
  return (
    <>
      <span class="figure">{percentIn(words.locale).format(Number(offer.ratio))}</span>
      <small>{words.offers.ratioOf}</small>
    </>
  );
};

const Fate = ({ context, offer }: Row) => {
  const { words } = context.reader;
  return (
    <>
      <span class={`status status-${outcomeOf(offer)}`}>{words.statuses[outcomeOf(offer)]}</span>
      {offer.rejectedBy.map((rejection) => (
        <small>
          {words.offers.rejectedBy} <PartyName of={rejection} />, <LinkedTime context={context} at={rejection} />
        </small>
      ))}
    </>
  );
};
