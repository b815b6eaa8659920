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
    fr: "Alpha offre 15\u00a0milliards de dollars pour Target, et Beta 12\u00a0milliards de dollars.",
  },
  {
    situation: offered(bid(brothers, target, twelve), bid(alpha, target, ten)),
    en: "The Beta brothers are bidding $12bn for Target, and Alpha $10bn.",
    fr: "Les frères Beta offrent 12\u00a0milliards de dollars pour Target, et Alpha 10\u00a0milliards de dollars.",
  },
  {
    situation: offered(unanswered(alpha, target, twelve), unanswered(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target has yet to answer either.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars\u202f; Target n’a encore répondu ni à Alpha ni à Beta.",
  },
  {
    situation: offered(unanswered(alpha, target, twelve), bid(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target has yet to answer Alpha.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars\u202f; Target n’a pas encore répondu à Alpha.",
  },
  {
    situation: offered(bid(alpha, target, twelve), bid(beta, target, ten, { to: [holders], awaiting: [holders] })),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target’s shareholders have yet to answer Beta.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars\u202f; les actionnaires de Target n’ont pas encore répondu à Beta.",
  },
  {
    situation: offered(bid(alpha, target, usd("54.20", s.aShare)), bid(beta, target, usd("50", s.aShare))),
    en: "Alpha is bidding $54.20 a share for Target, and Beta $50 a share.",
    fr: "Alpha offre 54,20\u00a0dollars par action pour Target, et Beta 50\u00a0dollars par action.",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, other, eur("5000000000"))),
    en: "Alpha is bidding $10bn for Target, and Beta €5bn for Other.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, et Beta 5\u00a0milliards d’euros pour Other.",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(alpha, other, usd("5000000000"))),
    en: "Alpha is bidding $10bn for Target and $5bn for Other.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target et 5\u00a0milliards de dollars pour Other.",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(alpha, target, twelve)),
    en: "Alpha has made two offers for Target, of $10bn and of $12bn.",
    fr: "Alpha fait deux offres sur Target, l’une de 10\u00a0milliards de dollars, l’autre de 12\u00a0milliards de dollars.",
  },
  {
    situation: offered(bid(alpha, target), bid(beta, target)),
    en: "Alpha and Beta are both bidding for Target.",
    fr: "Alpha et Beta font des offres concurrentes sur Target.",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target)),
    en: "Alpha is bidding $10bn for Target, and Beta is also bidding.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, et Beta fait aussi une offre.",
  },
  {
    situation: offered(bid(alpha, target), bid(beta, target, twelve)),
    en: "Alpha is bidding for Target, and Beta is bidding $12bn.",
    fr: "Alpha fait une offre sur Target, et Beta offre 12\u00a0milliards de dollars.",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target, undefined, { terms: s.english("All shares") })),
    en: "Alpha is bidding $10bn for Target, and Beta is also bidding (all shares).",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, et Beta fait aussi une offre («\u00a0All shares\u00a0»).",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target, twelve, s.rumour)),
    en: "Alpha is bidding $10bn for Target, and Beta is reported to be bidding $12bn.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, et Beta aurait offert 12\u00a0milliards de dollars.",
  },
  {
    situation: offered(bid(alpha, target, ten, s.rumour), bid(beta, target, twelve, s.rumour)),
    en: "Alpha is reported to be bidding $10bn for Target, and Beta $12bn.",
    fr: "Alpha aurait offert 10\u00a0milliards de dollars pour Target, et Beta 12\u00a0milliards de dollars.",
  },
  {
    situation: offered(bid(alpha, target, ten), bid(beta, target, twelve, s.deniedBy(beta))),
    en: "Alpha is bidding $10bn for Target, and Beta is reported to be bidding $12bn, a report that Beta denies.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, et Beta aurait offert 12\u00a0milliards de dollars, ce que dément Beta.",
  },
  {
    situation: offered(bid(alpha, target, twelve), ask(target, target, beta, usd("15000000000"), { counter: false })),
    en: "Alpha is bidding $12bn for Target, and Target is asking Beta to pay $15bn; Beta has yet to answer Target.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target, et Target demande 15\u00a0milliards de dollars à Beta\u202f; Beta n’a pas encore répondu à Target.",
  },
  {
    situation: countered(ask(target, target, alpha, usd("15000000000"), { awaiting: [] }), bid(beta, target, twelve)),
    en: "Target has countered by asking Alpha to pay $15bn, and Beta is bidding $12bn for Target.",
    fr: "Target demande en retour 15\u00a0milliards de dollars à Alpha, et Beta offre 12\u00a0milliards de dollars pour Target.",
  },
  {
    situation: countered(bid(beta, target, twelve, { counter: true }), bid(alpha, target, ten)),
    en: "Beta has countered with a $12bn offer for Target, and Alpha is bidding $10bn.",
    fr: "Beta fait une contre-offre de 12\u00a0milliards de dollars sur Target, et Alpha offre 10\u00a0milliards de dollars.",
  },
  {
    situation: offered(bid(alpha, target, twelve, { blockedBy: [s.blocker(cma)] }), bid(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; the CMA has blocked Alpha’s offer.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars\u202f; la CMA bloque l’offre d’Alpha.",
  },
  {
    situation: offered(bid(alpha, target, twelve, { against: [board] }), bid(beta, target, ten, { inFavour: [board] })),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Target’s board opposes Alpha’s offer and Target’s board backs Beta’s offer.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars\u202f; le conseil de Target s’oppose à l’offre d’Alpha, et le conseil de Target est favorable à l’offre de Beta.",
  },
  {
    situation: offered(bid(alpha, target, twelve, { openUntil: s.day("2025-03-01") }), bid(beta, target, ten)),
    en: "Alpha is bidding $12bn for Target, and Beta $10bn; Alpha’s offer is open until 1 March.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars\u202f; l’offre d’Alpha est valable jusqu’au 1er mars.",
  },
  {
    situation: ofAll(3, bid(gamma, target, usd("15000000000")), bid(beta, target, twelve)),
    en: "Gamma is bidding $15bn for Target, and Beta $12bn; three offers are on the table.",
    fr: "Gamma offre 15\u00a0milliards de dollars pour Target, et Beta 12\u00a0milliards de dollars\u202f; trois offres sont sur la table.",
  },
  {
    situation: ofAll(12, unanswered(gamma, target, usd("15000000000")), unanswered(beta, target, twelve)),
    en: "Gamma is bidding $15bn for Target, and Beta $12bn; Target has yet to answer either and 12 offers are on the table.",
    fr: "Gamma offre 15\u00a0milliards de dollars pour Target, et Beta 12\u00a0milliards de dollars\u202f; Target n’a encore répondu ni à Gamma ni à Beta, et douze offres sont sur la table.",
  },
  {
    situation: offered(
      proposal(union, boeing, "a 40 per cent rise", { awaiting: [] }),
      proposal(s.machinists, boeing, "shorter weeks", { awaiting: [] }),
    ),
    en: "The machinists’ union has proposed a 40 per cent rise to Boeing, and Boeing’s machinists have proposed shorter weeks to Boeing.",
    fr: "Le syndicat des machinistes fait une proposition («\u00a0a 40 per cent rise\u00a0») à Boeing, et les machinistes de Boeing font une proposition («\u00a0shorter weeks\u00a0») à Boeing.",
  },
  {
    situation: offered(bid(alpha, target, ten), proposal(beta, target, "a partnership")),
    en: "Alpha is bidding $10bn for Target, and Beta has proposed a partnership to Target; Target has yet to answer Beta.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, et Beta fait une proposition («\u00a0a partnership\u00a0») à Target\u202f; Target n’a pas encore répondu à Beta.",
  },
  {
    situation: offered(bid([alpha, gamma], target, twelve), bid(beta, target, ten)),
    en: "Alpha and Gamma are bidding $12bn for Target, and Beta $10bn.",
    fr: "Alpha et Gamma offrent 12\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000", { upTo: "11000000000" })), bid(beta, target, ten)),
    en: "Alpha is bidding between $10bn and $11bn for Target, and Beta $10bn.",
    fr: "Alpha offre entre 10 et 11\u00a0milliards de dollars pour Target, et Beta 10\u00a0milliards de dollars.",
  },
  {
    situation: ofAll(3, bid(gamma, target, usd("15000000000"), s.rumour), bid(beta, target, twelve, s.rumour)),
    en: "Gamma is reported to be bidding $15bn for Target, and Beta $12bn; counting those only reported, three offers are on the table.",
    fr: "Gamma aurait offert 15\u00a0milliards de dollars pour Target, et Beta 12\u00a0milliards de dollars\u202f; trois offres, confirmées ou non, sont sur la table.",
  },
];
