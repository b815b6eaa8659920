/** What was rejected, voted down, withdrawn or terminated, or has lapsed. */
import * as s from "../../support/situations.ts";

const { rejected, withdrawn, lapsed, terminated, bid, ask, proposal, usd, eur, gbp, aShare } = s;
const { alpha, beta, target, holders, brothers, musk, openAi, bhp, anglo, union, boeing, machinists } = s;
const { psg, realMadrid, mbappe, bbva, sabadell } = s;
const ten = usd("10000000000");
const contract = proposal(boeing, union, "a new contract", { terms: s.english("25% over four years") });
const afterAll = { agreed: true };

export const rejectedRows: s.SentenceRow[] = [
  {
    situation: rejected(bid(bhp, anglo, gbp("31100000000"))),
    en: "Anglo American has rejected BHP’s £31.1bn offer.",
    fr: "Anglo American a rejeté l’offre de 31,1\u00a0milliards de livres sterling de BHP.",
  },
  {
    situation: rejected(bid(musk, openAi, usd("97400000000"))),
    en: "OpenAI has rejected Musk’s $97.4bn offer.",
    fr: "OpenAI a rejeté l’offre de 97,4\u00a0milliards de dollars de Musk.",
  },
  { situation: rejected(bid(alpha, target)), en: "Target has rejected Alpha’s offer.", fr: "Target a rejeté l’offre d’Alpha." },
  {
    situation: rejected(bid(alpha, target, undefined, { terms: s.english("All shares") })),
    en: "Target has rejected Alpha’s offer (all shares).",
    fr: "Target a rejeté l’offre d’Alpha («\u00a0All shares\u00a0»).",
  },
  {
    situation: rejected(bid(brothers, target, ten), { by: [holders] }),
    en: "Target’s shareholders have rejected the Beta brothers’ $10bn offer for Target.",
    fr: "Les actionnaires de Target ont rejeté l’offre de 10\u00a0milliards de dollars des frères Beta sur Target.",
  },
  {
    situation: rejected(bid(alpha, target, usd("8000000000", { upTo: "9000000000" })), { by: [holders] }),
    en: "Target’s shareholders have rejected Alpha’s offer of between $8bn and $9bn for Target.",
    fr: "Les actionnaires de Target ont rejeté l’offre de 8 à 9\u00a0milliards de dollars d’Alpha sur Target.",
  },
  {
    situation: rejected(bid(s.org("Cleveland-Cliffs"), s.org("U.S. Steel"), usd("35", aShare))),
    en: "U.S. Steel has rejected Cleveland-Cliffs’s $35-a-share offer.",
    fr: "U.S. Steel a rejeté l’offre de 35\u00a0dollars par action de Cleveland-Cliffs.",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [] }),
    en: "Alpha’s $10bn offer for Target has been rejected.",
    fr: "L’offre de 10\u00a0milliards de dollars d’Alpha sur Target a été rejetée.",
  },
  {
    situation: rejected(bid(alpha, target, ten, { counter: true })),
    en: "Target has rejected Alpha’s $10bn counter-offer.",
    fr: "Target a rejeté la contre-offre de 10\u00a0milliards de dollars d’Alpha.",
  },
  {
    situation: rejected(bid([alpha, beta], target, ten)),
    en: "Target has rejected Alpha and Beta’s $10bn offer.",
    fr: "Target a rejeté l’offre de 10\u00a0milliards de dollars d’Alpha et de Beta.",
  },
  {
    situation: rejected(ask(target, target, alpha, usd("15000000000"))),
    en: "Alpha has rejected Target’s $15bn asking price.",
    fr: "Alpha a rejeté la demande de 15\u00a0milliards de dollars formulée par Target.",
  },
  {
    situation: rejected(ask(psg, mbappe, realMadrid, eur("180000000"))),
    en: "Real Madrid has rejected PSG’s €180mn asking price for Mbappé.",
    fr: "Le Real Madrid a rejeté la demande de 180\u00a0millions d’euros formulée par le PSG pour Mbappé.",
  },
  {
    situation: rejected(ask(target, target, alpha)),
    en: "Alpha has rejected Target’s counter-offer.",
    fr: "Alpha a rejeté la contre-proposition de Target.",
  },
  {
    situation: rejected(proposal(musk, s.zuckerberg, "a cage fight")),
    en: "Zuckerberg has rejected Musk’s proposal for a cage fight.",
    fr: "Zuckerberg a rejeté la proposition de Musk («\u00a0a cage fight\u00a0»).",
  },
  {
    situation: rejected(contract, { by: [machinists] }),
    en: "Boeing’s machinists have rejected Boeing’s proposal for a new contract (25% over four years).",
    fr: "Les machinistes de Boeing ont rejeté la proposition de Boeing («\u00a025% over four years\u00a0»).",
  },
  {
    situation: rejected(contract, { by: [machinists], votedDown: true }),
    en: "Boeing’s machinists have voted down the agreement on Boeing’s proposal for a new contract (25% over four years).",
    fr: "Les machinistes de Boeing ont rejeté l’accord sur la proposition de Boeing («\u00a025% over four years\u00a0»).",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [holders], votedDown: true }),
    en: "Target’s shareholders have voted down the agreement on Alpha’s $10bn offer for Target.",
    fr: "Les actionnaires de Target ont rejeté l’accord sur l’offre de 10\u00a0milliards de dollars d’Alpha sur Target.",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [s.person("Cleo Chief", { of: "target" })], votedDown: true }),
    en: "Cleo Chief has rejected the agreement on Alpha’s $10bn offer for Target.",
    fr: "Cleo Chief a rejeté l’accord sur l’offre de 10\u00a0milliards de dollars d’Alpha sur Target.",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [], votedDown: true }),
    en: "The agreement on Alpha’s $10bn offer for Target has been voted down.",
    fr: "L’accord sur l’offre de 10\u00a0milliards de dollars d’Alpha sur Target a été rejeté.",
  },
  {
    situation: rejected(proposal(union, boeing, "x", { subject: undefined })),
    en: "Boeing has rejected the machinists’ union’s proposal.",
    fr: "Boeing a rejeté la proposition du syndicat des machinistes.",
  },
];

