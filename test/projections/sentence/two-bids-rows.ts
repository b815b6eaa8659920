/** Two offers side by side, and more than are told. */
import * as s from "../../support/situations.ts";

const { offered, countered, ofAll, bid, unanswered, ask, proposal, usd, eur } = s;
const { alpha, beta, gamma, target, brothers, cma, board, holders, union, boeing } = s;
const other = s.org("Other");
const ten = usd("10000000000");
const twelve = usd("12000000000");

export const twoBidsRows: s.SentenceRow[] = [
  {
    situation: offered(bid(alpha, target, usd("15000000000")), bid(beta, target, twelve)),
    en: "Alpha is bidding $15bn for Target, and Beta $12bn.",
    fr: "",
  },
  {
    situation: offered(bid(brothers, target, twelve), bid(alpha, target, ten)),
    en: "The Beta brothers are bidding $12bn for Target, and Alpha $10bn.",
    fr: "",
  },
  {
    situation: offered(unanswered(alpha, target, twelve), unanswered(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target has yet to answer either.",
    fr: "",
  },
  {
    situation: offered(unanswered(alpha, target, twelve), bid(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target has yet to answer Alpha.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, twelve), bid(beta, target, ten, { to: [holders], awaiting: [holders] })),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target’s shareholders have yet to answer Beta.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, usd("54.20", s.aShare)), bid(beta, target, usd("50", s.aShare))),
    en: "Alpha is bidding $54.20 a share for Target, and Beta $50 a share.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, other, eur("5000000000"))),
    en: "Alpha is bidding $10bn for Target, and Beta €5bn for Other.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(alpha, other, usd("5000000000"))),
    en: "Alpha is bidding $10bn for Target and $5bn for Other.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(alpha, target, twelve)),
    en: "Alpha has made two offers for Target, of $10bn and of $12bn.",
    fr: "",
  },
  { situation: offered(bid(alpha, target), bid(beta, target)), en: "Alpha and Beta are both bidding for Target.", fr: "" },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target)),
    en: "Alpha is bidding $10bn for Target, and Beta is also bidding.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target), bid(beta, target, twelve)),
    en: "Alpha is bidding for Target, and Beta is bidding $12bn.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target, undefined, { terms: s.english("All shares") })),
    en: "Alpha is bidding $10bn for Target, and Beta is also bidding (all shares).",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target, twelve, s.rumour)),
    en: "Alpha is bidding $10bn for Target, and Beta is reported to be bidding $12bn.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten, s.rumour), bid(beta, target, twelve, s.rumour)),
    en: "Alpha is reported to be bidding $10bn for Target, and Beta $12bn.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target, twelve, s.deniedBy(beta))),
    en: "Alpha is bidding $10bn for Target, and Beta is reported to be bidding $12bn, a report that Beta denies.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, twelve), ask(target, target, beta, usd("15000000000"), { counter: false })),
    en: "Alpha is bidding $12bn for Target, and Target is asking Beta to pay $15bn; Beta has yet to answer Target.",
    fr: "",
  },
  {
    situation: countered(ask(target, target, alpha, usd("15000000000"), { awaiting: [] }), bid(beta, target, twelve)),
    en: "Target has countered by asking Alpha to pay $15bn, and Beta is bidding $12bn for Target.",
    fr: "",
  },
  {
    situation: countered(bid(beta, target, twelve, { counter: true }), bid(alpha, target, ten)),
    en: "Beta has countered with a $12bn offer for Target, and Alpha is bidding $10bn.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, twelve, { blockedBy: [s.blocker(cma)] }), bid(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; the CMA has blocked Alpha’s offer.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, twelve, { against: [board] }), bid(beta, target, ten, { inFavour: [board] })),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target’s board opposes Alpha’s offer and Target’s board backs Beta’s offer.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, twelve, { openUntil: s.day("2025-03-01") }), bid(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Alpha’s offer is open until 1 March.",
    fr: "",
  },
  {
    situation: ofAll(3, bid(gamma, target, usd("15000000000")), bid(beta, target, twelve)),
    en: "Gamma is bidding $15bn for Target, and Beta $12bn; three offers are on the table.",
    fr: "",
  },
  {
    situation: ofAll(12, unanswered(gamma, target, usd("15000000000")), unanswered(beta, target, twelve)),
    en: "Gamma is bidding $15bn for Target, and Beta $12bn; Target has yet to answer either and 12 offers are on the table.",
    fr: "",
  },
  {
    situation: offered(
      proposal(union, boeing, "a 40 per cent rise", { awaiting: [] }),
      proposal(s.machinists, boeing, "a shorter week", { awaiting: [] }),
    ),
    en: "The machinists’ union has proposed a 40 per cent rise to Boeing, and Boeing’s machinists have proposed a shorter week to Boeing.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, ten), proposal(beta, target, "a partnership")),
    en: "Alpha is bidding $10bn for Target, and Beta has proposed a partnership to Target; Target has yet to answer Beta.",
    fr: "",
  },
  {
    situation: offered(bid([alpha, gamma], target, twelve), bid(beta, target, ten)),
    en: "Alpha and Gamma are bidding $12bn for Target, and Beta $10bn.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000", { upTo: "11000000000" })), bid(beta, target, ten)),
    en: "Alpha is bidding between $10bn and $11bn for Target, and Beta $10bn.",
    fr: "",
  },
];
