/** One bid that stands: its price in every form, its deadline, who is silent, who is for and against it, who blocks it. */
import * as s from "../../support/situations.ts";

const { offered, countered, unanswered, bid, usd, gbp, eur, jpy, chf, aShare } = s;
const { musk, openAi, alpha, beta, gamma, target, holders, board, brothers, cma, commission, bhp, anglo } = s;

export const bidsRows: s.SentenceRow[] = [
  {
    situation: offered(unanswered(musk, openAi, usd("97400000000"))),
    en: "Musk is bidding $97.4bn for OpenAI; OpenAI has yet to answer.",
    fr: "Musk offre 97,4\u00a0milliards de dollars pour OpenAI, qui n’a pas encore répondu.",
  },
  {
    situation: offered(unanswered(brothers, target, usd("10000000000"))),
    en: "The Beta brothers are bidding $10bn for Target; Target has yet to answer.",
    fr: "Les frères Beta offrent 10\u00a0milliards de dollars pour Target, qui n’a pas encore répondu.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { to: [holders], awaiting: [holders] })),
    en: "Alpha is bidding $10bn for Target; Target’s shareholders have yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target\u202f; les actionnaires de Target n’ont pas encore répondu.",
  },
  {
    situation: offered(unanswered(bhp, anglo, gbp("31100000000"))),
    en: "BHP is bidding £31.1bn for Anglo American; Anglo American has yet to answer.",
    fr: "BHP offre 31,1\u00a0milliards de livres sterling pour Anglo American, qui n’a pas encore répondu.",
  },
  {
    situation: offered(bid(bhp, anglo, gbp("31100000000"))),
    en: "BHP is bidding £31.1bn for Anglo American.",
    fr: "BHP offre 31,1\u00a0milliards de livres sterling pour Anglo American.",
  },
  {
    situation: offered(bid([alpha, beta], target, usd("10000000000"))),
    en: "Alpha and Beta are bidding $10bn for Target.",
    fr: "Alpha et Beta offrent 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(bid([alpha, beta, gamma], target, usd("10000000000"))),
    en: "Alpha, Beta and Gamma are bidding $10bn for Target.",
    fr: "Alpha, Beta et Gamma offrent 10\u00a0milliards de dollars pour Target.",
  },
  { situation: offered(bid(alpha, target)), en: "Alpha is bidding for Target.", fr: "Alpha fait une offre sur Target." },
  {
    situation: offered(unanswered(alpha, target)),
    en: "Alpha is bidding for Target; Target has yet to answer.",
    fr: "Alpha fait une offre sur Target, qui n’a pas encore répondu.",
  },
  {
    situation: offered(bid(alpha, target, undefined, { terms: s.english("half in shares") })),
    en: "Alpha is bidding for Target (half in shares).",
    fr: "Alpha fait une offre sur Target («\u00a0half in shares\u00a0»).",
  },
  {
    situation: offered(bid(alpha, target, usd("54.20", aShare))),
    en: "Alpha is bidding $54.20 a share for Target.",
    fr: "Alpha offre 54,20\u00a0dollars par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("35", aShare))),
    en: "Alpha is bidding $35 a share for Target.",
    fr: "Alpha offre 35\u00a0dollars par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("19.5", aShare))),
    en: "Alpha is bidding $19.50 a share for Target.",
    fr: "Alpha offre 19,50\u00a0dollars par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000", { upTo: "12000000000" }))),
    en: "Alpha is bidding between $10bn and $12bn for Target.",
    fr: "Alpha offre entre 10 et 12\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("50", { ...aShare, upTo: "55.50" }))),
    en: "Alpha is bidding between $50 and $55.50 a share for Target.",
    fr: "Alpha offre entre 50 et 55,50\u00a0dollars par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, eur("0", { upTo: "80000000" }))),
    en: "Alpha is bidding up to €80mn for Target.",
    fr: "Alpha offre jusqu’à 80\u00a0millions d’euros pour Target.",
  },
  {
    situation: offered(bid(alpha, target, jpy("9000000000000", { approximate: true }))),
    en: "Alpha is bidding about 9tn yen for Target.",
    fr: "Alpha offre environ 9\u202f000\u00a0milliards de yens pour Target.",
  },
  {
    situation: offered(bid(alpha, target, jpy("2600", aShare))),
    en: "Alpha is bidding 2,600 yen a share for Target.",
    fr: "Alpha offre 2\u202f600\u00a0yens par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, gbp("4.67", aShare))),
    en: "Alpha is bidding £4.67 a share for Target.",
    fr: "Alpha offre 4,67\u00a0livres sterling par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, eur("160000000"))),
    en: "Alpha is bidding €160mn for Target.",
    fr: "Alpha offre 160\u00a0millions d’euros pour Target.",
  },
  {
    situation: offered(bid(alpha, target, chf("3000000000"))),
    en: "Alpha is bidding SFr3bn for Target.",
    fr: "Alpha offre 3\u00a0milliards de francs suisses pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("1250000"))),
    en: "Alpha is bidding $1.25mn for Target.",
    fr: "Alpha offre 1,25\u00a0million de dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("20000"))),
    en: "Alpha is bidding $20,000 for Target.",
    fr: "Alpha offre 20\u202f000\u00a0dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("999"))),
    en: "Alpha is bidding $999 for Target.",
    fr: "Alpha offre 999\u00a0dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("1"))),
    en: "Alpha is bidding $1 for Target.",
    fr: "Alpha offre 1\u00a0dollar pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("0"))),
    en: "Alpha is bidding $0 for Target.",
    fr: "Alpha offre 0\u00a0dollar pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("0.0001"))),
    en: "Alpha is bidding $0.0001 for Target.",
    fr: "Alpha offre 0,0001\u00a0dollar pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("0.5", aShare))),
    en: "Alpha is bidding $0.50 a share for Target.",
    fr: "Alpha offre 0,50\u00a0dollar par action pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("999999999999999"))),
    en: "Alpha is bidding $999,999,999,999,999 for Target.",
    fr: "Alpha offre 999\u202f999\u202f999\u202f999\u202f999\u00a0dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("97412345678.12"))),
    en: "Alpha is bidding $97,412,345,678.12 for Target.",
    fr: "Alpha offre 97\u202f412\u202f345\u202f678,12\u00a0dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("1500000000000"))),
    en: "Alpha is bidding $1.5tn for Target.",
    fr: "Alpha offre 1\u202f500\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, target, { amount: "5000000000", currency: "AED" })),
    en: "Alpha is bidding 5bn UAE dirhams for Target.",
    fr: "Alpha offre 5\u00a0milliards de dirhams des Emirats pour Target.",
  },
  {
    situation: offered(bid(alpha, target, { amount: "2500000000", currency: "AUD" })),
    en: "Alpha is bidding A$2.5bn for Target.",
    fr: "Alpha offre 2,5\u00a0milliards de dollars australiens pour Target.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { openUntil: s.day("2025-11-10") })),
    en: "Alpha is bidding $10bn for Target; the offer is open until 10 November.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target\u202f; l’offre est valable jusqu’au 10 novembre.",
  },
  {
    situation: offered(unanswered(alpha, target, usd("10000000000"), { openUntil: s.day("2026-03-01") })),
    en: "Alpha is bidding $10bn for Target; the offer is open until 1 March 2026 and Target has yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, qui n’a pas encore répondu\u202f; l’offre est valable jusqu’au 1er mars 2026.",
  },
  {
    situation: offered(
      bid(alpha, target, usd("10000000000"), {
        openUntil: { at: "2025-11-10T23:30:00Z", precision: "minute", zone: "Europe/Paris" },
      }),
    ),
    en: "Alpha is bidding $10bn for Target; the offer is open until 11 November.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target\u202f; l’offre est valable jusqu’au 11 novembre.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { to: [holders], awaiting: [holders], against: [board] })),
    en: "Alpha is bidding $10bn for Target; Target’s board opposes the offer and Target’s shareholders have yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target\u202f; le conseil de Target s’oppose à l’offre, et les actionnaires de Target n’ont pas encore répondu.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { to: [holders], awaiting: [holders], inFavour: [board] })),
    en: "Alpha is bidding $10bn for Target; Target’s board backs the offer and Target’s shareholders have yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target\u202f; le conseil de Target est favorable à l’offre, et les actionnaires de Target n’ont pas encore répondu.",
  },
  {
    situation: offered(bid(alpha, target, usd("10000000000"), { against: [beta, brothers] })),
    en: "Alpha is bidding $10bn for Target; Beta and the Beta brothers oppose the offer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target\u202f; Beta et les frères Beta s’opposent à l’offre.",
  },
  {
    situation: offered(unanswered(alpha, target, usd("10000000000"), { against: [beta], inFavour: [gamma] })),
    en: "Alpha is bidding $10bn for Target; Beta opposes the offer, Gamma backs it, and Target has yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, qui n’a pas encore répondu\u202f; Beta s’oppose à l’offre, et Gamma y est favorable.",
  },
  {
    situation: offered(unanswered(alpha, target, usd("10000000000"), { blockedBy: [s.blocker(cma)] })),
    en: "Alpha is bidding $10bn for Target; the CMA has blocked the offer and Target has yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, qui n’a pas encore répondu\u202f; la CMA bloque l’opération.",
  },
  {
    situation: offered(bid(alpha, target, usd("12000000000"), { blockedBy: [s.blocker(cma), s.blocker(commission)] })),
    en: "Alpha is bidding $12bn for Target; the CMA and the European Commission have blocked the offer.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target\u202f; la CMA et la Commission européenne bloquent l’opération.",
  },
  {
    situation: offered(bid(alpha, target, usd("12000000000"), { blockedBy: [s.blocker(s.biden, s.whiteHouse)] })),
    en: "Alpha is bidding $12bn for Target; Biden of the White House has blocked the offer.",
    fr: "Alpha offre 12\u00a0milliards de dollars pour Target\u202f; Biden, au nom de la Maison Blanche, bloque l’opération.",
  },
  {
    situation: offered(
      unanswered(alpha, target, usd("10000000000"), {
        openUntil: s.day("2025-11-10"),
        against: [board],
        blockedBy: [s.blocker(cma)],
      }),
    ),
    en: "Alpha is bidding $10bn for Target; the offer is open until 10 November, the CMA has blocked it, Target’s board opposes it, and Target has yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target, qui n’a pas encore répondu\u202f; l’offre est valable jusqu’au 10 novembre, la CMA bloque l’opération, et le conseil de Target s’oppose à l’offre.",
  },
  {
    situation: offered(
      bid(alpha, target, usd("10000000000"), { to: [board, holders], acceptedBy: [board], awaiting: [holders] }),
    ),
    en: "Alpha is bidding $10bn for Target; Target’s board has accepted and Target’s shareholders have yet to answer.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Target\u202f; le conseil de Target a accepté, et les actionnaires de Target n’ont pas encore répondu.",
  },
  {
    situation: countered(unanswered(s.altman, s.twitter, usd("9740000000"), { counter: true, to: [musk], awaiting: [musk] })),
    en: "Altman has countered with a $9.74bn offer for Twitter; Musk has yet to answer.",
    fr: "Altman fait une contre-offre de 9,74\u00a0milliards de dollars sur Twitter\u202f; Musk n’a pas encore répondu.",
  },
  {
    situation: countered(bid(alpha, target, usd("8000000000"), { counter: true })),
    en: "Alpha has countered with an $8bn offer for Target.",
    fr: "Alpha fait une contre-offre de 8\u00a0milliards de dollars sur Target.",
  },
  {
    situation: countered(bid(alpha, target, usd("11", { ...aShare }), { counter: true })),
    en: "Alpha has countered with an $11-a-share offer for Target.",
    fr: "Alpha fait une contre-offre de 11\u00a0dollars par action sur Target.",
  },
  {
    situation: countered(bid(brothers, target, usd("8000000000", { approximate: true }), { counter: true })),
    en: "The Beta brothers have countered with an offer of about $8bn for Target.",
    fr: "Les frères Beta font une contre-offre d’environ 8\u00a0milliards de dollars sur Target.",
  },
  {
    situation: countered(bid(alpha, target, undefined, { counter: true })),
    en: "Alpha has countered with an offer for Target.",
    fr: "Alpha fait une contre-offre sur Target.",
  },
  {
    situation: countered(bid(alpha, target, undefined, { counter: true, terms: s.english("All shares") })),
    en: "Alpha has countered with an offer for Target (all shares).",
    fr: "Alpha fait une contre-offre sur Target («\u00a0All shares\u00a0»).",
  },
];
