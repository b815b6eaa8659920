/** What a bidder does to its own offer, in a French headline: « Musk relève son offre sur OpenAI à 100 milliards de dollars ». */
import type { Revised } from "../../offers/terms.ts";
import type { Price } from "../../values.ts";
import type { When } from "../grammar.ts";
import type { Headline, HeadlineContext } from "../headline.ts";
import { type OfferChange, type PartnersChange, type PriceMove, revisionOf } from "../headlines-revision.ts";
import type { Runs } from "../runs.ts";
import { untilDate } from "./dates.ts";
import { french } from "./grammar.ts";
import { atPrice, offerBy, ownOffer, passive, subject, type Verb, wordsAfter } from "./headlines.ts";
import { plainMoney } from "./money.ts";

const { say, names, of, to } = french;

/** « Musk relève son offre sur OpenAI à 100 milliards de dollars », by what the revision did. */
export const offerIsRevised: Headline<Revised & { offer: string }> = (data, context) => {
  const offer = context.offer(data.offer);
  if (!offer) return say`l’offre ${passive("révisée", context)}`;
  const revision = revisionOf(data, offer, context);
  if (revision.did === "partners") return partners(revision, offer, context);
  const [verb, object] = told(revision, ownOffer(offer, { agreed: offer.status === "accepted" }));
  return say`${subject(offer.by, verb, context)} ${object}`;
};

const changes: Verb = ["modifie", "modifient", "modifié"];
const sets: Verb = ["fixe", "fixent", "fixé"];
const submits: Verb = ["soumet", "soumettent", "soumis"];
const drops: Verb = ["supprime", "suppriment", "supprimé"];

/** The verb, and what follows it. */
const told = (revision: OfferChange, its: Runs): [Verb, Runs] => {
  switch (revision.did) {
    case "renew":
      return [["relance", "relancent", "relancé"], say`${its}${renewed(revision)}`];
    case "price":
      return [priced[revision.move], say`${its}${priceAfter(revision)}`];
    case "dropPrice":
      return [["retire", "retirent", "retiré"], say`le prix de ${its}`];
    case "subject":
      return [changes, say`${its}${wordsAfter(revision.subject)}`];
    case "addressees":
      return [
        submits,
        say`${its} ${to(revision.to)}${revision.subjectTo.length > 0 ? say`, sous réserve de l’accord ${of(revision.subjectTo)}` : undefined}`,
      ];
    case "consent":
      return [submits, say`${its} à l’accord ${of(revision.subjectTo)}`];
    case "dropConsent":
      return [["dispense", "dispensent", "dispensé"], say`${its} de l’accord de tiers`];
    case "deadline":
      return deadline[revision.move](its, revision.until);
    case "dropDeadline":
      return [drops, say`l’échéance de ${its}`];
    case "terms":
      return [
        revision.first ? ["précise", "précisent", "précisé"] : changes,
        say`les conditions de ${its}${wordsAfter(revision.terms)}`,
      ];
    case "dropTerms":
      return [drops, say`les conditions de ${its}`];
    case "other":
      return [["révise", "révisent", "révisé"], its];
  }
};

const priced: Record<Exclude<PriceMove, "same"> | "set", Verb> = {
  raise: ["relève", "relèvent", "relevé"],
  cut: ["abaisse", "abaissent", "abaissé"],
  change: changes,
  set: ["chiffre", "chiffrent", "chiffré"],
};

const deadline: Record<"extend" | "shorten" | "set", (its: Runs, until: When) => [Verb, Runs]> = {
  extend: (its, until) => [["prolonge", "prolongent", "prolongé"], say`${its} ${untilDate(until)}`],
  shorten: (its, until) => [["avance", "avancent", "avancé"], say`l’échéance de ${its} au ${french.date(until)}`],
  set: (its, until) => [sets, say`l’échéance de ${its} au ${french.date(until)}`],
};

/** At what price an offer is renewed, else on what terms, else until when. What it is called is feminine, whatever it is. */
const renewed = ({ move, price, terms, until }: Extract<OfferChange, { did: "renew" }>): Runs => {
  const moved = move === "raise" ? "relevée " : move === "cut" ? "abaissée " : "";
  if (price) return price.upTo === undefined ? say`, ${moved}${atPrice(price)}` : say`${priceAfter({ move, price })}`;
  if (terms) return wordsAfter(terms);
  return until ? say` ${untilDate(until)}` : [];
};

/** « à 10 milliards de dollars »; of a range, or of what cannot be compared, « , désormais de 10 à 12 milliards de dollars ». */
const priceAfter = ({ move, price }: { move: PriceMove | "set"; price: Price }): string =>
  move === "set" || (move !== "change" && price.upTo === undefined)
    ? ` ${atPrice(price)}`
    : `, désormais de ${plainMoney(price)}`;

type Before = NonNullable<ReturnType<HeadlineContext["offer"]>>;

/** Who joins an offer, who leaves it, who takes whose place. */
const partners = ({ joined, left }: PartnersChange, offer: Before, context: HeadlineContext): Runs => {
  const others = offer.by.filter(({ party }) => !left.some((gone) => gone.party === party));
  const its = offerBy({ ...offer, by: others });
  if (left.length === 0) return say`${subject(joined, ["rejoint", "rejoignent", "rejoint"], context)} ${its}`;
  if (joined.length === 0) return say`${subject(left, ["quitte", "quittent", "quitté"], context)} ${its}`;
  return say`${subject(joined, ["remplace", "remplacent", "remplacé"], context)} ${names(left)} dans ${its}`;
};
