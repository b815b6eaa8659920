/** How words, news, dates, questions, people and the record read. */
import { reads } from "./telling.ts";

const swindler = { text: "Swindler.", language: "en" };

reads("InsultPosted", [
  {
    data: { by: "musk", at: "altman", quote: swindler, platform: "X" },
    en: "Musk insults Altman on X: “Swindler”",
    fr: "Musk insulte Altman sur X : « Swindler »",
  },
  {
    data: { by: ["musk", "gamma"], at: ["altman", "openai"], quote: swindler },
    reported: true,
    en: "Musk and Gamma are reported to have insulted Altman and OpenAI: “Swindler”",
    fr: "Musk et Gamma auraient insulté Altman et OpenAI : « Swindler »",
  },
  {
    data: { by: "musk", thing: "the spending bill", quote: { text: "A disgusting abomination", language: "en" } },
    en: "Musk insults the spending bill: “A disgusting abomination”",
    fr: "Musk insulte « the spending bill » : « A disgusting abomination »",
  },
  {
    data: {
      by: "musk",
      at: "altman",
      quote: { text: "escroc", language: "fr", translationOf: { text: "Swindler", language: "en" } },
    },
    en: "Musk insults Altman: “Swindler”",
    fr: "Musk insulte Altman : « Swindler »",
  },
]);

reads("StatementMade", [
  {
    data: { by: "altman", quote: { text: "no thank you", language: "en" }, platform: "X" },
    en: "Altman says on X: “no thank you”",
    fr: "Altman déclare sur X : « no thank you »",
  },
  {
    data: { by: "holders", quote: { text: "Qui est « à vendre » ?", language: "fr" } },
    en: "The shareholders say: “Qui est « à vendre » ?”",
    fr: "Les actionnaires déclarent : « Qui est “à vendre” ? »",
  },
  {
    data: { by: "aziz", quote: { text: "نحن لسنا للبيع", language: "ar" } },
    reported: true,
    en: "\u2068عبد العزيز\u2069 is reported to have said: “\u2068نحن لسنا للبيع\u2069”",
    fr: "\u2068عبد العزيز\u2069 aurait déclaré : « \u2068نحن لسنا للبيع\u2069 »",
  },
]);

reads("WordsTakenBack", [
  { data: { event: 4, by: "musk", how: "deleted" }, en: "Musk deletes the post", fr: "Musk supprime le message" },
  {
    data: { event: 4, by: ["alpha", "beta"], how: "apologised" },
    en: "Alpha and Beta apologise for the remarks",
    fr: "Alpha et Beta présentent des excuses pour les propos tenus",
  },
  {
    data: { event: 4, by: "musk", how: "denied", quote: swindler },
    en: "Musk denies the remarks",
    fr: "Musk dément les propos rapportés",
  },
  {
    data: { event: 4, by: "musk", how: "clarified" },
    reported: true,
    en: "Musk is reported to have clarified the remarks",
    fr: "Musk aurait précisé les propos tenus",
  },
]);

reads("DevelopmentReported", [
  { data: { headline: "Alpha hires a bank." }, en: "Alpha hires a bank", fr: "Alpha hires a bank" },
  {
    data: { headline: "alpha engage une banque" },
    language: "fr",
    en: "Alpha engage une banque",
    fr: "Alpha engage une banque",
  },
  {
    data: { headline: "Alpha hires a bank" },
    reported: true,
    denied: ["alpha"],
    en: "Unconfirmed: Alpha hires a bank; Alpha denies it",
    fr: "Non confirmé : Alpha hires a bank ; Alpha le dément",
  },
]);

reads("BackgroundNoted", [
  { data: { headline: "Musk bought Twitter in 2022" }, en: "Musk bought Twitter in 2022", fr: "Musk bought Twitter in 2022" },
]);

reads("DateAnnounced", [
  {
    data: { what: "Target’s shareholders vote", at: "2025-03-10" },
    en: "10 March 2025: Target’s shareholders vote",
    fr: "Le 10 mars 2025 : Target’s shareholders vote",
  },
  {
    data: { what: "BHP has to make a firm offer or walk away.", at: "2024-05-01" },
    reported: true,
    en: "1 May 2024 (unconfirmed): BHP has to make a firm offer or walk away",
    fr: "Le 1er mai 2024 (non confirmé) : BHP has to make a firm offer or walk away",
  },
  {
    data: { what: "Le conseil se réunit", at: "2025-02-20T09:00:00Z" },
    language: "fr",
    zone: "Europe/Paris",
    en: "10am CET on 20 February 2025: Le conseil se réunit",
    fr: "Le 20 février 2025 à 10 heures (heure de Paris) : Le conseil se réunit",
  },
]);

reads("QuestionRaised", [{ data: { question: "q", text: "What moved Musk?" }, en: "What moved Musk?", fr: "What moved Musk?" }]);

