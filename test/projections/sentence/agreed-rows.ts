/** What was agreed: by whom, at what price, who blocks it, who has still to agree, and who is a rival. */
import * as s from "../../support/situations.ts";

const { agreed, bid, ask, proposal, usd, eur, gbp, aShare, blocker } = s;
const { alpha, beta, gamma, target, holders, board, brothers, cma, commission, whiteHouse, biden } = s;
const { musk, openAi, union, boeing, machinists, psg, realMadrid, mbappe } = s;
const ten = usd("10000000000");
const twelve = usd("12000000000");
const group = s.org("Target Group");
const studios = s.org("Target Studios", { of: "target" });
const usSteel = s.org("U.S. Steel");
const nippon = s.org("Nippon Steel");
const steelHolders = s.group("U.S. Steel’s shareholders", "les actionnaires de U.S. Steel");
const esmark = s.org("Esmark");
const members = s.group("the members", "les membres");

export const agreedRows: s.SentenceRow[] = [
  {
    situation: agreed(bid(musk, openAi, usd("97400000000"))),
    en: "OpenAI has agreed to be bought by Musk for $97.4bn.",
    fr: "",
  },
  {
    situation: agreed(bid(brothers, target, ten)),
    en: "Target has agreed to be bought by the Beta brothers for $10bn.",
    fr: "",
  },
  {
    situation: agreed(bid([alpha, beta], target, usd("54.20", aShare))),
    en: "Target has agreed to be bought by Alpha and Beta for $54.20 a share.",
    fr: "",
  },
  { situation: agreed(bid(alpha, target)), en: "Target has agreed to be bought by Alpha.", fr: "" },
  {
    situation: agreed(bid(alpha, target, undefined, { terms: s.english("0.7097 Alpha shares a share") })),
    en: "Target has agreed to be bought by Alpha (0.7097 Alpha shares a share).",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, usd("10000000000", { upTo: "12000000000" }))),
    en: "Target has agreed to be bought by Alpha for between $10bn and $12bn.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, eur("17000000000", { approximate: true }))),
    en: "Target has agreed to be bought by Alpha for about €17bn.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, s.group("the Gamma sisters", "les sœurs Gamma"), ten)),
    en: "The Gamma sisters have agreed to be bought by Alpha for $10bn.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted Alpha’s $10bn offer for Target.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted Alpha’s offer for Target.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [board], overTarget: true, toAgree: [holders] }),
    en: "Target’s board has accepted Alpha’s $10bn offer for Target; Target’s shareholders still have to agree.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [target, holders] }),
    en: "Target and Target’s shareholders have accepted Alpha’s $10bn offer.",
    fr: "",
  },
  {
    situation: agreed(bid(realMadrid, mbappe, eur("180000000"), { to: [psg] }), { overTarget: true }),
    en: "PSG has accepted Real Madrid’s €180mn offer for Mbappé.",
    fr: "",
  },
  {
    situation: agreed(bid(realMadrid, mbappe, eur("180000000"))),
    en: "Mbappé has accepted Real Madrid’s €180mn offer.",
    fr: "",
  },
  {
    situation: agreed(bid(realMadrid, mbappe, eur("180000000"), { to: [psg, mbappe] }), { toAgree: [s.org("Uefa")] }),
    en: "PSG and Mbappé have accepted Real Madrid’s €180mn offer; Uefa still has to agree.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [] }),
    en: "Alpha’s $10bn offer for Target has been accepted.",
    fr: "",
  },
  {
    situation: agreed(bid([], target, ten), { acceptedBy: [target] }),
    en: "Target has accepted the $10bn offer.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, usd("5000000000", { approximate: true })), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted Alpha’s offer of about $5bn for Target.",
    fr: "",
  },
  {
    situation: agreed(bid(brothers, target, usd("26.5", aShare)), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted the Beta brothers’ $26.50-a-share offer for Target.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { toAgree: [holders] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Target’s shareholders still have to agree.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { toAgree: [holders, commission] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Target’s shareholders and the European Commission still have to agree.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { toAgree: [commission] }),
    en: "Target has agreed to be bought by Alpha for $10bn; the European Commission still has to agree.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten, { blockedBy: [blocker(cma)] })),
    en: "Target has agreed to be bought by Alpha for $10bn; the CMA has blocked the deal.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten, { blockedBy: [blocker(cma), blocker(commission)] })),
    en: "Target has agreed to be bought by Alpha for $10bn; the CMA and the European Commission have blocked the deal.",
    fr: "",
  },
  {
    situation: agreed(bid(nippon, usSteel, usd("55", aShare), { blockedBy: [blocker(biden, whiteHouse)] }), {
      toAgree: [steelHolders],
    }),
    en: "U.S. Steel has agreed to be bought by Nippon Steel for $55 a share; Biden of the White House has blocked the deal and U.S. Steel’s shareholders still have to agree.",
    fr: "",
  },
  {
    situation: agreed(bid(nippon, usSteel, usd("55", aShare), { blockedBy: [blocker(whiteHouse)] }), {
      toAgree: [steelHolders],
      rivals: [bid(esmark, usSteel, usd("35", aShare))],
    }),
    en: "U.S. Steel has agreed to be bought by Nippon Steel for $55 a share; the White House has blocked the deal, U.S. Steel’s shareholders still have to agree, and Esmark is bidding $35 a share.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve), bid(gamma, target, gbp("9000000000"))] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn and Gamma £9bn.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), {
      rivals: [bid(beta, target, twelve), bid(gamma, target, usd("11000000000")), bid(brothers, target, usd("9000000000"))],
    }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn, Gamma $11bn, and the Beta brothers $9bn.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is also bidding.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(brothers, target, twelve, s.rumour)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; the Beta brothers are reported to be bidding $12bn.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve, s.deniedBy(beta))] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is reported to be bidding $12bn, a report that Beta denies.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, studios, usd("6000000000")), {
      acceptedBy: [target],
      overTarget: true,
      rivals: [bid(beta, target, ten)],
    }),
    en: "Target has accepted Alpha’s $6bn offer for Target Studios; Beta is bidding $10bn for Target.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, group, twelve)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn for Target Group.",
    fr: "",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve, { counter: true })] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta has countered with a $12bn offer.",
    fr: "",
  },
  {
    situation: agreed(ask(target, target, alpha, usd("15000000000"))),
    en: "Alpha has agreed to buy Target for $15bn.",
    fr: "",
  },
  {
    situation: agreed(ask(psg, mbappe, realMadrid, eur("180000000"))),
    en: "Real Madrid has agreed to buy Mbappé for €180mn.",
    fr: "",
  },
  {
    situation: agreed(ask(target, target, alpha, usd("15000000000")), { acceptedBy: [s.org("Alpha’s board")] }),
    en: "Alpha’s board has accepted Target’s $15bn asking price.",
    fr: "",
  },
  { situation: agreed(ask(target, target, alpha)), en: "Alpha has agreed to buy Target.", fr: "" },
  {
    situation: agreed(proposal(boeing, union, "a new contract", { terms: s.english("25% over four years") }), {
      toAgree: [machinists],
    }),
    en: "The machinists’ union has accepted Boeing’s proposal for a new contract (25% over four years); Boeing’s machinists still have to agree.",
    fr: "",
  },
  {
    situation: agreed(proposal(boeing, machinists, "a new contract", { terms: s.english("38% over four years") })),
    en: "Boeing’s machinists have accepted Boeing’s proposal for a new contract (38% over four years).",
    fr: "",
  },
  {
    situation: agreed(proposal(alpha, [s.org("North"), s.org("South")], "a ceasefire")),
    en: "North and South have accepted Alpha’s proposal for a ceasefire.",
    fr: "",
  },
  {
    situation: agreed(proposal(musk, s.zuckerberg, "a cage fight", { blockedBy: [blocker(cma)] })),
    en: "Zuckerberg has accepted Musk’s proposal for a cage fight; the CMA has blocked the agreement.",
    fr: "",
  },
  {
    situation: agreed(proposal(alpha, union, "a pay deal", { counter: true, terms: s.english("8% over two years") }), {
      toAgree: [members],
    }),
    en: "The machinists’ union has accepted Alpha’s counter-proposal for a pay deal (8% over two years); the members still have to agree.",
    fr: "",
  },
  {
    situation: agreed(proposal(alpha, union, "x", { subject: undefined })),
    en: "The machinists’ union has accepted Alpha’s proposal.",
    fr: "",
  },
];
