/** The words of a story's page, of its past and of what leads elsewhere, in French. */

import { french } from "../../../../events/tell/fr/grammar.ts";
import type { Words } from "../shape.ts";
import { count, names, of, say, to } from "./say.ts";

export const story: Pick<
  Words,
  "story" | "brief" | "times" | "eventPage" | "past" | "since" | "corrections" | "share" | "lists"
> = {
  story: {
    awaiting: "Réponse attendue",
    isOwed: (owing, bidders) => say`${of(owing)} ${to(bidders)}`,
    agreed: "Accord conclu",
    toAgree: (whos) => say`Accord encore attendu : ${names(whos)}`,
    blockedBy: "Bloqué par",
    speaksFor: (body) => say`au nom ${of(body)}`,
    next: "Prochaines échéances",
    facts: "En bref",
    lastMove: "Dernier coup",
    outcome: "Issue",
    version: (version) => `Version ${version}`,
    updated: "consignée le",
    trust: "Peut-on s’y fier ?",
    verify: "Vérifier le journal",
    contents: "Sur cette page",
  },

  brief: {
    essentials: "L’essentiel",
    morePoints: count("autre point", "autres points"),
    asOf: "Au",
    since: count("événement depuis", "événements depuis"),
    latest: "Dernières nouvelles",
    keyMoments: "Moments clés",
    openKeyMoments: count("moment clé", "moments clés"),
  },

  times: {
    updated: "Mise à jour :",
    zone: (zone) => french.zoneName(zone).replace(/^h/, "H"),
    told: (zone) => ({
      own: "Afficher mon heure",
      back: `Afficher l’${french.zoneName(zone)}`,
      zone: "Votre heure ({zone})",
      stamp: "{clock} ({zone})",
      hour: "vers {clock}",
      copied: "Adresse copiée",
    }),
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
    asItWas: (version) => `Voici le récit tel qu’il était après l’événement ${version}.`,
    asKnown: "Voici le récit tel qu’on le connaissait le",
    later: (n) => (n === 1 ? "Un événement a été consigné depuis." : `${n} événements ont été consignés depuis.`),
    nothingLater: "Rien n’a été consigné depuis.",
    now: "Le voir tel qu’il est aujourd’hui",
    first: "Première version",
    previous: "Version précédente",
    next: "Version suivante",
    version: "Version",
    day: (zone) => `À la fin d’un jour (${french.zoneName(zone)})`,
    go: "Voir",
  },

  since: {
    sinceThen: "Depuis votre dernière visite",
    sinceInstant: "Depuis le",
    added: count("nouvel événement", "nouveaux événements"),
    amended: count("événement modifié, rétracté ou retiré", "événements modifiés, rétractés ou retirés"),
    none: "rien n’a été ajouté ni modifié.",
    show: "Les lire",
    all: "Voir tout le récit",
    isNew: "Nouveau",
    isAmended: "Modifié",
  },

  corrections: {
    title: "Corrections",
    count: (n) => (n === 0 ? "Aucune correction à ce jour" : n === 1 ? "1 correction" : `${n} corrections`),
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
    frozen: (version) =>
      `Dans un cadre qui prend la hauteur qu’il lui faut et reste tel qu’était le récit après l’événement ${version}. Chaque partie a son adresse :`,
    code: "Code à copier",
    whole: "Tout le récit",
    status: "Où l’on en est",
  },

  lists: {
    window: (from, to, total) => `${from} à ${to} sur ${total}`,
    before: "Ce qui précède",
    after: "La suite",
    more: (n) => (n === 1 ? "et un autre élément" : `et ${n} autres`),
  },
};
