/** Situations for the table of sentences: parties, prices, offers, built with as few words as they differ by. */
import type { When } from "../../events/tell/grammar.ts";
import type { Wording } from "../../events/tell/offer-told.ts";
import type { Who } from "../../events/tell/who.ts";
import type { Price } from "../../events/values.ts";
import type { Bid, Blocker, Feud, Hearsay, Situation } from "../../projections/sentence/situation.ts";

/** One row of the table: where a story stands, and how it is said. */
export type SentenceRow = { situation: Situation; en: string; fr: string };

type Facts = Partial<Who["facts"]>;

const slugOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
const who = (kind: Who["facts"]["kind"], name: string, facts: Facts): Who => ({
  party: slugOf(name),
  facts: { name, kind, ...facts },
});

export const org = (name: string, facts: Facts = {}): Who => who("organization", name, facts);
export const person = (name: string, facts: Facts = {}): Who => who("person", name, facts);
/** A plural group, with its French name. */
export const group = (name: string, fr: string, facts: Facts = {}): Who =>
  who("group", name, { plural: true, names: { fr: { name: fr } }, ...facts });

/** Names in both languages. */
export const inFrench = (name: string): Facts => ({ names: { fr: { name } } });

const money =
  (currency: string) =>
  (amount: string, more: Partial<Price> = {}): Price => ({ amount, currency, ...more });
export const usd = money("USD");
export const eur = money("EUR");
export const gbp = money("GBP");
export const jpy = money("JPY");
export const chf = money("CHF");
export const aShare = { basis: "per-share" } as const;

/** Words of an editor's, in English unless told otherwise. */
export const english = (text: string): Wording => ({ text, language: "en" });
export const french = (text: string): Wording => ({ text, language: "fr" });

export const day = (date: string): When => ({ at: `${date}T00:00:00Z`, precision: "day" });

const sure: Hearsay = { reported: false, denied: false, deniedBy: [] };
export const rumour: Hearsay = { reported: true, denied: false, deniedBy: [] };
export const deniedBy = (...whos: Who[]): Hearsay => ({ reported: true, denied: true, deniedBy: whos });

const list = (whos: Who | Who[]): Who[] => (Array.isArray(whos) ? whos : [whos]);

const offer = (by: Who | Who[], to: Who[], more: Partial<Bid>): Bid => ({
  offer: "offer",
  kind: "bid",
  counter: false,
  by: list(by),
  to,
  ...sure,
  awaiting: [],
  acceptedBy: [],
  against: [],
  inFavour: [],
  blockedBy: [],
  ...more,
});

/** A bid for a target, put to the target, which answers nothing unless it is told otherwise. */
export const bid = (by: Who | Who[], target: Who, price?: Price, more: Partial<Bid> = {}): Bid =>
  offer(by, [target], { target, price, ...more });

/** A bid that its target has yet to answer. */
export const unanswered = (by: Who | Who[], target: Who, price?: Price, more: Partial<Bid> = {}): Bid =>
  bid(by, target, price, { awaiting: [target], ...more });

/** What whoever is to sell asks of a bidder. */
export const ask = (by: Who | Who[], target: Who, to: Who | Who[], price?: Price, more: Partial<Bid> = {}): Bid =>
  offer(by, list(to), { kind: "ask", counter: true, target, price, awaiting: list(to), ...more });

/** A proposal of something else, which those to whom it was made have yet to answer. */
export const proposal = (by: Who | Who[], to: Who | Who[], subject: string, more: Partial<Bid> = {}): Bid =>
  offer(by, list(to), { kind: "proposal", subject: english(subject), awaiting: list(to), ...more });

export const blocker = (by: Who, body?: Who): Blocker => ({ by, body });

export const concluded = (outcome: Wording): Situation => ({ stage: "concluded", outcome });
export const opened = (words?: Wording): Situation => ({ stage: "opened", words });

type Of<Stage> = Extract<Situation, { stage: Stage }>;

/** Agreed to by those to whom it was put, unless told otherwise. */
export const agreed = (deal: Bid, more: Partial<Of<"agreed">> = {}): Situation => ({
  stage: "agreed",
  decision: sure,
  deal: { ...deal, awaiting: [] },
  acceptedBy: deal.to,
  overTarget: false,
  toAgree: [],
  rivals: [],
  ...more,
});

