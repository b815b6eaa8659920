/** What was bought or carried out. */
import * as s from "../../support/situations.ts";

const { closed, bid, ask, proposal, usd, eur, aShare } = s;
const { alpha, beta, target, brothers, musk, twitter, union, boeing, psg, realMadrid, mbappe } = s;
const ten = usd("10000000000");

export const closedRows: s.SentenceRow[] = [
  { situation: closed(bid(alpha, target, ten)), en: "Alpha has bought Target for $10bn.", fr: "" },
  { situation: closed(bid(musk, twitter, usd("54.20", aShare))), en: "Musk has bought Twitter for $54.20 a share.", fr: "" },
  { situation: closed(bid(alpha, target)), en: "Alpha has bought Target.", fr: "" },
  { situation: closed(bid(brothers, target, ten)), en: "The Beta brothers have bought Target for $10bn.", fr: "" },
  { situation: closed(bid([alpha, beta], target, ten)), en: "Alpha and Beta have bought Target for $10bn.", fr: "" },
  {
    situation: closed(bid(alpha, target, eur("80000000", { upTo: "100000000" }))),
    en: "Alpha has bought Target for between €80mn and €100mn.",
    fr: "",
  },
  {
    situation: closed(bid(alpha, target, undefined, { terms: s.english("Half in shares") })),
    en: "Alpha has bought Target (half in shares).",
    fr: "",
  },
  { situation: closed(ask(target, target, alpha, ten)), en: "Alpha has bought Target for $10bn.", fr: "" },
  {
    situation: closed(ask(psg, mbappe, realMadrid, eur("180000000"))),
    en: "Real Madrid has bought Mbappé for €180mn.",
    fr: "",
  },
  { situation: closed(bid([], target, ten)), en: "Target has been bought for $10bn.", fr: "" },
  {
    situation: closed(bid(alpha, target, ten), { rivals: [bid(beta, s.org("Target Group"), usd("20000000000"))] }),
    en: "Alpha has bought Target for $10bn; Beta is bidding $20bn for Target Group.",
    fr: "",
  },
  {
    situation: closed(proposal(boeing, union, "a new contract", { terms: s.english("38% over four years") })),
    en: "Boeing and the machinists’ union have carried out their agreement on a new contract (38% over four years).",
    fr: "",
  },
  {
    situation: closed(proposal(musk, s.zuckerberg, "a cage fight")),
    en: "Musk and Zuckerberg have carried out their agreement on a cage fight.",
    fr: "",
  },
  {
    situation: closed(proposal(alpha, [], "a ceasefire")),
    en: "Alpha’s proposal for a ceasefire has been carried out.",
    fr: "",
  },
  {
    situation: closed(proposal(alpha, [s.org("North"), s.org("South")], "a ceasefire"), { decision: s.rumour }),
    en: "Alpha, North and South are reported to have carried out their agreement on a ceasefire.",
    fr: "",
  },
];
