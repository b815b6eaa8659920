/** What may be done by a line: a table by event type, with the words for it in English and French. */
import type { EventType } from "../../../events/registry.ts";
import type { Language } from "../../../events/tell/languages.ts";
import { foldText, foldWord } from "../typed/fold-text.ts";

/** The field of the data that each part of a line fills, where the act has such a part. */
export type Act = {
  type: EventType;
  /** The first of each language is what is proposed. */
  verbs: Readonly<Record<Language, readonly string[]>>;
  who?: "by";
  /** Whether one alone may act. */
  isAlone?: true;
  /** The offer that is acted on; `own`: whoever acts has made it. */
  offer?: "offer" | "inReplyTo";
  own?: true;
  /** Whom it is said of. */
  whom?: "at" | "about" | "parties";
  price?: true;
  /** What is to be bought or proposed, and to whom. */
  makes?: true;
  quote?: true;
  text?: "reason" | "headline" | "what" | "text" | "outcome" | "name";
  /** An earlier entry. */
  entry?: "quotations" | "reports";
  question?: true;
  /** What the verb itself says. */
  data?: Readonly<Record<string, unknown>>;
};

const act = (type: EventType, en: string, fr: string, parts: Omit<Act, "type" | "verbs"> = {}): Act => ({
  type,
  verbs: { en: en.split("|"), fr: fr.split("|") },
  ...parts,
});

/** Every act that a line knows. What is not here has its form all the same. */
export const acts: readonly Act[] = [
  act(
    "OfferRejected",
    "rejects|rejected|reject|turns down|turned down|rebuffs|spurns|says no to|votes down",
    "rejette|refuse|a refusé|repousse|décline|écarte|vote contre",
    { who: "by", offer: "offer", quote: true, text: "reason" },
  ),
  act("OfferAccepted", "accepts|accepted|accept|agrees to|approves|signs|says yes to", "accepte|a accepté|approuve|signe", {
    who: "by",
    offer: "offer",
    quote: true,
    text: "reason",
  }),
  act("OfferMade", "offers|bids|bid|makes an offer|made an offer|proposes", "propose|offre|fait une offre|met sur la table", {
    who: "by",
    isAlone: true,
    price: true,
    makes: true,
    quote: true,
  }),
  act(
    "CounterOffered",
    "counters|countered|counter|counter-offers|counterbids|makes a counter-offer",
    "contre-offre|contre|riposte|fait une contre-offre|contre-propose",
    { who: "by", isAlone: true, offer: "inReplyTo", price: true, makes: true, quote: true },
  ),
  act(
    "OfferRevised",
    "raises|revises|lowers|cuts|sweetens|improves|extends|renews",
    "relève|révise|abaisse|améliore|prolonge|relance|modifie",
    { offer: "offer", own: true, price: true, quote: true },
  ),
  act("OfferWithdrawn", "withdraws|withdrew|drops|pulls", "retire|renonce à|abandonne", {
    offer: "offer",
    own: true,
    quote: true,
    text: "reason",
  }),
  act("OfferLapsed", "lapses|lapsed|expires|expired", "devient caduque|est caduque|expire|arrive à échéance", {
    offer: "offer",
    own: true,
    text: "reason",
  }),
  act("DealBlocked", "blocks|blocked|forbids|vetoes|prohibits", "bloque|interdit|s'oppose à|met son veto à", {
    who: "by",
    isAlone: true,
    offer: "offer",
    text: "reason",
  }),
  act("DealCleared", "clears|cleared|waves through|authorises", "autorise|donne son feu vert à|lève son opposition à", {
    who: "by",
    isAlone: true,
    offer: "offer",
    text: "reason",
  }),
  act("DealClosed", "closes|closed|completes|completed|buys", "boucle|finalise|conclut|achève", {
    offer: "offer",
    own: true,
    price: true,
  }),
  act("DealTerminated", "terminates|terminated|calls off|walks away from", "rompt|résilie|met fin à|se retire de", {
    who: "by",
    offer: "offer",
    quote: true,
    text: "reason",
  }),
  act("InsultPosted", "insults|insulted|calls|mocks|taunts", "insulte|traite|se moque de|raille", {
    who: "by",
    whom: "at",
    quote: true,
  }),
  act("StatementMade", "says|said|tells|declares|states", "dit|déclare|affirme|assure", {
    who: "by",
    whom: "about",
    quote: true,
  }),
  act("WordsTakenBack", "apologises|apologises for|apologizes|says sorry", "s'excuse|présente ses excuses", {
    who: "by",
    entry: "quotations",
    quote: true,
    data: { how: "apologised" },
  }),
  act("WordsTakenBack", "deletes|deleted|deletes the post", "efface|supprime", {
    who: "by",
    entry: "quotations",
    data: { how: "deleted" },
  }),
  act("WordsTakenBack", "denies saying|denies having said", "nie avoir dit", {
    who: "by",
    entry: "quotations",
    quote: true,
    data: { how: "denied" },
  }),
  act("ReportConfirmed", "confirms|confirmed", "confirme|a confirmé", { who: "by", entry: "reports", quote: true }),
  act("ReportDenied", "denies|denied", "dément|a démenti", { who: "by", entry: "reports", quote: true }),
  act("DevelopmentReported", "news|development|report", "info|actu|rebondissement", { whom: "parties", text: "headline" }),
  act("BackgroundNoted", "background|context", "contexte|rappel", { whom: "parties", text: "headline" }),
  act("DateAnnounced", "next|date|upcoming", "à venir|agenda|prochainement", { whom: "parties", text: "what" }),
  act("QuestionRaised", "question|asks|unknown", "question|on ignore", { text: "text" }),
  act("QuestionAnswered", "answer|answers", "réponse|répond", { question: true, text: "text" }),
  act("PartyIntroduced", "new party|introduces", "nouvelle partie|présente", { text: "name" }),
  act("StoryConcluded", "conclusion|ends", "fin|clôt", { text: "outcome" }),
];

const phrases: readonly { act: Act; words: readonly string[] }[] = acts
  .flatMap((one) =>
    Object.values(one.verbs).flatMap((verbs) =>
      verbs.map((verb) => ({ act: one, words: foldText(verb).split(" ").map(foldWord) })),
    ),
  )
  .sort((a, b) => b.words.length - a.words.length);

/** The act whose words begin a list of folded words, the longest first, and how many words those are. */
export const actAt = (words: readonly string[]): { act: Act; length: number } | undefined => {
  const found = phrases.find(({ words: phrase }) => phrase.every((word, at) => words[at] === word));
  return found && { act: found.act, length: found.words.length };
};

/** The act that a beginning of a word can alone mean: three letters at the least. */
export const actBeginning = (word: string): Act | undefined => {
  if (word.length < 3) return undefined;
  const found = phrases.filter(({ words: [first = ""] }) => first.startsWith(word)).map(({ act: one }) => one);
  return found.every((one) => one.type === found[0]?.type) ? found[0] : undefined;
};

/** The type of a text that begins with an act's word and a colon: “news: …”. */
export const isTextAct = ({ text, who, offer }: Act): boolean => text !== undefined && who === undefined && offer === undefined;
