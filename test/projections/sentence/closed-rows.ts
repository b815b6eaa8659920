/** What was bought or carried out. */
import * as s from "../../support/situations.ts";

const { closed, bid, ask, proposal, usd, eur, aShare } = s;
const { alpha, beta, target, brothers, musk, twitter, union, boeing, psg, realMadrid, mbappe } = s;
const ten = usd("10000000000");

export const closedRows: s.SentenceRow[] = [
  {
    situation: closed(bid(alpha, target, ten)),
    en: "Alpha has bought Target for $10bn.",
    fr: "Alpha a acquis Target pour 10\u00a0milliards de dollars.",
  },
  {
    situation: closed(bid(musk, twitter, usd("54.20", aShare))),
    en: "Musk has bought Twitter for $54.20 a share.",
    fr: "Musk a acquis Twitter pour 54,20\u00a0dollars par action.",
  },
  { situation: closed(bid(alpha, target)), en: "Alpha has bought Target.", fr: "Alpha a acquis Target." },
  {
    situation: closed(bid(brothers, target, ten)),
    en: "The Beta brothers have bought Target for $10bn.",
    fr: "Les frères Beta ont acquis Target pour 10\u00a0milliards de dollars.",
  },
  {
    situation: closed(bid([alpha, beta], target, ten)),
    en: "Alpha and Beta have bought Target for $10bn.",
    fr: "Alpha et Beta ont acquis Target pour 10\u00a0milliards de dollars.",
  },
  {
    situation: closed(bid(alpha, target, eur("80000000", { upTo: "100000000" }))),
    en: "Alpha has bought Target for between €80mn and €100mn.",
    fr: "Alpha a acquis Target pour 80 à 100\u00a0millions d’euros.",
  },
  {
    situation: closed(bid(alpha, target, undefined, { terms: s.english("Half in shares") })),
    en: "Alpha has bought Target (half in shares).",
    fr: "Alpha a acquis Target («\u00a0Half in shares\u00a0»).",
  },
  {
    situation: closed(ask(target, target, alpha, ten)),
    en: "Alpha has bought Target for $10bn.",
    fr: "Alpha a acquis Target pour 10\u00a0milliards de dollars.",
  },
  {
    situation: closed(ask(psg, mbappe, realMadrid, eur("180000000"))),
    en: "Real Madrid has bought Mbappé for €180mn.",
    fr: "Le Real Madrid a acquis Mbappé pour 180\u00a0millions d’euros.",
  },
  {
    situation: closed(bid([], target, ten)),
    en: "Target has been bought for $10bn.",
    fr: "L’acquisition de Target pour 10\u00a0milliards de dollars est bouclée.",
  },
  {
    situation: closed(bid(alpha, target, ten), { rivals: [bid(beta, s.org("Target Group"), usd("20000000000"))] }),
    en: "Alpha has bought Target for $10bn; Beta is bidding $20bn for Target Group.",
    fr: "Alpha a acquis Target pour 10\u00a0milliards de dollars\u202f; Beta offre 20\u00a0milliards de dollars pour Target Group.",
  },
  {
    situation: closed(proposal(boeing, union, "a new contract", { terms: s.english("38% over four years") })),
    en: "Boeing and the machinists’ union have carried out their agreement on a new contract (38% over four years).",
    fr: "Boeing et le syndicat des machinistes ont concrétisé leur accord («\u00a038% over four years\u00a0»).",
  },
  {
    situation: closed(proposal(musk, s.zuckerberg, "a cage fight")),
    en: "Musk and Zuckerberg have carried out their agreement on a cage fight.",
    fr: "Musk et Zuckerberg ont concrétisé leur accord («\u00a0a cage fight\u00a0»).",
  },
  {
    situation: closed(proposal(alpha, [], "a ceasefire")),
    en: "Alpha’s proposal for a ceasefire has been carried out.",
    fr: "La proposition d’Alpha («\u00a0a ceasefire\u00a0») s’est concrétisée.",
  },
  {
    situation: closed(proposal(alpha, [s.org("North"), s.org("South")], "a ceasefire"), { decision: s.rumour }),
    en: "Alpha, North and South are reported to have carried out their agreement on a ceasefire.",
    fr: "Alpha, North et South auraient concrétisé leur accord («\u00a0a ceasefire\u00a0»).",
  },
];
