/** What was rejected, voted down, withdrawn or terminated, or has lapsed. */
import * as s from "../../support/situations.ts";

const { rejected, withdrawn, lapsed, terminated, bid, ask, proposal, usd, eur, gbp, aShare } = s;
const { alpha, beta, target, holders, brothers, musk, openAi, bhp, anglo, union, boeing, machinists } = s;
const { psg, realMadrid, mbappe, bbva, sabadell } = s;
const ten = usd("10000000000");
const contract = proposal(boeing, union, "a new contract", { terms: s.english("25% over four years") });
const afterAll = { agreed: true };

export const rejectedRows: s.SentenceRow[] = [
  { situation: rejected(bid(bhp, anglo, gbp("31100000000"))), en: "Anglo American has rejected BHP’s £31.1bn offer.", fr: "" },
  { situation: rejected(bid(musk, openAi, usd("97400000000"))), en: "OpenAI has rejected Musk’s $97.4bn offer.", fr: "" },
  { situation: rejected(bid(alpha, target)), en: "Target has rejected Alpha’s offer.", fr: "" },
  {
    situation: rejected(bid(alpha, target, undefined, { terms: s.english("All shares") })),
    en: "Target has rejected Alpha’s offer (all shares).",
    fr: "",
  },
  {
    situation: rejected(bid(brothers, target, ten), { by: [holders] }),
    en: "Target’s shareholders have rejected the Beta brothers’ $10bn offer for Target.",
    fr: "",
  },
  {
    situation: rejected(bid(alpha, target, usd("8000000000", { upTo: "9000000000" })), { by: [holders] }),
    en: "Target’s shareholders have rejected Alpha’s offer of between $8bn and $9bn for Target.",
    fr: "",
  },
  {
    situation: rejected(bid(s.org("Cleveland-Cliffs"), s.org("U.S. Steel"), usd("35", aShare))),
    en: "U.S. Steel has rejected Cleveland-Cliffs’s $35-a-share offer.",
    fr: "",
  },
  { situation: rejected(bid(alpha, target, ten), { by: [] }), en: "Alpha’s $10bn offer for Target has been rejected.", fr: "" },
  {
    situation: rejected(bid(alpha, target, ten, { counter: true })),
    en: "Target has rejected Alpha’s $10bn counter-offer.",
    fr: "",
  },
  {
    situation: rejected(bid([alpha, beta], target, ten)),
    en: "Target has rejected Alpha and Beta’s $10bn offer.",
    fr: "",
  },
  {
    situation: rejected(ask(target, target, alpha, usd("15000000000"))),
    en: "Alpha has rejected Target’s $15bn asking price.",
    fr: "",
  },
  {
    situation: rejected(ask(psg, mbappe, realMadrid, eur("180000000"))),
    en: "Real Madrid has rejected PSG’s €180mn asking price for Mbappé.",
    fr: "",
  },
  {
    situation: rejected(ask(target, target, alpha)),
    en: "Alpha has rejected Target’s counter-offer.",
    fr: "",
  },
  {
    situation: rejected(proposal(musk, s.zuckerberg, "a cage fight")),
    en: "Zuckerberg has rejected Musk’s proposal for a cage fight.",
    fr: "",
  },
  {
    situation: rejected(contract, { by: [machinists] }),
    en: "Boeing’s machinists have rejected Boeing’s proposal for a new contract (25% over four years).",
    fr: "",
  },
  {
    situation: rejected(contract, { by: [machinists], votedDown: true }),
    en: "Boeing’s machinists have voted down the agreement on Boeing’s proposal for a new contract (25% over four years).",
    fr: "",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [holders], votedDown: true }),
    en: "Target’s shareholders have voted down the agreement on Alpha’s $10bn offer for Target.",
    fr: "",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [s.person("Cleo Chief", { of: "target" })], votedDown: true }),
    en: "Cleo Chief has rejected the agreement on Alpha’s $10bn offer for Target.",
    fr: "",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [], votedDown: true }),
    en: "The agreement on Alpha’s $10bn offer for Target has been voted down.",
    fr: "",
  },
  {
    situation: rejected(proposal(union, boeing, "x", { subject: undefined })),
    en: "Boeing has rejected the machinists’ union’s proposal.",
    fr: "",
  },
];

