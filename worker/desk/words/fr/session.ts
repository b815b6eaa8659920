/** The words of signing in, in French. A no-break space stands before : ; ? and inside « ». */
import type { DeskWords } from "../shape.ts";

export const session: Pick<DeskWords, "signIn" | "turnedAway"> = {
  signIn: {
    title: "Se connecter",
    lead: "La rédaction est réservée à l’équipe. Demandez un lien à un responsable, qui l’établit sous Personnes : il sert une fois, pendant une journée.",
    how: "Qui exploite ce Riposte établit le premier par",
    token: "Ou collez un jeton",
    tokenHelp: "Celui avec lequel vos programmes publient. Il n’est pas gardé ici : une session de douze heures le remplace.",
    button: "Se connecter",
    missing: "Collez votre jeton.",
    wrong: "Ce jeton est inconnu, révoqué ou expiré.",
    as: "Se connecter en tant que {name}",
    asText: "Ce lien sert une seule fois. Appuyez sur le bouton dans le navigateur où vous voulez travailler.",
    usedTitle: "Ce lien n’est plus valable",
    used: "Il a servi, a expiré ou a été révoqué. Demandez-en un autre, ou collez votre jeton.",
    again: "Se connecter de nouveau",
    againText: "Ce que vous allez faire est sans retour : il y faut une connexion de moins de dix minutes.",
    signedOut: "Vous êtes déconnecté.",
  },
  turnedAway: {
    ended: {
      title: "Votre session est terminée",
      text: "Rien n’a été envoyé, et rien n’est perdu : voici ce que vous avez écrit. Connectez-vous, puis envoyez-le.",
    },
    signInHere: "Se connecter, dans un nouvel onglet",
    sendAgain: "Envoyer",
    forged: {
      title: "Cet envoi ne vient pas de la rédaction",
      text: "Un autre site l’a demandé à votre navigateur, ou celui-ci ne dit pas d’où il vient. Rien n’a été fait.",
    },
    reopened: {
      title: "Envoyer ceci ?",
      text: "Vous vous êtes connecté depuis que ce formulaire a été ouvert. Rien n’a encore été fait : relisez, puis envoyez.",
    },
    forbidden: {
      title: "Ce n’est pas à vous de le faire",
      text: "Il y faut le rôle « {wanted} » ; le vôtre est « {own} ». Un responsable peut en changer.",
    },
    tooMany: {
      title: "Trop de requêtes",
      text: "Attendez {seconds} secondes, puis réessayez.",
    },
    tooLarge: {
      title: "C’est trop volumineux",
      text: "Un formulaire peut peser 1 Mio. Rien n’a été consigné : revenez en arrière et raccourcissez-le.",
    },
  },
};
