/** The problem types explained in French. */
import type { Texts } from "../shape.ts";

/** What each problem type means and what to do about it. */
export const explanations: Texts["explanations"] = {
  "malformed-request": {
    title: "La requête n’a pas pu être lue",
    text: "Le corps n’est pas du JSON en UTF-8 (RFC 8259), ou un en-tête n’a pas la bonne syntaxe. Rien n’a été consigné. Réparez la requête et envoyez-la de nouveau.",
  },
  unauthorized: {
    title: "Seuls les rédacteurs écrivent",
    text: "La requête n’avait pas de jeton, ou un jeton inconnu ou révoqué. Envoyez `Authorization: Bearer` et votre jeton. Qui fait tourner ce service donne des jetons, par `npm run editor`.",
  },
  forbidden: {
    title: "Ce n’est pas à vous de le faire",
    text: "Votre jeton est bon, mais il ne permet pas cela.",
  },
  "not-found": {
    title: "Il n’y a rien ici",
    text: "Aucun récit, aucune version, aucune page ne se trouve à cette adresse. Vérifiez-la ; les récits sont énumérés à `/api/stories`.",
  },
  "taken-down": {
    title: "Ceci a été retiré",
    text: "Un responsable de la publication a effacé ce que disait cet événement : un tribunal l’a ordonné, ou quelqu’un y avait droit. Qui, quand et pourquoi restent inscrits au journal du récit, et la chaîne de ses sceaux se vérifie toujours.",
  },
  "method-not-allowed": {
    title: "Cette adresse n’admet pas cette méthode",
    text: "L’en-tête `Allow` énumère les méthodes qu’elle admet.",
  },
  refused: {
    title: "Les règles du récit ne l’admettent pas",
    text: "L’événement contredit le récit tel qu’il est au moment où l’événement a lieu : une offre qui n’existe pas, une réponse à ce qui n’est plus ouvert, une partie que personne n’a présentée. `code` nomme la règle, `detail` la dit en une phrase, `version` est l’événement qui resterait sans fondement. Rien n’a été consigné.",
  },
  "version-mismatch": {
    title: "Le récit a avancé",
    text: "Vous vouliez écrire à une version du récit, et il est à une autre : quelqu’un d’autre a publié. `version` est l’actuelle. Lisez ce qui est nouveau, et publiez encore si cela tient toujours.",
  },
  "too-large": {
    title: "C’est trop grand",
    text: "Un événement peut avoir 64 Kio de JSON, une requête 1 Mio, une image 10 Mio. Rien n’a été consigné.",
  },
  "unsupported-media-type": {
    title: "Ce type n’est pas accepté ici",
    text: "Les événements s’envoient en `Content-Type: application/json`, en UTF-8 et sans compression. Une image est un JPEG, un PNG, un WebP ou un AVIF par le contenu du fichier : ni son nom ni son en-tête n’y suffisent.",
  },
  invalid: {
    title: "Certains champs ne conviennent pas",
    text: "La requête a été lue, et certains de ses champs ne sont pas ce qu’ils doivent être. `errors` les énumère tous, chacun avec un pointeur (RFC 6901) et une phrase. Rien n’a été consigné.",
  },
  "key-reused": {
    title: "Cette clé a servi à une autre requête",
    text: "Une `Idempotency-Key` désigne une requête : grâce à elle, la même requête peut être renvoyée et n’est consignée qu’une fois. Cette clé est déjà venue avec un autre corps ou pour un autre récit. Prenez une clé neuve pour une requête neuve.",
  },
  "too-many-requests": {
    title: "Trop de requêtes",
    text: "Attendez autant de secondes que le dit `Retry-After`, et renvoyez la requête.",
  },
  internal: {
    title: "Quelque chose a mal tourné ici",
    text: "La faute est de notre côté. Les événements envoyés avec une `Idempotency-Key` peuvent être renvoyés : ils ne sont consignés qu’une fois. Citez `instance` en le signalant.",
  },
  "not-implemented": {
    title: "Forme non proposée",
    text: "L’adresse est bonne, mais elle ne répond pas dans la forme demandée, ou pas dans ce déploiement. `detail` nomme une forme qui existe, ou ce qui manque.",
  },
  unreadable: {
    title: "Cette histoire ne peut pas être lue",
    text: "Un événement de cette histoire a été enregistré par une édition plus récente de ce site, ou sa ligne dans la base de données est endommagée. Rien n’en est montré, de peur qu’une partie ne passe pour le tout ; rien n’est perdu, et les autres histoires ne sont pas concernées. La réponse dit de quel événement il s’agit.",
  },
  unavailable: {
    title: "Le journal est hors d’atteinte",
    text: "La base de données n’a pas répondu, ou trop de monde écrivait ce récit à la fois. Nul ne sait alors si une écriture a eu lieu : renvoyez la même requête avec la même `Idempotency-Key`, après autant de secondes que le dit `Retry-After`, et elle ne sera consignée qu’une fois.",
  },
};
