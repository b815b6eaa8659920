/** The words of a story at the desk, in French. A no-break space stands before : ; ? and inside « ». */
import type { DeskWords } from "../shape.ts";

/** The words of a story at the desk, in French. */
export const story: Pick<DeskWords, "story"> = {
  story: {
    line: "Publier par une ligne",
    lineHelp:
      "Qui, quoi, quelle offre, combien, quand, @source, « citation » ; un point-virgule commence un autre événement : « alphabet rejette musk-bid ; contre-offre 9,74 Md$ pour Twitter hier 21 h @reuters ».",
    understand: "Montrer ce qui est compris",
    notUnderstood: "Non compris",
    acts: "Publier par un formulaire",
    kinds: {
      offers: "Offres",
      insults: "Insultes",
      statements: "Déclarations",
      developments: "Rebondissements",
      background: "Contexte",
      questions: "Questions",
      people: "Parties",
      other: "Le récit",
    },
    entries: "Dernières entrées",
    entry: (version) => `Entrée ${version}`,
    edit: "Modifier",
    retract: "Retirer",
    asReaders: "Tel que les lecteurs le voient",
    recorded: (version) => `Consigné : le récit en est à la version ${version}.`,
    recordedBefore: "Cela avait déjà été consigné, et ne l’est qu’une fois.",
    post: (what) => `Publier : ${what}`,
    previewTitle: "Tel que les lecteurs le verront",
    sentence: "Où en sera le récit",
    newEntries: "L’entrée",
    warnings: "Avant que cela compte",
    putRight: "Remis en ordre",
    record: "Consigner",
    changeIt: "Modifier",
    discard: "Abandonner",
    editorsRecord: "Votre rôle prépare : un rédacteur consigne.",
    refused: "Les règles ne l’admettent pas",
    moved: "Le récit a avancé",
    movedText: (who, what, version, when) =>
      `${who} a consigné « ${what} », ${when} : le récit en est à la version ${version}. Rien de vous n’a été consigné.`,
    postAnyway: "Publier quand même, à la suite",
    expired: "L’aperçu ne peut plus être lu. Demandez-en un autre.",
    contended: "Trop de personnes écrivent à la fois dans ce récit. Rien n’a été consigné : renvoyez.",
    keyReused: "Ceci a déjà été envoyé avec d’autres mots. Demandez un nouvel aperçu.",
    notThere: "Ce récit n’existe pas",
    notThereText: "Aucun récit n’a cette adresse.",
    noSuchType: "Cet événement n’existe pas",
    ago: (minutes) => (minutes < 1 ? "à l’instant" : minutes === 1 ? "il y a une minute" : `il y a ${minutes} minutes`),
  },
};
