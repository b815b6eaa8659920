/** The sample story, as an editor posts it: each request is recorded whole. The evening of 10 February 2025. */
import type { PostedEvent } from "./registry.ts";

/** The sample story's address. */
export const sampleStory = "musk-openai";

const evening = { occurredAt: "2025-02-10T19:00:00Z", precision: "hour" } as const;
const wikidata = (item: string) => [`https://www.wikidata.org/wiki/${item}`];

const opening: PostedEvent[] = [
  {
    type: "StoryOpened",
    ...evening,
    data: {
      title: "Musk, Altman et l’offre sur OpenAI",
      summary:
        "Le soir du gala de l’Élysée, Elon Musk propose de racheter OpenAI ; Sam Altman lui répond par une offre dix fois moindre, sur Twitter.",
      language: "fr",
      timeZone: "Europe/Paris",
    },
  },
  {
    type: "PartyIntroduced",
    ...evening,
    data: {
      party: "elon-musk",
      name: "Elon Musk",
      short: "Musk",
      kind: "person",
      role: "propriétaire de X, conseiller de Donald Trump",
      sameAs: wikidata("Q317521"),
    },
  },
  {
    type: "PartyIntroduced",
    ...evening,
    data: {
      party: "openai",
      name: "OpenAI",
      kind: "organization",
      role: "l’entreprise qui fait ChatGPT",
      sameAs: wikidata("Q21708200"),
    },
  },
  {
    type: "PartyIntroduced",
    ...evening,
    data: {
      party: "sam-altman",
      name: "Sam Altman",
      short: "Altman",
      kind: "person",
      of: "openai",
      role: "directeur général d’OpenAI",
    },
  },
  {
    type: "PartyIntroduced",
    ...evening,
    data: {
      party: "twitter",
      name: "Twitter",
      kind: "organization",
      of: "elon-musk",
      role: "le réseau social, devenu X",
      sameAs: wikidata("Q918"),
    },
  },
  {
    type: "PartyIntroduced",
    ...evening,
    data: {
      party: "emmanuel-macron",
      name: "Emmanuel Macron",
      kind: "person",
      role: "président de la République française",
      sameAs: wikidata("Q3052772"),
    },
  },
  {
    type: "PartyIntroduced",
    ...evening,
    data: { party: "jd-vance", name: "J. D. Vance", kind: "person", role: "vice-président des États-Unis" },
  },
  {
    type: "PartyIntroduced",
    ...evening,
    data: {
      party: "narendra-modi",
      name: "Narendra Modi",
      kind: "person",
      role: "premier ministre de l’Inde",
      sameAs: wikidata("Q1058"),
    },
  },
  {
    type: "BackgroundNoted",
    occurredAt: "2022-10-27T00:00:00Z",
    precision: "day",
    data: {
      headline: "Elon Musk a acheté Twitter pour 44 milliards de dollars",
      text: "La vente est conclue le 27 octobre 2022. Le réseau s’appelle X depuis.",
      parties: ["elon-musk", "twitter"],
    },
  },
  {
    type: "BackgroundNoted",
    ...evening,
    data: {
      headline: "Dîner de gala à l’Élysée, au soir du Sommet pour l’action sur l’IA",
      text: "Paris accueille le sommet les 10 et 11 février. Sam Altman est au dîner d’Emmanuel Macron, où il parle avec J. D. Vance et Narendra Modi. Elon Musk n’est pas à Paris.",
      parties: ["emmanuel-macron", "sam-altman", "jd-vance", "narendra-modi"],
    },
  },
];

const offer: PostedEvent[] = [
  {
    type: "OfferMade",
    occurredAt: "2025-02-10T20:00:00Z",
    precision: "hour",
    data: {
      offer: "musk-bid",
      by: "elon-musk",
      target: "openai",
      price: { amount: "97400000000", currency: "USD" },
      equivalents: [{ amount: "93400000000", currency: "EUR" }],
      solicited: false,
    },
  },
];

const post = { publisher: "X", title: "Message de Sam Altman", publishedAt: "2025-02-10T21:11:04Z", language: "en" };
const quote = {
  text: "Non merci, mais nous rachetons Twitter pour 9,74 milliards de dollars si tu veux.",
  language: "fr",
  translationOf: { text: "no thank you but we will buy twitter for $9.74 billion if you want", language: "en" },
  translator: "presse française",
};

/** One post, two events: it turns the offer down and makes another. */
const riposte: PostedEvent[] = [
  {
    type: "OfferRejected",
    occurredAt: "2025-02-10T21:11:04Z",
    precision: "second",
    sources: [post],
    data: { offer: "musk-bid", by: "sam-altman", quote },
  },
  {
    type: "CounterOffered",
    occurredAt: "2025-02-10T21:11:04Z",
    precision: "second",
    sources: [post],
    data: {
      offer: "altman-counter",
      by: "sam-altman",
      to: "elon-musk",
      target: "twitter",
      inReplyTo: "musk-bid",
      price: { amount: "9740000000", currency: "USD" },
      quote,
    },
  },
];

/** The place of the counter-offer in the log: after the opening, the offer and the rejection. */
const counterVersion = opening.length + offer.length + riposte.length;

const insult: PostedEvent[] = [
  {
    type: "InsultPosted",
    occurredAt: "2025-02-10T21:30:00Z",
    precision: "hour",
    sources: [{ publisher: "X", title: "Réponse d’Elon Musk", language: "en" }],
    data: {
      by: "elon-musk",
      at: "sam-altman",
      quote: {
        text: "escroc",
        language: "fr",
        translationOf: { text: "Swindler", language: "en" },
        translator: "presse française",
      },
      platform: "X",
      inReplyTo: counterVersion,
    },
  },
];

const after = { occurredAt: "2025-02-11T07:00:00Z", precision: "day" } as const;
const aftermath: PostedEvent[] = [
  {
    type: "DevelopmentReported",
    ...after,
    data: {
      headline: "La querelle éclipse le sommet",
      text: "On parle des deux hommes, et non plus de la façon de gouverner l’intelligence artificielle.",
      parties: ["elon-musk", "sam-altman"],
    },
  },
  {
    type: "QuestionRaised",
    ...after,
    data: { question: "motive", text: "Qu’est-ce qui a poussé Elon Musk à faire cette offre ?" },
  },
  {
    type: "QuestionRaised",
    ...after,
    data: {
      question: "strategy",
      text: "Est-ce une façon de contrer ChatGPT et de renforcer Twitter dans l’intelligence artificielle ?",
    },
  },
  {
    type: "QuestionRaised",
    ...after,
    data: { question: "provocation", text: "Ou une provocation, pour taquiner Sam Altman ?" },
  },
];

/** The requests that record the sample story, in order. */
export const sampleRequests: readonly (readonly PostedEvent[])[] = [opening, offer, riposte, insult, aftermath];
