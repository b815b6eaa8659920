/** What was only reported is confirmed or denied, in an English headline: “Alpha denies the report of its offer for Target”. */
import type { Headline, HeadlineContext } from "../headline.ts";
import { type Remark, reportedDeed } from "../headlines-report.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { english } from "./grammar.ts";
import { offerBy, ownOffer, passive, subject } from "./headlines.ts";

const { say } = english;

/** “Alpha confirms the rejection of Beta’s $10bn offer”. */
export const reportIsConfirmed: Headline<Remark> = (data, context) => {
  const by = context.whos(data.by);
  const what = reported(data, by, context);
  return by.length === 0
    ? say`${theReport(what)} ${passive("confirmed", context)}`
    : say`${subject(by, ["confirms", "confirm", "confirmed"], context)} ${what ?? theReport(what)}`;
};

/** “Alpha denies the report of its $10bn offer”. */
export const reportIsDenied: Headline<Remark> = (data, context) => {
  const by = context.whos(data.by);
  const report = theReport(reported(data, by, context));
  return by.length === 0
    ? say`${report} ${passive("denied", context)}`
    : say`${subject(by, ["denies", "deny", "denied"], context)} ${report}`;
};

const theReport = (what: Runs | undefined): Runs => (what ? say`the report of ${what}` : say`the report`);

/** What is done to an offer, as a noun; where it is made, it is the offer itself. */
const deeds: Record<string, string> = {
  OfferMade: "",
  CounterOffered: "",
  OfferRevised: "the revision of ",
  OfferRejected: "the rejection of ",
  OfferAccepted: "the acceptance of ",
  OfferWithdrawn: "the withdrawal of ",
  OfferLapsed: "the lapse of ",
  DealBlocked: "the blocking of ",
  DealCleared: "the clearance of ",
  DealClosed: "the completion of the deal on ",
  DealTerminated: "the termination of the agreement on ",
};

/** What was reported, where that is something done to an offer. */
const reported = (data: Remark, by: readonly Who[], context: HeadlineContext): Runs | undefined => {
  const report = reportedDeed(data, by, context);
  const deed = deeds[report?.type ?? ""];
  if (deed === undefined || !report) return undefined;
  return say`${deed}${report.isOwn ? ownOffer(report.offer, { priced: true }) : offerBy(report.offer, by)}`;
};
