/** The pages' words in French. A no-break space stands before : ; ? and inside « ». */
import { front } from "./fr/front.ts";
import { news } from "./fr/news.ts";
import { notFound } from "./fr/not-found.ts";
import { offers } from "./fr/offers.ts";
import { parts } from "./fr/parts.ts";
import { phone } from "./fr/phone.ts";
import { plot } from "./fr/plot.ts";
import { names } from "./fr/say.ts";
import { story } from "./fr/story.ts";
import { timeline } from "./fr/timeline.ts";
import type { Words } from "./shape.ts";

/** The words, in French. */
export const fr: Words = {
  locale: "fr-FR",
  tagline: "Qui a offert quoi, qui a refusé, qui a riposté, qui a insulté qui.",
  skip: "Aller au contenu",
  languages: "Langue",
  menu: "Riposte",
  nav: { stories: "Récits", docs: "API" },
  footer:
    "Chaque fait est un événement d’un journal qui ne fait que croître. Ce qui était faux est barré, jamais effacé en silence.",
  asData: "Cette page en données",
  colon: " : ",
  names,
  stages: {
    opened: "Ouvert",
    offered: "Offre sur la table",
    countered: "Riposte",
    rejected: "Refus",
    agreed: "Accord",
    withdrawn: "Offre retirée",
    lapsed: "Offre caduque",
    closed: "Affaire conclue",
    terminated: "Affaire rompue",
    quarrel: "Passe d’armes",
    concluded: "Terminé",
  },
  statuses: {
    open: "En cours",
    rejected: "Rejetée",
    accepted: "Acceptée",
    withdrawn: "Retirée",
    lapsed: "Caduque",
    superseded: "Remplacée",
    closed: "Conclue",
    terminated: "Rompue",
  },
  ...front,
  ...story,
  event: (version) => `Événement ${version}`,
  ...offers,
  ...parts,
  ...plot,
  ...timeline,
  ...notFound,

  picture: { others: (n) => `et ${n} autres offres`, credit: "Image" },
  ...news,
  ...phone,
};
