/** The texts of the pages, in French: plain JSON. A no-break space stands before : ; ? and inside « ». */
import { docs } from "./fr/docs.ts";
import { front } from "./fr/front.ts";
import { news } from "./fr/news.ts";
import { notFound } from "./fr/not-found.ts";
import { offers } from "./fr/offers.ts";
import { parts } from "./fr/parts.ts";
import { phone } from "./fr/phone.ts";
import { plot } from "./fr/plot.ts";
import { explanations } from "./fr/problems.ts";
import { story } from "./fr/story.ts";
import { timeline } from "./fr/timeline.ts";
import { verify } from "./fr/verify.ts";
import type { Texts } from "./shape.ts";

/** The texts, in French. */
export const fr: Texts = {
  tagline: "Qui a offert quoi, qui a refusé, qui a riposté, qui a insulté qui.",
  skip: "Aller au contenu",
  languages: "Langue",
  menu: "Riposte",
  nav: { stories: "Récits", docs: "API" },
  footer:
    "Chaque fait est un événement d’un journal qui ne fait que croître. Ce qui était faux est barré, jamais effacé en silence.",
  asData: "Cette page en données",
  colon: " : ",
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
  picture: { credit: "Image" },
  explanations,
  ...docs,
  ...verify,
  ...front,
  ...news,
  ...notFound,
  ...offers,
  ...parts,
  ...phone,
  ...plot,
  ...story,
  ...timeline,
};
