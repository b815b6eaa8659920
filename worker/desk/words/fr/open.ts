/** The words of opening a story, of its settings and of the front page's order, in French. */
export const open = {
  open: {
    now: "maintenant",
    noTitle: "dites de quoi parle le récit.",
    noSlug: "de 3 à 80 caractères parmi a–z, 0–9 et -.",
    taken: "un récit se trouve déjà à cette adresse. Choisissez un autre nom.",
    tooMany: "19 au plus à la fois. Présentez les autres ensuite.",
    languages: ["fr", "en", "de", "es", "it", "nl", "pt", "pl", "uk", "ru", "tr", "ar", "he", "hi", "zh", "ja", "ko"],
    zones: ["Europe/Paris", "Europe/Brussels", "America/Toronto", "UTC"],
  },
  firstSteps: {
    title: "Que se passe-t-il d’abord ?",
    line: "Rien ne s’est encore passé. Essayez la ligne : qui a fait quoi, et qui l’a rapporté. Par exemple :",
    offer: "{who} propose 97,4 Md$ pour {whom} @reuters",
    said: "{who} dit « Pas à vendre » @lemonde",
    or: "Ou choisissez un formulaire ci-dessous ; rien ne compte avant que vous ne l’ayez vu comme les lecteurs le verront.",
  },
  settings: {
    title: "Réglages du récit",
    lead: "Chaque changement est montré avant de compter, et reste inscrit dans le récit.",
    opening: "Changer le titre, la langue ou le fuseau",
    points: "L’essentiel pour qui arrive",
    parties: "Qui est qui",
    keys: "Moments clés",
    mark: "En faire un moment clé :",
    unmark: "N’en plus faire un moment clé :",
    keysReason: "Choix des moments clés par la rédaction.",
    dates: "À venir",
    end: "La fin",
  },
  front: {
    title: "La une",
    lead: "Un récit ouvre la une, douze au plus sont épinglés dessous ; les autres suivent, du plus récent au plus ancien.",
    up: "Monter : {name}",
    down: "Descendre : {name}",
    show: "Montrer l’ordre",
    save: "Composer la une",
    seen: "Ce que verront les lecteurs",
    done: "La une est composée. Les lecteurs la verront dans quelques secondes.",
    meanwhile:
      "{who} a composé la une depuis que vous avez ouvert cette page, telle qu’elle se trouve ici. La vôtre, ci-dessous, ne compte pas encore : composez-la quand même, ou abandonnez-la.",
  },
};
