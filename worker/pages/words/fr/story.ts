/** The phrases of a story's page, of its past and of what leads elsewhere, in French. */

import { french } from "../../../../events/tell/fr/grammar.ts";
import type { Phrases } from "../shape.ts";
import { count, names, of, say, to } from "./say.ts";

export const story: Pick<Phrases, "story" | "brief" | "times" | "past" | "since" | "corrections" | "share" | "lists"> = {
  story: {
    isOwed: (owing, bidders) => say`${of(owing)} ${to(bidders)}`,
    toAgree: (whos) => say`Accord encore attendu : ${names(whos)}`,
    speaksFor: (body) => say`au nom ${of(body)}`,
    version: (version) => `Version ${version}`,
  },

  brief: {
    morePoints: count("autre point", "autres points"),
    since: count("événement depuis", "événements depuis"),
    openKeyMoments: count("moment clé", "moments clés"),
  },

  times: {
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

  past: {
    asItWas: (version) => `Voici le récit tel qu’il était après l’événement ${version}.`,
    later: (n) => (n === 1 ? "Un événement a été consigné depuis." : `${n} événements ont été consignés depuis.`),
    day: (zone) => `À la fin d’un jour (${french.zoneName(zone)})`,
  },

  since: {
    added: count("nouvel événement", "nouveaux événements"),
    amended: count("événement modifié, rétracté ou retiré", "événements modifiés, rétractés ou retirés"),
  },

  corrections: {
    count: (n) => (n === 0 ? "Aucune correction à ce jour" : n === 1 ? "1 correction" : `${n} corrections`),
  },

  share: {
    frozen: (version) =>
      `Dans un cadre qui prend la hauteur qu’il lui faut et reste tel qu’était le récit après l’événement ${version}. Chaque partie a son adresse :`,
  },

  lists: {
    window: (from, to, total) => `${from} à ${to} sur ${total}`,
    more: (n) => (n === 1 ? "et un autre élément" : `et ${n} autres`),
  },
};
