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
    fr: "Musk fait une proposition («\u00a0a cage fight\u00a0») à Zuckerberg, qui n’a pas encore répondu.",
  },
  {
    situation: offered(proposal(musk, zuckerberg, "a cage fight", { awaiting: [] })),
    en: "Musk has proposed a cage fight to Zuckerberg.",
    fr: "Musk fait une proposition («\u00a0a cage fight\u00a0») à Zuckerberg.",
  },
  {
    situation: offered(proposal(union, boeing, "a new contract", { terms: s.english("40% more pay over three years") })),
    en: "The machinists’ union has proposed a new contract (40% more pay over three years) to Boeing, which has yet to answer.",
    fr: "Le syndicat des machinistes fait une proposition («\u00a040% more pay over three years\u00a0») à Boeing, qui n’a pas encore répondu.",
  },
  {
    situation: offered(proposal(boeing, machinists, "a new contract", { terms: s.english("30% over four years.") })),
    en: "Boeing has proposed a new contract (30% over four years) to Boeing’s machinists, who have yet to answer.",
    fr: "Boeing fait une proposition («\u00a030% over four years\u00a0») aux machinistes de Boeing, qui n’ont pas encore répondu.",
  },
  {
    situation: countered(proposal(boeing, union, "a new contract", { counter: true, terms: s.english("25% over four years") })),
    en: "Boeing has countered with a proposal for a new contract (25% over four years); the machinists’ union has yet to answer.",
    fr: "Boeing fait une contre-proposition («\u00a025% over four years\u00a0») au syndicat des machinistes, qui n’a pas encore répondu.",
  },
  {
    situation: countered(proposal(brothers, union, "a 5 per cent rise", { counter: true, awaiting: [] })),
    en: "The Beta brothers have countered with a proposal for a 5 per cent rise.",
    fr: "Les frères Beta font une contre-proposition («\u00a0a 5 per cent rise\u00a0») au syndicat des machinistes.",
  },
  {
    situation: offered(proposal(alpha, [north, south], "a ceasefire")),
    en: "Alpha has proposed a ceasefire to North and South, which have yet to answer.",
    fr: "Alpha fait une proposition («\u00a0a ceasefire\u00a0») au Nord et au Sud, qui n’ont pas encore répondu.",
  },
  {
    situation: offered(proposal(alpha, [north, south], "a ceasefire", { acceptedBy: [north], awaiting: [south] })),
    en: "Alpha has proposed a ceasefire to North and South; North has accepted and South has yet to answer.",
    fr: "Alpha fait une proposition («\u00a0a ceasefire\u00a0») au Nord et au Sud\u202f; le Nord a accepté, et le Sud n’a pas encore répondu.",
  },
  {
    situation: offered(proposal(alpha, [north, south], "a ceasefire", { openUntil: s.day("2025-03-10") })),
    en: "Alpha has proposed a ceasefire to North and South, which have yet to answer; the proposal is open until 10 March.",
    fr: "Alpha fait une proposition («\u00a0a ceasefire\u00a0») au Nord et au Sud, qui n’ont pas encore répondu\u202f; la proposition est valable jusqu’au 10 mars.",
  },
  {
    situation: offered(proposal(union, boeing, "a 40 per cent rise", { against: [s.beta], awaiting: [] })),
    en: "The machinists’ union has proposed a 40 per cent rise to Boeing; Beta opposes the proposal.",
    fr: "Le syndicat des machinistes fait une proposition («\u00a0a 40 per cent rise\u00a0») à Boeing\u202f; Beta s’oppose à la proposition.",
  },
  {
    situation: offered(proposal(union, boeing, "a pay deal", { price: usd("500000000"), awaiting: [] })),
    en: "The machinists’ union has proposed a pay deal ($500mn) to Boeing.",
    fr: "Le syndicat des machinistes fait une proposition de 500\u00a0millions de dollars («\u00a0a pay deal\u00a0») à Boeing.",
  },
  {
    situation: offered(proposal(union, boeing, "x", { subject: undefined, awaiting: [] })),
    en: "The machinists’ union has made a proposal to Boeing.",
    fr: "Le syndicat des machinistes fait une proposition à Boeing.",
  },
  {
    situation: offered(proposal(union, boeing, "x", { subject: undefined, to: [], awaiting: [] })),
    en: "The machinists’ union has made a proposal.",
    fr: "Le syndicat des machinistes fait une proposition.",
  },
  {
    situation: offered(proposal(union, boeing, "x", { subject: s.french("un nouveau contrat"), awaiting: [] })),
    en: "The machinists’ union has proposed “un nouveau contrat” to Boeing.",
    fr: "Le syndicat des machinistes propose un nouveau contrat à Boeing.",
  },
  {
    situation: countered(ask(target, target, alpha, usd("15000000000"))),
    en: "Target has countered by asking Alpha to pay $15bn; Alpha has yet to answer.",
    fr: "Target demande en retour 15\u00a0milliards de dollars à Alpha, qui n’a pas encore répondu.",
  },
  {
    situation: countered(ask(target, target, brothers, usd("60", s.aShare))),
    en: "Target has countered by asking the Beta brothers to pay $60 a share; the Beta brothers have yet to answer.",
    fr: "Target demande en retour 60\u00a0dollars par action aux frères Beta, qui n’ont pas encore répondu.",
  },
  {
    situation: offered(ask(target, target, alpha, usd("15000000000"), { counter: false, awaiting: [] })),
    en: "Target is asking Alpha to pay $15bn.",
    fr: "Target demande 15\u00a0milliards de dollars à Alpha.",
  },
  {
    situation: offered(ask(psg, mbappe, realMadrid, eur("180000000"), { counter: false })),
    en: "PSG is asking Real Madrid to pay €180mn for Mbappé; Real Madrid has yet to answer.",
    fr: "Le PSG demande 180\u00a0millions d’euros pour Mbappé au Real Madrid, qui n’a pas encore répondu.",
  },
  {
    situation: countered(ask(s.holders, target, alpha, usd("60", s.aShare), { awaiting: [] })),
    en: "Target’s shareholders have countered by asking Alpha to pay $60 a share for Target.",
    fr: "Les actionnaires de Target demandent en retour 60\u00a0dollars par action pour Target à Alpha.",
  },
  {
    situation: offered(ask(target, target, [], usd("15000000000"), { counter: false })),
    en: "Target is asking $15bn.",
    fr: "Target demande 15\u00a0milliards de dollars.",
  },
  {
    situation: countered(ask(target, target, alpha, usd("15000000000", { upTo: "17000000000" }), { awaiting: [] })),
    en: "Target has countered by asking Alpha to pay between $15bn and $17bn.",
    fr: "Target demande en retour entre 15 et 17\u00a0milliards de dollars à Alpha.",
  },
  {
    situation: countered(ask(target, target, alpha, undefined, { awaiting: [] })),
    en: "Target has made Alpha a counter-offer.",
    fr: "Target fait une contre-proposition à Alpha.",
  },
  {
    situation: countered(ask(psg, mbappe, realMadrid, undefined, { awaiting: [], terms: s.english("A loan first") })),
    en: "PSG has made Real Madrid a counter-offer over Mbappé (a loan first).",
    fr: "Le PSG fait une contre-proposition («\u00a0A loan first\u00a0») pour Mbappé au Real Madrid.",
  },
];
