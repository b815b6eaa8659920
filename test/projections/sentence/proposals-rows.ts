/** Proposals of something else than a purchase, and what whoever is to sell asks. */
import * as s from "../../support/situations.ts";

const { offered, countered, proposal, ask, usd, eur } = s;
const { alpha, target, union, boeing, machinists, musk, zuckerberg, psg, realMadrid, mbappe, brothers } = s;
const north = s.org("North", s.inFrench("le Nord"));
const south = s.org("South", s.inFrench("le Sud"));

export const proposalsRows: s.SentenceRow[] = [
  {
    situation: offered(proposal(musk, zuckerberg, "a cage fight")),
    en: "Musk has proposed a cage fight to Zuckerberg, who has yet to answer.",
    fr: "",
  },
  {
    situation: offered(proposal(musk, zuckerberg, "a cage fight", { awaiting: [] })),
    en: "Musk has proposed a cage fight to Zuckerberg.",
    fr: "",
  },
  {
    situation: offered(proposal(union, boeing, "a new contract", { terms: s.english("40% more pay over three years") })),
    en: "The machinists’ union has proposed a new contract (40% more pay over three years) to Boeing, which has yet to answer.",
    fr: "",
  },
  {
    situation: offered(proposal(boeing, machinists, "a new contract", { terms: s.english("30% over four years.") })),
    en: "Boeing has proposed a new contract (30% over four years) to Boeing’s machinists, who have yet to answer.",
    fr: "",
  },
  {
    situation: countered(proposal(boeing, union, "a new contract", { counter: true, terms: s.english("25% over four years") })),
    en: "Boeing has countered with a proposal for a new contract (25% over four years); the machinists’ union has yet to answer.",
    fr: "",
  },
  {
    situation: countered(proposal(brothers, union, "a 5 per cent rise", { counter: true, awaiting: [] })),
    en: "The Beta brothers have countered with a proposal for a 5 per cent rise.",
    fr: "",
  },
  {
    situation: offered(proposal(alpha, [north, south], "a ceasefire")),
    en: "Alpha has proposed a ceasefire to North and South, which have yet to answer.",
    fr: "",
  },
  {
    situation: offered(proposal(alpha, [north, south], "a ceasefire", { acceptedBy: [north], awaiting: [south] })),
    en: "Alpha has proposed a ceasefire to North and South; North has accepted and South has yet to answer.",
    fr: "",
  },
  {
    situation: offered(proposal(alpha, [north, south], "a ceasefire", { openUntil: s.day("2025-03-10") })),
    en: "Alpha has proposed a ceasefire to North and South, which have yet to answer; the proposal is open until 10 March.",
    fr: "",
  },
  {
    situation: offered(proposal(union, boeing, "a 40 per cent rise", { against: [s.beta], awaiting: [] })),
    en: "The machinists’ union has proposed a 40 per cent rise to Boeing; Beta opposes the proposal.",
    fr: "",
  },
  {
    situation: offered(proposal(union, boeing, "a pay deal", { price: usd("500000000"), awaiting: [] })),
    en: "The machinists’ union has proposed a pay deal ($500mn) to Boeing.",
    fr: "",
  },
  {
    situation: offered(proposal(union, boeing, "x", { subject: undefined, awaiting: [] })),
    en: "The machinists’ union has made a proposal to Boeing.",
    fr: "",
  },
  {
    situation: offered(proposal(union, boeing, "x", { subject: undefined, to: [], awaiting: [] })),
    en: "The machinists’ union has made a proposal.",
    fr: "",
  },
  {
    situation: offered(proposal(union, boeing, "x", { subject: s.french("un nouveau contrat"), awaiting: [] })),
    en: "The machinists’ union has proposed un nouveau contrat to Boeing.",
    fr: "",
  },
  {
    situation: countered(ask(target, target, alpha, usd("15000000000"))),
    en: "Target has countered by asking Alpha to pay $15bn; Alpha has yet to answer.",
    fr: "",
  },
  {
    situation: countered(ask(target, target, brothers, usd("60", s.aShare))),
    en: "Target has countered by asking the Beta brothers to pay $60 a share; the Beta brothers have yet to answer.",
    fr: "",
  },
  {
    situation: offered(ask(target, target, alpha, usd("15000000000"), { counter: false, awaiting: [] })),
    en: "Target is asking Alpha to pay $15bn.",
    fr: "",
  },
  {
    situation: offered(ask(psg, mbappe, realMadrid, eur("180000000"), { counter: false })),
    en: "PSG is asking Real Madrid to pay €180mn for Mbappé; Real Madrid has yet to answer.",
    fr: "",
  },
  {
    situation: countered(ask(s.holders, target, alpha, usd("60", s.aShare), { awaiting: [] })),
    en: "Target’s shareholders have countered by asking Alpha to pay $60 a share for Target.",
    fr: "",
  },
  {
    situation: offered(ask(target, target, [], usd("15000000000"), { counter: false })),
    en: "Target is asking $15bn.",
    fr: "",
  },
  {
    situation: countered(ask(target, target, alpha, usd("15000000000", { upTo: "17000000000" }), { awaiting: [] })),
    en: "Target has countered by asking Alpha to pay between $15bn and $17bn.",
    fr: "",
  },
  {
    situation: countered(ask(target, target, alpha, undefined, { awaiting: [] })),
    en: "Target has made Alpha a counter-offer.",
    fr: "",
  },
  {
    situation: countered(ask(psg, mbappe, realMadrid, undefined, { awaiting: [], terms: s.english("A loan first") })),
    en: "PSG has made Real Madrid a counter-offer over Mbappé (a loan first).",
    fr: "",
  },
];
