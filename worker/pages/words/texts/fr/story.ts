/** The texts of a story's page, of its past and of what leads elsewhere, in French. */

import type { Texts } from "../shape.ts";

export const story: Pick<
  Texts,
  "story" | "brief" | "times" | "eventPage" | "past" | "since" | "corrections" | "share" | "lists"
> = {
  story: {
    awaiting: "Réponse attendue",
    agreed: "Accord conclu",
    blockedBy: "Bloqué par",
    next: "Prochaines échéances",
    facts: "En bref",
    lastMove: "Dernier coup",
    outcome: "Issue",
    updated: "consignée le",
    trust: "Peut-on s’y fier ?",
    verify: "Vérifier le journal",
    contents: "Sur cette page",
  },

  brief: {
    essentials: "L’essentiel",
    asOf: "Au",
    latest: "Dernières nouvelles",
    keyMoments: "Moments clés",
  },

  times: {
    updated: "Mise à jour :",
  },

  eventPage: {
    standing: "Où l’on en était",
    inStory: "Le lire dans le récit",
    around: "Avant et après",
    before: "Ce qui précède",
    after: "Ce qui suit",
  },

  past: {
    title: "Le récit tel qu’il était",
    clocks:
      "Deux horloges tournent ici. L’une dit quand les choses se sont passées : la chronologie la suit. L’autre dit quand nous les avons apprises : chaque événement consigné par un rédacteur a fait une nouvelle version. Revenez à une version ou à un jour, et cette page montre ce que l’on savait alors, rien de plus.",
    asKnown: "Voici le récit tel qu’on le connaissait le",
    nothingLater: "Rien n’a été consigné depuis.",
    now: "Le voir tel qu’il est aujourd’hui",
    first: "Première version",
    previous: "Version précédente",
    next: "Version suivante",
    version: "Version",
    go: "Voir",
  },

  since: {
    sinceThen: "Depuis votre dernière visite",
    sinceInstant: "Depuis le",
    none: "rien n’a été ajouté ni modifié.",
    show: "Les lire",
    all: "Voir tout le récit",
    isNew: "Nouveau",
    isAmended: "Modifié",
  },

  corrections: {
    title: "Corrections",
    lead: "Ce qui était faux ici, ce qui est juste, pourquoi et quand cela a été corrigé. Rien n’est changé en silence.",
    none: "Rien n’a dû être corrigé à ce jour.",
    of: "Entrée",
    back: "Au récit",
  },

  share: {
    title: "Suivre et partager",
    follow: "Suivre ailleurs",
    embed: "Le montrer sur votre site",
    live: "Dans un cadre qui prend la hauteur qu’il lui faut et suit le récit à mesure. Là où le script ne peut s’exécuter, on le fait défiler. Chaque partie a son adresse :",
    code: "Code à copier",
    whole: "Tout le récit",
    status: "Où l’on en est",
  },

  lists: {
    before: "Ce qui précède",
    after: "La suite",
  },
};
