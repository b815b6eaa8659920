/** What was only reported of an offer is confirmed by what is done about it and confirmed itself. */
import { certaintyOf, type Story } from "../story.ts";
import type { OfferEvent } from "./terms.ts";

/** What a later act confirms: that the offer was made or revised; that it was accepted, where the agreement is ended or carried out. */
const confirms: Record<string, readonly string[]> = {
  OfferRevised: ["OfferMade", "CounterOffered", "OfferRevised"],
  OfferWithdrawn: ["OfferMade", "CounterOffered", "OfferRevised"],
  OfferRejected: ["OfferMade", "CounterOffered", "OfferRevised"],
  OfferAccepted: ["OfferMade", "CounterOffered", "OfferRevised"],
  DealTerminated: ["OfferMade", "CounterOffered", "OfferRevised", "OfferAccepted"],
  DealClosed: ["OfferMade", "CounterOffered", "OfferRevised", "OfferAccepted"],
};

/** Confirms what was reported of the event's offer before, where the event itself is no mere report. */
export const confirmReports = (story: Story, { type, certainty, version, occurredAt, precision, data }: OfferEvent): void => {
  if (certainty === "reported") return;
  for (const [reported, report] of Object.entries(story.reports)) {
    if (report.offer !== data.offer || !confirms[type]?.includes(report.type)) continue;
    if (certaintyOf(story, Number(reported)) === "confirmed") continue;
    const remarks = story.remarks[reported] ?? [];
    remarks.push({ kind: "confirmed", version, occurredAt, precision, by: [] });
    story.remarks[reported] = remarks;
  }
};
