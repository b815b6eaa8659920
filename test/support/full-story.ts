/** A story in which everything happens that a page has to tell: rivals, advice, a veto, a side deal, words taken back, edits of every kind. */
import type { Source } from "../../events/values.ts";
import { at, corrected, draft, opened, type Posted, party, retracted, said, usd } from "./drafts.ts";

const eur = (amount: string) => ({ amount, currency: "EUR" });

/** A quotation longer than any headline holds. */
export const longWords =
  "We have looked at this offer from every side, with our advisers and without them, and we have come to the view that it does not begin to pay for what our people have built here in forty years.";

/** In Hebrew: a name that runs from right to left. */
export const hebrew = "טבע תעשיות";

type More = { key?: boolean; byline?: string; certainty?: "reported"; sources?: Source[] };
const told = (posted: Posted, more: More): Posted => ({ ...posted, ...more });

/** Version by version: the version of an event is its place here, from 1. */
export const fullStory: readonly Posted[] = [
  at("08:00", opened({ title: "The bids for Target" })),
  at("08:00", party("alpha", { name: "Alpha plc", short: "Alpha" })),
  at("08:00", party("beta", { name: "Société Bêta", short: "Bêta", nameLanguage: "fr" })),
  at("08:00", party("target", { name: "Target" })),
  at("08:00", party("holders", { name: "the shareholders", kind: "group", plural: true, of: "target" })),
  at("08:00", party("cma", { name: "Competition and Markets Authority", short: "the CMA" })),
  at("08:00", party("teva", { name: hebrew, nameLanguage: "he" })),
  at("08:00", party("lewis", { name: "Glass Lewis" })),
  at("08:00", party("chief", { name: "Ann Chief", kind: "person", of: "target", role: "chief executive" })),
  told(
    at(
      "09:00",
      draft("OfferMade", {
        offer: "alpha-bid",
        by: "alpha",
        target: "target",
        price: usd("10000000000"),
        equivalents: [{ ...eur("9200000000"), as: "conversion" }],
        expiresAt: "2025-03-10T17:00:00Z",
        solicited: false,
      }),
    ),
    {
      key: true,
      byline: "Iris Reporter",
      sources: [{ publisher: "The Wire", url: "https://wire.example/alpha" }, { publisher: "A fax" }],
    },
  ),
  at("10:00", draft("OfferRejected", { offer: "alpha-bid", by: "target", reason: "Too low.", quote: said("Not for that.") })),
  at("11:00", draft("OfferRevised", { offer: "alpha-bid", price: usd("11000000000"), expiresAt: "2025-03-10T17:00:00Z" })),
  at("11:30", draft("OfferRejected", { offer: "alpha-bid", by: "lewis", reason: "Holders deserve more." })),
  at(
    "12:00",
    draft("OfferMade", {
      offer: "beta-bid",
      by: "beta",
      partners: ["teva"],
      target: "target",
      to: ["target"],
      subjectTo: ["holders"],
      price: usd("12000000000"),
    }),
  ),
  at("12:10", draft("OfferMade", { offer: "seat", by: "beta", to: "chief", subject: "a seat on the board", aside: true })),
  at("12:20", draft("OfferMade", { offer: "euros", by: "lewis", target: "lewis", to: "alpha", price: eur("5000000000") })),
  at("12:30", draft("OfferWithdrawn", { offer: "euros", reason: "Nobody asked." })),
  at("13:00", draft("OfferAccepted", { offer: "beta-bid", by: "target", reason: "The best there is." })),
  at("14:00", draft("DealBlocked", { offer: "beta-bid", by: "cma", reason: "It would have no rival." })),
  at("14:10", draft("DateAnnounced", { what: "The shareholders vote", at: "2025-04-02", parties: ["holders"] })),
  at("15:00", draft("InsultPosted", { by: ["alpha", "lewis"], at: ["beta", "teva"], quote: said("Vultures"), platform: "X" })),
  at("15:10", draft("WordsTakenBack", { event: 21, by: "alpha", how: "deleted" })),
  at("15:20", draft("InsultPosted", { by: "chief", thing: "the regulator’s paper", quote: said("Rubbish") })),
  at("15:30", draft("StatementMade", { by: "chief", quote: said(longWords) })),
  told(at("16:00", draft("DevelopmentReported", { headline: "Alpha prepares a third bid", parties: ["alpha"] })), {
    certainty: "reported",
  }),
  at("16:10", draft("ReportDenied", { event: 25, by: "alpha" })),
  told(at("16:20", draft("DevelopmentReported", { headline: "The board meets on Sunday" })), { certainty: "reported" }),
  at("16:30", draft("ReportConfirmed", { event: 27, by: "target" })),
  at("17:00", draft("InsultPosted", { by: "chief", at: "alpha", quote: said("Pirates of the worst kind") })),
  at("17:10", draft("DevelopmentReported", { headline: "Talks end", text: "They met in Paris.\nNobody spoke." })),
  at("17:20", draft("DevelopmentReported", { headline: "Talks resume" })),
  at("17:50", corrected(29, { data: { quote: said("Pirates of a bad kind") } })),
  at("18:00", retracted(29, "She never said so.")),
  at(
    "18:10",
    draft("EventCorrected", {
      event: 30,
      edit: "update",
      reason: "They go on.",
      replacement: { data: { headline: "Talks pause" } },
    }),
  ),
  at(
    "18:20",
    draft("EventCorrected", { event: 30, edit: "minor", replacement: { data: { text: "They met in Paris.\nNobody talked." } } }),
  ),
  at("18:30", retracted(31, "Nobody knows.")),
  at("18:40", draft("EventReinstated", { event: 31, reason: "They do." })),
  at("18:50", corrected(12, { data: { price: usd("11500000000") } })),
];
