/** Offers that are only reported, and reports that are denied. */
import * as s from "../../support/situations.ts";

const { offered, countered, bid, unanswered, usd, rumour, deniedBy } = s;
const { alpha, beta, target, brothers, bhp, anglo } = s;
const denied = { reported: true, denied: true, deniedBy: [] };

export const reportedRows: s.SentenceRow[] = [
  {
    situation: offered(unanswered(bhp, anglo, undefined, rumour)),
    en: "BHP is reported to be bidding for Anglo American.",
    fr: "",
  },
  {
    situation: offered(unanswered(alpha, target, usd("10000000000"), rumour)),
    en: "Alpha is reported to be bidding $10bn for Target.",
    fr: "",
  },
  {
    situation: offered(unanswered(brothers, target, usd("54.20", s.aShare), rumour)),
    en: "The Beta brothers are reported to be bidding $54.20 a share for Target.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), deniedBy(target))),
    en: "Alpha is reported to be bidding $10bn for Target, a report that Target denies.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), deniedBy(alpha, target))),
    en: "Alpha is reported to be bidding $10bn for Target, a report that Alpha and Target deny.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, undefined, denied)),
    en: "Alpha is reported to be bidding for Target, a report that has been denied.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { ...rumour, openUntil: s.day("2025-11-10") })),
    en: "Alpha is reported to be bidding $10bn for Target; the offer is said to be open until 10 November.",
    fr: "",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { ...rumour, against: [brothers] })),
    en: "Alpha is reported to be bidding $10bn for Target; the Beta brothers oppose the offer.",
    fr: "",
  },
  {
    situation: countered(bid(alpha, target, usd("12000000000"), { ...rumour, counter: true })),
    en: "Alpha is reported to have countered with a $12bn offer for Target.",
    fr: "",
  },
  {
    situation: countered(s.ask(target, target, alpha, usd("15000000000"), rumour)),
    en: "Target is reported to have countered by asking Alpha to pay $15bn.",
    fr: "",
  },
  {
    situation: offered(s.ask(target, target, alpha, usd("15000000000"), { ...rumour, counter: false })),
    en: "Target is reported to be asking Alpha to pay $15bn.",
    fr: "",
  },
  {
    situation: offered(s.proposal(s.musk, s.zuckerberg, "a cage fight", rumour)),
    en: "Musk is reported to have proposed a cage fight to Zuckerberg.",
    fr: "",
  },
  {
    situation: offered(s.proposal(s.musk, s.zuckerberg, "a cage fight", deniedBy(s.musk))),
    en: "Musk is reported to have proposed a cage fight to Zuckerberg, a report that Musk denies.",
    fr: "",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn.",
    fr: "",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), { decision: deniedBy(alpha) }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn, a report that Alpha denies.",
    fr: "",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), { decision: denied }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn, a report that has been denied.",
    fr: "",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000"), deniedBy(beta)), { decision: rumour }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn, a report that Beta denies.",
    fr: "",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), {
      decision: rumour,
      acceptedBy: [s.holders],
      overTarget: true,
    }),
    en: "Target’s shareholders are reported to have accepted Alpha’s $10bn offer for Target.",
    fr: "",
  },
  {
    situation: s.closed(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Alpha is reported to have bought Target for $10bn.",
    fr: "",
  },
  {
    situation: s.closed(bid(brothers, target), { decision: deniedBy(brothers) }),
    en: "The Beta brothers are reported to have bought Target, a report that the Beta brothers deny.",
    fr: "",
  },
  {
    situation: s.rejected(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Target is reported to have rejected Alpha’s $10bn offer.",
    fr: "",
  },
  {
    situation: s.rejected(bid(alpha, target, usd("10000000000")), { decision: deniedBy(target) }),
    en: "Target is reported to have rejected Alpha’s $10bn offer, a report that Target denies.",
    fr: "",
  },
  {
    situation: s.withdrawn(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Alpha is reported to have withdrawn its $10bn offer for Target.",
    fr: "",
  },
  {
    situation: s.withdrawn(bid(brothers, target), { decision: deniedBy(brothers) }),
    en: "The Beta brothers are reported to have withdrawn their offer for Target, a report that the Beta brothers deny.",
    fr: "",
  },
  {
    situation: s.lapsed(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Alpha’s $10bn offer for Target is reported to have lapsed.",
    fr: "",
  },
  {
    situation: s.terminated(bid(alpha, target, usd("10000000000")), alpha, rumour),
    en: "Alpha is reported to have terminated its agreement to buy Target for $10bn.",
    fr: "",
  },
  {
    situation: s.terminated(bid(alpha, target, usd("10000000000")), [], denied),
    en: "The agreement for Alpha to buy Target for $10bn is reported to have been terminated, a report that has been denied.",
    fr: "",
  },
];
