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
const steelHolders = s.group("U.S. Steel’s shareholders", "les actionnaires d’U.S. Steel");
const esmark = s.org("Esmark");
const members = s.group("the members", "les membres");

export const agreedRows: s.SentenceRow[] = [
  {
    situation: agreed(bid(musk, openAi, usd("97400000000"))),
    en: "OpenAI has agreed to be bought by Musk for $97.4bn.",
    fr: "OpenAI a accepté l’offre de 97,4\u00a0milliards de dollars de Musk.",
  },
  {
    situation: agreed(bid(brothers, target, ten)),
    en: "Target has agreed to be bought by the Beta brothers for $10bn.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars des frères Beta.",
  },
  {
    situation: agreed(bid([alpha, beta], target, usd("54.20", aShare))),
    en: "Target has agreed to be bought by Alpha and Beta for $54.20 a share.",
    fr: "Target a accepté l’offre de 54,20\u00a0dollars par action d’Alpha et de Beta.",
  },
  {
    situation: agreed(bid(alpha, target)),
    en: "Target has agreed to be bought by Alpha.",
    fr: "Target a accepté l’offre d’Alpha.",
  },
  {
    situation: agreed(bid(alpha, target, undefined, { terms: s.english("0.7097 Alpha shares a share") })),
    en: "Target has agreed to be bought by Alpha (0.7097 Alpha shares a share).",
    fr: "Target a accepté l’offre d’Alpha («\u00a00.7097 Alpha shares a share\u00a0»).",
  },
  {
    situation: agreed(bid(alpha, target, usd("10000000000", { upTo: "12000000000" }))),
    en: "Target has agreed to be bought by Alpha for between $10bn and $12bn.",
    fr: "Target a accepté l’offre de 10 à 12\u00a0milliards de dollars d’Alpha.",
  },
  {
    situation: agreed(bid(alpha, target, eur("17000000000", { approximate: true }))),
    en: "Target has agreed to be bought by Alpha for about €17bn.",
    fr: "Target a accepté l’offre d’environ 17\u00a0milliards d’euros d’Alpha.",
  },
  {
    situation: agreed(bid(alpha, s.group("the Gamma sisters", "les sœurs Gamma"), ten)),
    en: "The Gamma sisters have agreed to be bought by Alpha for $10bn.",
    fr: "Les sœurs Gamma ont accepté l’offre de 10\u00a0milliards de dollars d’Alpha.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted Alpha’s $10bn offer for Target.",
    fr: "Les actionnaires de Target ont accepté l’offre de 10\u00a0milliards de dollars d’Alpha sur Target.",
  },
  {
    situation: agreed(bid(alpha, target), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted Alpha’s offer for Target.",
    fr: "Les actionnaires de Target ont accepté l’offre d’Alpha sur Target.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [board], overTarget: true, toAgree: [holders] }),
    en: "Target’s board has accepted Alpha’s $10bn offer for Target; Target’s shareholders still have to agree.",
    fr: "Le conseil de Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha sur Target\u202f; les actionnaires de Target doivent encore se prononcer.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [target, holders] }),
    en: "Target and Target’s shareholders have accepted Alpha’s $10bn offer.",
    fr: "Target et les actionnaires de Target ont accepté l’offre de 10\u00a0milliards de dollars d’Alpha.",
  },
  {
    situation: agreed(bid(realMadrid, mbappe, eur("180000000"), { to: [psg] }), { overTarget: true }),
    en: "PSG has accepted Real Madrid’s €180mn offer for Mbappé.",
    fr: "Le PSG a accepté l’offre de 180\u00a0millions d’euros du Real Madrid sur Mbappé.",
  },
  {
    situation: agreed(bid(realMadrid, mbappe, eur("180000000"))),
    en: "Mbappé has accepted Real Madrid’s €180mn offer.",
    fr: "Mbappé a accepté l’offre de 180\u00a0millions d’euros du Real Madrid.",
  },
  {
    situation: agreed(bid(realMadrid, mbappe, eur("180000000"), { to: [psg, mbappe] }), { toAgree: [s.org("Uefa")] }),
    en: "PSG and Mbappé have accepted Real Madrid’s €180mn offer; Uefa still has to agree.",
    fr: "Le PSG et Mbappé ont accepté l’offre de 180\u00a0millions d’euros du Real Madrid\u202f; Uefa doit encore se prononcer.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { acceptedBy: [] }),
    en: "Alpha’s $10bn offer for Target has been accepted.",
    fr: "L’offre de 10\u00a0milliards de dollars d’Alpha sur Target a été acceptée.",
  },
  {
    situation: agreed(bid([], target, ten), { acceptedBy: [target] }),
    en: "Target has accepted the $10bn offer.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars.",
  },
  {
    situation: agreed(bid(alpha, target, usd("5000000000", { approximate: true })), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted Alpha’s offer of about $5bn for Target.",
    fr: "Les actionnaires de Target ont accepté l’offre d’environ 5\u00a0milliards de dollars d’Alpha sur Target.",
  },
  {
    situation: agreed(bid(brothers, target, usd("26.5", aShare)), { acceptedBy: [holders], overTarget: true }),
    en: "Target’s shareholders have accepted the Beta brothers’ $26.50-a-share offer for Target.",
    fr: "Les actionnaires de Target ont accepté l’offre de 26,50\u00a0dollars par action des frères Beta sur Target.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { toAgree: [holders] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Target’s shareholders still have to agree.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; les actionnaires de Target doivent encore se prononcer.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { toAgree: [holders, commission] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Target’s shareholders and the European Commission still have to agree.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; les actionnaires de Target et la Commission européenne doivent encore se prononcer.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { toAgree: [commission] }),
    en: "Target has agreed to be bought by Alpha for $10bn; the European Commission still has to agree.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; la Commission européenne doit encore se prononcer.",
  },
  {
    situation: agreed(bid(alpha, target, ten, { blockedBy: [blocker(cma)] })),
    en: "Target has agreed to be bought by Alpha for $10bn; the CMA has blocked the deal.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; la CMA bloque l’opération.",
  },
  {
    situation: agreed(bid(alpha, target, ten, { blockedBy: [blocker(cma), blocker(commission)] })),
    en: "Target has agreed to be bought by Alpha for $10bn; the CMA and the European Commission have blocked the deal.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; la CMA et la Commission européenne bloquent l’opération.",
  },
  {
    situation: agreed(bid(nippon, usSteel, usd("55", aShare), { blockedBy: [blocker(biden, whiteHouse)] }), {
      toAgree: [steelHolders],
    }),
    en: "U.S. Steel has agreed to be bought by Nippon Steel for $55 a share; Biden of the White House has blocked the deal and U.S. Steel’s shareholders still have to agree.",
    fr: "U.S. Steel a accepté l’offre de 55\u00a0dollars par action de Nippon Steel\u202f; Biden, au nom de la Maison Blanche, bloque l’opération, et les actionnaires d’U.S. Steel doivent encore se prononcer.",
  },
  {
    situation: agreed(bid(nippon, usSteel, usd("55", aShare), { blockedBy: [blocker(whiteHouse)] }), {
      toAgree: [steelHolders],
      rivals: [bid(esmark, usSteel, usd("35", aShare))],
    }),
    en: "U.S. Steel has agreed to be bought by Nippon Steel for $55 a share; the White House has blocked the deal, U.S. Steel’s shareholders still have to agree, and Esmark is bidding $35 a share.",
    fr: "U.S. Steel a accepté l’offre de 55\u00a0dollars par action de Nippon Steel\u202f; la Maison Blanche bloque l’opération, les actionnaires d’U.S. Steel doivent encore se prononcer, et Esmark offre 35\u00a0dollars par action.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; Beta offre 12\u00a0milliards de dollars.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve), bid(gamma, target, gbp("9000000000"))] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn and Gamma £9bn.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; Beta offre 12\u00a0milliards de dollars, et Gamma 9\u00a0milliards de livres sterling.",
  },
  {
    situation: agreed(bid(alpha, target, ten), {
      rivals: [bid(beta, target, twelve), bid(gamma, target, usd("11000000000")), bid(brothers, target, usd("9000000000"))],
    }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn, Gamma $11bn, and the Beta brothers $9bn.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; Beta offre 12\u00a0milliards de dollars, Gamma 11\u00a0milliards de dollars, et les frères Beta 9\u00a0milliards de dollars.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is also bidding.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; Beta fait aussi une offre.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(brothers, target, twelve, s.rumour)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; the Beta brothers are reported to be bidding $12bn.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; les frères Beta auraient offert 12\u00a0milliards de dollars.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve, s.deniedBy(beta))] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is reported to be bidding $12bn, a report that Beta denies.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; Beta aurait offert 12\u00a0milliards de dollars, ce que dément Beta.",
  },
  {
    situation: agreed(bid(alpha, studios, usd("6000000000")), {
      acceptedBy: [target],
      overTarget: true,
      rivals: [bid(beta, target, ten)],
    }),
    en: "Target has accepted Alpha’s $6bn offer for Target Studios; Beta is bidding $10bn for Target.",
    fr: "Target a accepté l’offre de 6\u00a0milliards de dollars d’Alpha sur Target Studios\u202f; Beta offre 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, group, twelve)] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta is bidding $12bn for Target Group.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; Beta offre 12\u00a0milliards de dollars pour Target Group.",
  },
  {
    situation: agreed(bid(alpha, target, ten), { rivals: [bid(beta, target, twelve, { counter: true })] }),
    en: "Target has agreed to be bought by Alpha for $10bn; Beta has countered with a $12bn offer.",
    fr: "Target a accepté l’offre de 10\u00a0milliards de dollars d’Alpha\u202f; Beta fait une contre-offre de 12\u00a0milliards de dollars.",
  },
  {
    situation: agreed(ask(target, target, alpha, usd("15000000000"))),
    en: "Alpha has agreed to buy Target for $15bn.",
    fr: "Alpha a accepté la demande de 15\u00a0milliards de dollars formulée par Target.",
  },
  {
    situation: agreed(ask(psg, mbappe, realMadrid, eur("180000000"))),
    en: "Real Madrid has agreed to buy Mbappé for €180mn.",
    fr: "Le Real Madrid a accepté la demande de 180\u00a0millions d’euros formulée par le PSG pour Mbappé.",
  },
  {
    situation: agreed(ask(target, target, alpha, usd("15000000000")), { acceptedBy: [s.org("Alpha’s board")] }),
    en: "Alpha’s board has accepted Target’s $15bn asking price.",
    fr: "Alpha’s board a accepté la demande de 15\u00a0milliards de dollars formulée par Target.",
  },
  {
    situation: agreed(ask(target, target, alpha)),
    en: "Alpha has agreed to buy Target.",
    fr: "Alpha a accepté la contre-proposition de Target.",
  },
  {
    situation: agreed(proposal(boeing, union, "a new contract", { terms: s.english("25% over four years") }), {
      toAgree: [machinists],
    }),
    en: "The machinists’ union has accepted Boeing’s proposal for a new contract (25% over four years); Boeing’s machinists still have to agree.",
    fr: "Le syndicat des machinistes a accepté la proposition de Boeing («\u00a025% over four years\u00a0»)\u202f; les machinistes de Boeing doivent encore se prononcer.",
  },
  {
    situation: agreed(proposal(boeing, machinists, "a new contract", { terms: s.english("38% over four years") })),
    en: "Boeing’s machinists have accepted Boeing’s proposal for a new contract (38% over four years).",
    fr: "Les machinistes de Boeing ont accepté la proposition de Boeing («\u00a038% over four years\u00a0»).",
  },
  {
    situation: agreed(proposal(alpha, [s.org("North"), s.org("South")], "a ceasefire")),
    en: "North and South have accepted Alpha’s proposal for a ceasefire.",
    fr: "North et South ont accepté la proposition d’Alpha («\u00a0a ceasefire\u00a0»).",
  },
  {
    situation: agreed(proposal(musk, s.zuckerberg, "a cage fight", { blockedBy: [blocker(cma)] })),
    en: "Zuckerberg has accepted Musk’s proposal for a cage fight; the CMA has blocked the agreement.",
    fr: "Zuckerberg a accepté la proposition de Musk («\u00a0a cage fight\u00a0»)\u202f; la CMA bloque l’accord.",
  },
  {
    situation: agreed(proposal(alpha, union, "a pay deal", { counter: true, terms: s.english("8% over two years") }), {
      toAgree: [members],
    }),
    en: "The machinists’ union has accepted Alpha’s counter-proposal for a pay deal (8% over two years); the members still have to agree.",
    fr: "Le syndicat des machinistes a accepté la contre-proposition d’Alpha («\u00a08% over two years\u00a0»)\u202f; les membres doivent encore se prononcer.",
  },
  {
    situation: agreed(proposal(alpha, union, "x", { subject: undefined })),
    en: "The machinists’ union has accepted Alpha’s proposal.",
    fr: "Le syndicat des machinistes a accepté la proposition d’Alpha.",
  },
];