export const endedRows: s.SentenceRow[] = [
  {
    situation: withdrawn(bid(bhp, anglo, gbp("38600000000"))),
    en: "BHP has withdrawn its £38.6bn offer for Anglo American.",
    fr: "BHP a retiré son offre de 38,6\u00a0milliards de livres sterling sur Anglo American.",
  },
  {
    situation: withdrawn(bid(bhp, anglo)),
    en: "BHP has withdrawn its offer for Anglo American.",
    fr: "BHP a retiré son offre sur Anglo American.",
  },
  {
    situation: withdrawn(bid(musk, openAi, usd("97400000000"))),
    en: "Musk has withdrawn a $97.4bn offer for OpenAI.",
    fr: "Musk a retiré son offre de 97,4\u00a0milliards de dollars sur OpenAI.",
  },
  {
    situation: withdrawn(bid(musk, openAi, usd("80000000000"))),
    en: "Musk has withdrawn an $80bn offer for OpenAI.",
    fr: "Musk a retiré son offre de 80\u00a0milliards de dollars sur OpenAI.",
  },
  {
    situation: withdrawn(bid(brothers, target, ten)),
    en: "The Beta brothers have withdrawn their $10bn offer for Target.",
    fr: "Les frères Beta ont retiré leur offre de 10\u00a0milliards de dollars sur Target.",
  },
  {
    situation: withdrawn(bid([musk, alpha], target, ten)),
    en: "Musk and Alpha have withdrawn their $10bn offer for Target.",
    fr: "Musk et Alpha ont retiré leur offre de 10\u00a0milliards de dollars sur Target.",
  },
  {
    situation: withdrawn(bid(alpha, target, ten), afterAll),
    en: "Alpha has withdrawn its $10bn offer for Target after it had been accepted.",
    fr: "Alpha a retiré son offre de 10\u00a0milliards de dollars sur Target, qui avait été acceptée.",
  },
  {
    situation: withdrawn(bid([], target, ten)),
    en: "The $10bn offer for Target has been withdrawn.",
    fr: "L’offre de 10\u00a0milliards de dollars sur Target a été retirée.",
  },
  {
    situation: withdrawn(contract),
    en: "Boeing has withdrawn its proposal for a new contract (25% over four years).",
    fr: "Boeing a retiré sa proposition («\u00a025% over four years\u00a0»).",
  },
  {
    situation: withdrawn(ask(target, target, alpha, usd("15000000000"))),
    en: "Target has withdrawn its $15bn asking price.",
    fr: "Target a retiré sa demande de 15\u00a0milliards de dollars.",
  },
  {
    situation: lapsed(bid(bbva, sabadell, eur("17000000000", { approximate: true }))),
    en: "BBVA’s offer of about €17bn for Sabadell has lapsed.",
    fr: "L’offre d’environ 17\u00a0milliards d’euros de BBVA sur Sabadell a expiré.",
  },
  {
    situation: lapsed(bid(alpha, target, ten)),
    en: "Alpha’s $10bn offer for Target has lapsed.",
    fr: "L’offre de 10\u00a0milliards de dollars d’Alpha sur Target a expiré.",
  },
  {
    situation: lapsed(bid(brothers, target)),
    en: "The Beta brothers’ offer for Target has lapsed.",
    fr: "L’offre des frères Beta sur Target a expiré.",
  },
  {
    situation: lapsed(bid(alpha, target, ten), afterAll),
    en: "Alpha’s $10bn offer for Target has lapsed after it had been accepted.",
    fr: "L’offre de 10\u00a0milliards de dollars d’Alpha sur Target, qui avait été acceptée, a expiré.",
  },
  {
    situation: lapsed(proposal(alpha, union, "a pay deal")),
    en: "Alpha’s proposal for a pay deal has lapsed.",
    fr: "La proposition d’Alpha («\u00a0a pay deal\u00a0») a expiré.",
  },
  {
    situation: terminated(bid(alpha, target, ten), alpha),
    en: "Alpha has terminated its agreement to buy Target for $10bn.",
    fr: "Alpha a mis fin à l’accord sur l’acquisition de Target pour 10\u00a0milliards de dollars.",
  },
  {
    situation: terminated(bid(musk, s.twitter, usd("54.20", aShare)), musk),
    en: "Musk has terminated an agreement to buy Twitter for $54.20 a share.",
    fr: "Musk a mis fin à l’accord sur l’acquisition de Twitter pour 54,20\u00a0dollars par action.",
  },
  {
    situation: terminated(bid(brothers, target), brothers),
    en: "The Beta brothers have terminated their agreement to buy Target.",
    fr: "Les frères Beta ont mis fin à l’accord sur l’acquisition de Target.",
  },
  {
    situation: terminated(bid(alpha, target, ten), target),
    en: "Target has terminated its agreement to be bought by Alpha for $10bn.",
    fr: "Target a mis fin à l’accord sur son acquisition par Alpha pour 10\u00a0milliards de dollars.",
  },
  {
    situation: terminated(bid(alpha, target, ten), [alpha, target]),
    en: "Alpha and Target have terminated their agreement for Alpha to buy Target for $10bn.",
    fr: "Alpha et Target ont mis fin à leur accord sur l’acquisition de Target par Alpha pour 10\u00a0milliards de dollars.",
  },
  {
    situation: terminated(bid(alpha, target, ten), []),
    en: "The agreement for Alpha to buy Target for $10bn has been terminated.",
    fr: "L’accord sur l’acquisition de Target par Alpha pour 10\u00a0milliards de dollars est rompu.",
  },
  {
    situation: terminated(bid(realMadrid, mbappe, eur("180000000")), psg),
    en: "PSG has terminated the agreement for Real Madrid to buy Mbappé for €180mn.",
    fr: "Le PSG a mis fin à l’accord sur l’acquisition de Mbappé par le Real Madrid pour 180\u00a0millions d’euros.",
  },
  {
    situation: terminated(ask(target, target, alpha, usd("15000000000")), target),
    en: "Target has terminated its agreement to be bought by Alpha for $15bn.",
    fr: "Target a mis fin à l’accord sur son acquisition par Alpha pour 15\u00a0milliards de dollars.",
  },
  {
    situation: terminated(contract, boeing),
    en: "Boeing has terminated the agreement on Boeing’s proposal for a new contract (25% over four years).",
    fr: "Boeing a mis fin à l’accord sur sa proposition («\u00a025% over four years\u00a0»).",
  },
  {
    situation: terminated(contract, [boeing, union]),
    en: "Boeing and the machinists’ union have terminated their agreement on a new contract (25% over four years).",
    fr: "Boeing et le syndicat des machinistes ont mis fin à leur accord («\u00a025% over four years\u00a0»).",
  },
];