export const closed = (deal: Bid, more: Partial<Of<"closed">> = {}): Situation => ({
  stage: "closed",
  decision: sure,
  deal: { ...deal, awaiting: [] },
  buyers: deal.kind === "ask" ? deal.to : deal.by,
  rivals: [],
  ...more,
});

export const offered = (...bids: Bid[]): Situation => ({ stage: "offered", bids, standing: bids.length });
export const countered = (...bids: Bid[]): Situation => ({ stage: "countered", bids, standing: bids.length });
/** Of so many that stand, the ones that are told. */
export const ofAll = (standing: number, ...bids: Bid[]): Situation => ({ stage: "offered", bids, standing });

const settled = (deal: Bid): { decision: Hearsay; deal: Bid } => ({ decision: sure, deal: { ...deal, awaiting: [] } });

/** Rejected by those to whom it was put, unless told otherwise. */
export const rejected = (deal: Bid, more: Partial<Of<"rejected">> = {}): Situation => ({
  stage: "rejected",
  ...settled(deal),
  by: deal.to,
  votedDown: false,
  ...more,
});

type Gone = { decision?: Hearsay; agreed?: boolean };
export const withdrawn = (deal: Bid, { decision = sure, agreed = false }: Gone = {}): Situation => ({
  stage: "withdrawn",
  deal: { ...deal, awaiting: [] },
  decision,
  agreed,
});
export const lapsed = (deal: Bid, { decision = sure, agreed = false }: Gone = {}): Situation => ({
  stage: "lapsed",
  deal: { ...deal, awaiting: [] },
  decision,
  agreed,
});

export const terminated = (deal: Bid, by: Who | Who[], decision: Hearsay = sure): Situation => ({
  stage: "terminated",
  deal: { ...deal, awaiting: [] },
  decision,
  by: list(by),
});

/** One direction of a feud: at a party, or at a thing. */
export const insults = (by: Who, at: Who | Wording, count: number): Feud =>
  "party" in at ? { by, at, count } : { by, thing: at, count };

/** A quarrel; its newest insult is the first feud's unless told otherwise. */
export const quarrel = (feuds: Feud[], count: number, last: When, more: Partial<Of<"quarrel">> = {}): Situation => {
  const [first] = feuds;
  return {
    stage: "quarrel",
    feuds,
    count,
    last,
    latest: { by: first ? [first.by] : [], at: first?.at ? [first.at] : [], thing: first?.thing },
    ...more,
  };
};

// ---- parties that many rows share ----

export const openAi = org("OpenAI");
export const musk = person("Elon Musk", { short: "Musk" });
export const altman = person("Sam Altman", { short: "Altman" });
export const twitter = org("Twitter");
export const alpha = org("Alpha");
export const beta = org("Beta");
export const gamma = org("Gamma");
export const target = org("Target");
export const holders = group("Target’s shareholders", "les actionnaires de Target", { of: "target" });
export const board = org("Target’s board", { ...inFrench("le conseil de Target"), of: "target" });
export const brothers = group("the Beta brothers", "les frères Beta");
export const cma = org("the CMA", inFrench("la CMA"));
export const commission = org("the European Commission", inFrench("la Commission européenne"));
export const whiteHouse = org("the White House", inFrench("la Maison Blanche"));
export const biden = person("Joe Biden", { short: "Biden", of: "the-white-house" });
export const boeing = org("Boeing");
export const union = org("the machinists’ union", inFrench("le syndicat des machinistes"));
export const machinists = group("Boeing’s machinists", "les machinistes de Boeing");
export const bhp = org("BHP");
export const anglo = org("Anglo American");
export const psg = org("PSG", inFrench("le PSG"));
export const realMadrid = org("Real Madrid", inFrench("le Real Madrid"));
export const mbappe = person("Kylian Mbappé", { short: "Mbappé" });
export const yahoo = org("Yahoo!");
export const appleInc = org("Apple Inc.");
export const warner = org("Warner Bros.");
export const hermes = org("Hermès");
export const lvmh = org("LVMH");
export const aziz = person("عبد العزيز", { nameLanguage: "ar" });
export const bbva = org("BBVA");
export const sabadell = org("Banco de Sabadell", { short: "Sabadell" });
export const zuckerberg = person("Mark Zuckerberg", { short: "Zuckerberg" });