export const endedRows: s.SentenceRow[] = [
  {
    situation: withdrawn(bid(bhp, anglo, gbp("38600000000"))),
    en: "BHP has withdrawn its £38.6bn offer for Anglo American.",
    fr: "",
  },
  { situation: withdrawn(bid(bhp, anglo)), en: "BHP has withdrawn its offer for Anglo American.", fr: "" },
  {
    situation: withdrawn(bid(musk, openAi, usd("97400000000"))),
    en: "Musk has withdrawn a $97.4bn offer for OpenAI.",
    fr: "",
  },
  {
    situation: withdrawn(bid(musk, openAi, usd("80000000000"))),
    en: "Musk has withdrawn an $80bn offer for OpenAI.",
    fr: "",
  },
  {
    situation: withdrawn(bid(brothers, target, ten)),
    en: "The Beta brothers have withdrawn their $10bn offer for Target.",
    fr: "",
  },
  {
    situation: withdrawn(bid([musk, alpha], target, ten)),
    en: "Musk and Alpha have withdrawn their $10bn offer for Target.",
    fr: "",
  },
  {
    situation: withdrawn(bid(alpha, target, ten), afterAll),
    en: "Alpha has withdrawn its $10bn offer for Target after it had been accepted.",
    fr: "",
  },
  { situation: withdrawn(bid([], target, ten)), en: "The $10bn offer for Target has been withdrawn.", fr: "" },
  {
    situation: withdrawn(contract),
    en: "Boeing has withdrawn its proposal for a new contract (25% over four years).",
    fr: "",
  },
  {
    situation: withdrawn(ask(target, target, alpha, usd("15000000000"))),
    en: "Target has withdrawn its $15bn asking price.",
    fr: "",
  },
  {
    situation: lapsed(bid(bbva, sabadell, eur("17000000000", { approximate: true }))),
    en: "BBVA’s offer of about €17bn for Sabadell has lapsed.",
    fr: "",
  },
  { situation: lapsed(bid(alpha, target, ten)), en: "Alpha’s $10bn offer for Target has lapsed.", fr: "" },
  { situation: lapsed(bid(brothers, target)), en: "The Beta brothers’ offer for Target has lapsed.", fr: "" },
  {
    situation: lapsed(bid(alpha, target, ten), afterAll),
    en: "Alpha’s $10bn offer for Target has lapsed after it had been accepted.",
    fr: "",
  },
  {
    situation: lapsed(proposal(alpha, union, "a pay deal")),
    en: "Alpha’s proposal for a pay deal has lapsed.",
    fr: "",
  },
  {
    situation: terminated(bid(alpha, target, ten), alpha),
    en: "Alpha has terminated its agreement to buy Target for $10bn.",
    fr: "",
  },
  {
    situation: terminated(bid(musk, s.twitter, usd("54.20", aShare)), musk),
    en: "Musk has terminated an agreement to buy Twitter for $54.20 a share.",
    fr: "",
  },
  {
    situation: terminated(bid(brothers, target), brothers),
    en: "The Beta brothers have terminated their agreement to buy Target.",
    fr: "",
  },
  {
    situation: terminated(bid(alpha, target, ten), target),
    en: "Target has terminated its agreement to be bought by Alpha for $10bn.",
    fr: "",
  },
  {
    situation: terminated(bid(alpha, target, ten), [alpha, target]),
    en: "Alpha and Target have terminated their agreement for Alpha to buy Target for $10bn.",
    fr: "",
  },
  {
    situation: terminated(bid(alpha, target, ten), []),
    en: "The agreement for Alpha to buy Target for $10bn has been terminated.",
    fr: "",
  },
  {
    situation: terminated(bid(realMadrid, mbappe, eur("180000000")), psg),
    en: "PSG has terminated the agreement for Real Madrid to buy Mbappé for €180mn.",
    fr: "",
  },
  {
    situation: terminated(ask(target, target, alpha, usd("15000000000")), target),
    en: "Target has terminated its agreement to be bought by Alpha for $15bn.",
    fr: "",
  },
  {
    situation: terminated(contract, boeing),
    en: "Boeing has terminated the agreement on Boeing’s proposal for a new contract (25% over four years).",
    fr: "",
  },
  {
    situation: terminated(contract, [boeing, union]),
    en: "Boeing and the machinists’ union have terminated their agreement on a new contract (25% over four years).",
    fr: "",
  },
];
