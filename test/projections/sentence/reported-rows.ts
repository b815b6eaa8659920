/** Offers that are only reported, and reports that are denied. */
import * as s from "../../support/situations.ts";

const { offered, countered, bid, unanswered, usd, rumour, deniedBy } = s;
const { alpha, beta, target, brothers, bhp, anglo } = s;
const denied = { reported: true, denied: true, deniedBy: [] };

export const reportedRows: s.SentenceRow[] = [
  {
    situation: offered(unanswered(bhp, anglo, undefined, rumour)),
    en: "BHP is reported to be bidding for Anglo American.",
    fr: "BHP aurait fait une offre sur Anglo American.",
  },
  {
    situation: offered(unanswered(alpha, target, usd("10000000000"), rumour)),
    en: "Alpha is reported to be bidding $10bn for Target.",
    fr: "Alpha aurait offert 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(unanswered(brothers, target, usd("54.20", s.aShare), rumour)),
    en: "The Beta brothers are reported to be bidding $54.20 a share for Target.",
    fr: "Les frères Beta auraient offert 54,20\u00a0dollars par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), deniedBy(target))),
    en: "Alpha is reported to be bidding $10bn for Target, a report that Target denies.",
    fr: "Alpha aurait offert 10\u00a0milliards de dollars pour Target, ce que dément Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), deniedBy(alpha, target))),
    en: "Alpha is reported to be bidding $10bn for Target, a report that Alpha and Target deny.",
    fr: "Alpha aurait offert 10\u00a0milliards de dollars pour Target, ce que démentent Alpha et Target.",
  },
  {
    situation: offered(bid(alpha, target, undefined, denied)),
    en: "Alpha is reported to be bidding for Target, a report that has been denied.",
    fr: "Alpha aurait fait une offre sur Target, mais l’information est démentie.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { ...rumour, openUntil: s.day("2025-11-10") })),
    en: "Alpha is reported to be bidding $10bn for Target; the offer is said to be open until 10 November.",
    fr: "Alpha aurait offert 10\u00a0milliards de dollars pour Target\u202f; l’offre serait valable jusqu’au 10 novembre.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { ...rumour, against: [brothers] })),
    en: "Alpha is reported to be bidding $10bn for Target; the Beta brothers oppose the offer.",
    fr: "Alpha aurait offert 10\u00a0milliards de dollars pour Target\u202f; les frères Beta s’opposent à l’offre.",
  },
  {
    situation: countered(bid(alpha, target, usd("12000000000"), { ...rumour, counter: true })),
    en: "Alpha is reported to have countered with a $12bn offer for Target.",
    fr: "Alpha aurait fait une contre-offre de 12\u00a0milliards de dollars sur Target.",
  },
  {
    situation: countered(s.ask(target, target, alpha, usd("15000000000"), rumour)),
    en: "Target is reported to have countered by asking Alpha to pay $15bn.",
    fr: "Target aurait demandé en retour 15\u00a0milliards de dollars à Alpha.",
  },
  {
    situation: offered(s.ask(target, target, alpha, usd("15000000000"), { ...rumour, counter: false })),
    en: "Target is reported to be asking Alpha to pay $15bn.",
    fr: "Target aurait demandé 15\u00a0milliards de dollars à Alpha.",
  },
  {
    situation: offered(s.proposal(s.musk, s.zuckerberg, "a cage fight", rumour)),
    en: "Musk is reported to have proposed a cage fight to Zuckerberg.",
    fr: "Musk aurait fait une proposition («\u00a0a cage fight\u00a0») à Zuckerberg.",
  },
  {
    situation: offered(s.proposal(s.musk, s.zuckerberg, "a cage fight", deniedBy(s.musk))),
    en: "Musk is reported to have proposed a cage fight to Zuckerberg, a report that Musk denies.",
    fr: "Musk aurait fait une proposition («\u00a0a cage fight\u00a0») à Zuckerberg, ce que dément Musk.",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn.",
    fr: "Target aurait accepté l’offre de 10\u00a0milliards de dollars d’Alpha.",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), { decision: deniedBy(alpha) }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn, a report that Alpha denies.",
    fr: "Target aurait accepté l’offre de 10\u00a0milliards de dollars d’Alpha, ce que dément Alpha.",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), { decision: denied }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn, a report that has been denied.",
    fr: "Target aurait accepté l’offre de 10\u00a0milliards de dollars d’Alpha, mais l’information est démentie.",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000"), deniedBy(beta)), { decision: rumour }),
    en: "Target is reported to have agreed to be bought by Alpha for $10bn, a report that Beta denies.",
    fr: "Target aurait accepté l’offre de 10\u00a0milliards de dollars d’Alpha, ce que dément Beta.",
  },
  {
    situation: s.agreed(bid(alpha, target, usd("10000000000")), {
      decision: rumour,
      acceptedBy: [s.holders],
      overTarget: true,
    }),
    en: "Target’s shareholders are reported to have accepted Alpha’s $10bn offer for Target.",
    fr: "Les actionnaires de Target auraient accepté l’offre de 10\u00a0milliards de dollars d’Alpha sur Target.",
  },
  {
    situation: s.closed(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Alpha is reported to have bought Target for $10bn.",
    fr: "Alpha aurait acquis Target pour 10\u00a0milliards de dollars.",
  },
  {
    situation: s.closed(bid(brothers, target), { decision: deniedBy(brothers) }),
    en: "The Beta brothers are reported to have bought Target, a report that the Beta brothers deny.",
    fr: "Les frères Beta auraient acquis Target, ce que démentent les frères Beta.",
  },
  {
    situation: s.rejected(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Target is reported to have rejected Alpha’s $10bn offer.",
    fr: "Target aurait rejeté l’offre de 10\u00a0milliards de dollars d’Alpha.",
  },
  {
    situation: s.rejected(bid(alpha, target, usd("10000000000")), { decision: deniedBy(target) }),
    en: "Target is reported to have rejected Alpha’s $10bn offer, a report that Target denies.",
    fr: "Target aurait rejeté l’offre de 10\u00a0milliards de dollars d’Alpha, ce que dément Target.",
  },
  {
    situation: s.withdrawn(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Alpha is reported to have withdrawn its $10bn offer for Target.",
    fr: "Alpha aurait retiré son offre de 10\u00a0milliards de dollars sur Target.",
  },
  {
    situation: s.withdrawn(bid(brothers, target), { decision: deniedBy(brothers) }),
    en: "The Beta brothers are reported to have withdrawn their offer for Target, a report that the Beta brothers deny.",
    fr: "Les frères Beta auraient retiré leur offre sur Target, ce que démentent les frères Beta.",
  },
  {
    situation: s.lapsed(bid(alpha, target, usd("10000000000")), { decision: rumour }),
    en: "Alpha’s $10bn offer for Target is reported to have lapsed.",
    fr: "L’offre de 10\u00a0milliards de dollars d’Alpha sur Target aurait expiré.",
  },
  {
    situation: s.terminated(bid(alpha, target, usd("10000000000")), alpha, rumour),
    en: "Alpha is reported to have terminated its agreement to buy Target for $10bn.",
    fr: "Alpha aurait mis fin à l’accord sur l’acquisition de Target pour 10\u00a0milliards de dollars.",
  },
  {
    situation: s.terminated(bid(alpha, target, usd("10000000000")), [], denied),
    en: "The agreement for Alpha to buy Target for $10bn is reported to have been terminated, a report that has been denied.",
    fr: "L’accord sur l’acquisition de Target par Alpha pour 10\u00a0milliards de dollars serait rompu, mais l’information est démentie.",
  },
];
