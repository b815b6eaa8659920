/** What was only reported is confirmed or denied, in a French headline: « Alpha dément l’information sur son offre ». */
import type { Headline, HeadlineContext } from "../headline.ts";
import { type Remark, reportedDeed } from "../headlines-report.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { french } from "./grammar.ts";
import { offerBy, passive, subject } from "./headlines.ts";
import { ownOffer } from "./offer.ts";

const { say } = french;

/** « Alpha confirme le rejet de l’offre de 10 milliards de dollars de Beta ». */
export const reportIsConfirmed: Headline<Remark> = (data, context) => {
  const by = context.whos(data.by);
  const what = reported(data, by, context);
  return by.length === 0
    ? say`${information(what)} ${passive("confirmée", context)}`
    : say`${subject(by, ["confirme", "confirment", "confirmé"], context)} ${what ?? information(what)}`;
};

/** « Alpha dément l’information sur son offre de 10 milliards de dollars ». */
export const reportIsDenied: Headline<Remark> = (data, context) => {
  const by = context.whos(data.by);
  const what = information(reported(data, by, context));
  return by.length === 0
    ? say`${what} ${passive("démentie", context)}`
    : say`${subject(by, ["dément", "démentent", "démenti"], context)} ${what}`;
};

const information = (what: Runs | undefined): Runs => (what ? say`l’information sur ${what}` : say`l’information`);

/** What is done to an offer, as a noun; where it is made, it is the offer itself. */
const deeds: Record<string, string> = {
  OfferMade: "",
  CounterOffered: "",
  OfferRevised: "la révision de ",
  OfferRejected: "le rejet de ",
  OfferAccepted: "l’acceptation de ",
  OfferWithdrawn: "le retrait de ",
  OfferLapsed: "la caducité de ",
  DealBlocked: "le blocage de ",
  DealCleared: "l’autorisation de ",
  DealClosed: "l’exécution de l’accord sur ",
  DealTerminated: "la rupture de l’accord sur ",
};

/** What was reported, where that is something done to an offer. */
const reported = (data: Remark, by: readonly Who[], context: HeadlineContext): Runs | undefined => {
  const report = reportedDeed(data, by, context);
  const deed = deeds[report?.type ?? ""];
  if (deed === undefined || !report) return undefined;
  return say`${deed}${report.isOwn ? ownOffer(report.offer) : offerBy(report.offer, by)}`;
};
