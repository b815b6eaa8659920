/** An offer in one line: who makes it, at what price, for what. */
import type { ViewOf } from "../../../projections/registry.ts";
import { PartyNames } from "../party-names.tsx";
import { EditorsText, PartyName, type StoryContext } from "./story-context.tsx";

type Told = Pick<ViewOf<"status">["agreements"][number], "by" | "partners" | "price" | "target" | "subject">;

/** Who makes it, and with whom. */
export const Bidders = ({ context, offer }: { context: StoryContext; offer: Pick<Told, "by" | "partners"> }) => {
  const { words } = context.reader;
  return (
    <>
      <PartyName of={offer.by} />
      {offer.partners.length > 0 ? (
        <>
          {" "}
          {words.offers.with} <PartyNames reader={context.reader} of={offer.partners} />
        </>
      ) : null}
    </>
  );
};

/** What it is for: a party, or what is proposed; whoever offers itself asks a price. */
export const OfferObject = ({ context, offer }: { context: StoryContext; offer: Pick<Told, "by" | "target" | "subject"> }) => {
  const { words } = context.reader;
  const { by, target, subject } = offer;
  if (subject !== undefined) return <EditorsText context={context}>{subject}</EditorsText>;
  if (target === undefined) return null;
  if (target.party === by.party) return <>{words.offers.asks}</>;
  return (
    <>
      {words.offers.for} <PartyName of={target} />
    </>
  );
};

/** The line: “Elon Musk: $97.4bn for OpenAI”. */
export const OfferLine = ({ context, offer }: { context: StoryContext; offer: Told }) => (
  <>
    <Bidders context={context} offer={offer} />
    {context.reader.words.colon}
    <OfferTerms context={context} offer={offer} />
  </>
);

/** Its price, and what it is for. */
export const OfferTerms = ({ context, offer }: { context: StoryContext; offer: Omit<Told, "partners"> }) => (
  <>
    {offer.price ? `${offer.price.text} ` : ""}
    <OfferObject context={context} offer={offer} />
  </>
);