reads("QuestionAnswered", [
  {
    data: { question: "q", text: "A provocation, his lawyers say." },
    en: "A question is answered: A provocation, his lawyers say",
    fr: "Une question trouve sa réponse : A provocation, his lawyers say",
  },
]);

reads("PartyIntroduced", [
  { data: { party: "musk" }, en: "Musk enters the story", fr: "Musk entre en scène" },
  {
    data: { party: "altman", of: "openai", role: "chief executive" },
    en: "Altman (OpenAI) enters the story: chief executive",
    fr: "Altman (OpenAI) entre en scène : chief executive",
  },
  { data: { party: "holders" }, en: "The shareholders enter the story", fr: "Les actionnaires entrent en scène" },
]);

reads("PartyChanged", [
  { data: { party: "twitter", name: "X" }, en: "Twitter is renamed X", fr: "Twitter devient X" },
  {
    data: { party: "holders", name: "the owners" },
    reported: true,
    en: "The shareholders are reported to have been renamed the owners",
    fr: "The shareholders auraient pris un nouveau nom : the owners",
  },
  { data: { party: "twitter", name: "Twitter" }, en: "Twitter has a new name", fr: "Twitter prend un nouveau nom" },
  {
    data: { party: "musk", name: "Elon Reeve Musk" },
    en: "Elon Musk is renamed Elon Reeve Musk",
    fr: "Elon Musk devient Elon Reeve Musk",
  },
  {
    data: { party: "altman", role: "former chief executive of OpenAI", of: null },
    en: "Altman’s role changes: former chief executive of OpenAI",
    fr: "La fonction d’Altman change : former chief executive of OpenAI",
  },
  { data: { party: "altman", of: null }, en: "Altman leaves OpenAI", fr: "Altman quitte OpenAI" },
  {
    data: { party: "musk", of: "real" },
    en: "Musk joins Real Madrid",
    fr: "Musk rejoint le Real Madrid",
  },
  {
    data: { party: "twitter", of: "real" },
    en: "Twitter now belongs to Real Madrid",
    fr: "Twitter appartient désormais au Real Madrid",
  },
  {
    data: { party: "members", of: null },
    reported: true,
    en: "The members are reported to have ceased to belong to the union",
    fr: "Les membres auraient cessé d’appartenir au syndicat",
  },
  { data: { party: "hermes", plural: true }, en: "The entry on Hermès is updated", fr: "La fiche d’Hermès est mise à jour" },
]);

reads("StoryOpened", [
  {
    data: { title: "Musk, Altman and OpenAI", language: "en" },
    en: "Coverage begins: Musk, Altman and OpenAI",
    fr: "Le suivi commence : Musk, Altman and OpenAI",
  },
]);

reads("StorySummarised", [
  {
    data: { points: ["Musk bids for OpenAI.", "Altman refuses."] },
    en: "The story so far: Musk bids for OpenAI",
    fr: "L’essentiel jusqu’ici : Musk bids for OpenAI",
  },
]);

reads("StoryConcluded", [
  {
    data: { outcome: "Alpha owns Chirper." },
    en: "The story ends: Alpha owns Chirper",
    fr: "L’histoire s’achève : Alpha owns Chirper",
  },
]);

reads("StoryReopened", [
  { data: {}, en: "The story resumes", fr: "L’histoire reprend" },
  { data: { reason: "Musk is back." }, en: "The story resumes: Musk is back", fr: "L’histoire reprend : Musk is back" },
]);

reads("EventCorrected", [
  {
    data: { event: 7, reason: "It was $9.74bn.", replacement: {} },
    en: "Event 7 is corrected: It was $9.74bn",
    fr: "L’événement 7 est corrigé : It was $9.74bn",
  },
  {
    data: { event: 7, edit: "update", reason: "More is known.", replacement: {} },
    en: "Event 7 is updated: More is known",
    fr: "L’événement 7 est mis à jour : More is known",
  },
  {
    data: { event: 7, edit: "clarification", reason: "More is known.", replacement: {} },
    en: "Event 7 is clarified: More is known",
    fr: "L’événement 7 est précisé : More is known",
  },
  { data: { event: 7, edit: "minor", replacement: {} }, en: "Event 7 is touched up", fr: "L’événement 7 est retouché" },
]);

reads("EventRetracted", [
  { data: { event: 7, reason: "A parody." }, en: "Event 7 is retracted: A parody", fr: "L’événement 7 est retiré : A parody" },
]);

reads("EventReinstated", [
  {
    data: { event: 7, reason: "The account is his." },
    en: "Event 7 is reinstated: The account is his",
    fr: "L’événement 7 est rétabli : The account is his",
  },
]);

reads("EventTakenDown", [
  {
    data: { event: 7, reason: "A court's order.", legalBasis: "…", erased: [7] },
    en: "Event 7 is taken down",
    fr: "L’événement 7 est supprimé",
  },
]);
