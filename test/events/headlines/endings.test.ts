/** How withdrawals, lapses, rulings, closings and terminations read. */
import { billions, exactly, offered, perShare, reads } from "./telling.ts";

const offer = offered({ by: "musk", target: "openai", price: exactly("97400000000") });
const firms = offered({ by: "alpha", target: "openai", price: billions("10") });
const agreed = { ...firms, status: "accepted" } as const;
const truce = offered({ by: "alpha", to: ["beta", "gamma"], subject: "a ceasefire" });
const sale = offered({ kind: "ask", by: "barcelona", to: "real", target: "messi", price: exactly("100000000", "EUR") });

reads("OfferWithdrawn", [
  {
    offer,
    en: "Musk withdraws the offer of $97.4bn for OpenAI",
    fr: "Musk retire son offre de 97,4 milliards de dollars sur OpenAI",
  },
  {
    offer: agreed,
    en: "Alpha withdraws its agreed offer of $10bn for OpenAI",
    fr: "Alpha retire son offre de 10 milliards de dollars sur OpenAI, qui avait été acceptée",
  },
  {
    offer: offered({ by: ["alpha", "beta"], target: "openai" }),
    reported: true,
    en: "Alpha and Beta are reported to have withdrawn their offer for OpenAI",
    fr: "Alpha et Beta auraient retiré leur offre sur OpenAI",
  },
  {
    offer: truce,
    en: "Alpha withdraws its proposal for a ceasefire",
    fr: "Alpha retire sa proposition (« a ceasefire »)",
  },
  { en: "The offer is withdrawn", fr: "L’offre est retirée" },
]);

reads("OfferLapsed", [
  {
    offer,
    en: "Musk’s $97.4bn offer for OpenAI lapses",
    fr: "L’offre de 97,4 milliards de dollars de Musk sur OpenAI devient caduque",
  },
  {
    offer,
    reported: true,
    en: "Musk’s $97.4bn offer for OpenAI is reported to have lapsed",
    fr: "L’offre de 97,4 milliards de dollars de Musk sur OpenAI serait devenue caduque",
  },
  {
    offer: agreed,
    en: "The agreement on Alpha’s $10bn offer for OpenAI lapses",
    fr: "L’accord sur l’offre de 10 milliards de dollars d’Alpha sur OpenAI devient caduc",
  },
  { en: "The offer lapses", fr: "L’offre devient caduque" },
]);

reads("DealBlocked", [
  {
    data: { by: "cma" },
    offer: firms,
    en: "The CMA blocks Alpha’s $10bn offer for OpenAI",
    fr: "La CMA bloque l’offre de 10 milliards de dollars d’Alpha sur OpenAI",
  },
  {
    data: { by: "cma" },
    reported: true,
    en: "The CMA is reported to have blocked the offer",
    fr: "La CMA aurait bloqué l’offre",
  },
]);

reads("DealCleared", [
  {
    data: { by: "cma" },
    offer: firms,
    en: "The CMA clears Alpha’s $10bn offer for OpenAI",
    fr: "La CMA autorise l’offre de 10 milliards de dollars d’Alpha sur OpenAI",
  },
  {
    data: { by: "cma", conditions: "Two factories are sold." },
    offer: firms,
    en: "The CMA clears Alpha’s $10bn offer for OpenAI, on conditions",
    fr: "La CMA autorise sous conditions l’offre de 10 milliards de dollars d’Alpha sur OpenAI",
  },
  { data: { by: "cma" }, en: "The CMA clears the offer", fr: "La CMA autorise l’offre" },
]);

reads("DealClosed", [
  {
    data: { price: billions("44") },
    offer: offered({ by: "musk", target: "twitter" }),
    en: "Musk completes the purchase of Twitter for $44bn",
    fr: "Musk finalise l’achat de Twitter pour 44 milliards de dollars",
  },
  {
    offer: offered({ by: ["alpha", "beta"], target: "hermes", price: perShare("54.20") }),
    en: "Alpha and Beta complete the purchase of Hermès for $54.20 a share",
    fr: "Alpha et Beta finalisent l’achat d’Hermès pour 54,20 dollars par action",
  },
  {
    offer: offered({ by: "alpha", target: "yahoo" }),
    reported: true,
    en: "Alpha is reported to have completed the purchase of Yahoo!",
    fr: "Alpha aurait finalisé l’achat de Yahoo!",
  },
  {
    offer: sale,
    en: "Real Madrid completes the deal for Messi at €100mn",
    fr: "Le Real Madrid finalise l’accord sur Messi pour 100 millions d’euros",
  },
  {
    offer: truce,
    en: "Alpha’s proposal for a ceasefire takes effect",
    fr: "La proposition d’Alpha (« a ceasefire ») entre en vigueur",
  },
  {
    offer: truce,
    reported: true,
    en: "Alpha’s proposal for a ceasefire is reported to have taken effect",
    fr: "La proposition d’Alpha (« a ceasefire ») serait entrée en vigueur",
  },
  { en: "The deal is completed", fr: "L’accord est exécuté" },
]);

reads("DealTerminated", [
  {
    data: { by: "alpha" },
    offer: agreed,
    en: "Alpha terminates the agreement with OpenAI",
    fr: "Alpha rompt l’accord avec OpenAI",
  },
  {
    data: { by: "openai" },
    offer: agreed,
    en: "OpenAI terminates the agreement with Alpha",
    fr: "OpenAI rompt l’accord avec Alpha",
  },
  {
    data: { by: ["alpha", "openai"] },
    offer: agreed,
    en: "Alpha and OpenAI terminate their agreement",
    fr: "Alpha et OpenAI rompent leur accord",
  },
  {
    data: { by: "altman" },
    offer: agreed,
    en: "Altman terminates the agreement with Alpha on OpenAI",
    fr: "Altman rompt l’accord avec Alpha sur OpenAI",
  },
  {
    data: { by: "cma" },
    offer: agreed,
    en: "The CMA terminates the agreement between Alpha and OpenAI",
    fr: "La CMA rompt l’accord entre Alpha et OpenAI",
  },
  {
    offer: agreed,
    en: "The agreement between Alpha and OpenAI is terminated",
    fr: "L’accord entre Alpha et OpenAI est rompu",
  },
  {
    offer: agreed,
    reported: true,
    en: "The agreement between Alpha and OpenAI is reported to have been terminated",
    fr: "L’accord entre Alpha et OpenAI aurait été rompu",
  },
  {
    data: { by: "barcelona" },
    offer: sale,
    en: "Barcelona terminates the agreement with Real Madrid on Messi",
    fr: "Barcelone rompt l’accord avec le Real Madrid sur Messi",
  },
  {
    data: { by: "beta" },
    offer: truce,
    en: "Beta terminates the agreement with Alpha and Gamma on a ceasefire",
    fr: "Beta rompt l’accord avec Alpha et Gamma (« a ceasefire »)",
  },
  { data: { by: "alpha" }, en: "Alpha terminates the agreement", fr: "Alpha rompt l’accord" },
  { en: "The agreement is terminated", fr: "L’accord est rompu" },
]);

reads("ReportConfirmed", [
  {
    data: { event: 4, by: "alpha" },
    offer: firms,
    report: { type: "OfferMade", offer: "o" },
    en: "Alpha confirms its offer of $10bn for OpenAI",
    fr: "Alpha confirme son offre de 10 milliards de dollars sur OpenAI",
  },
  {
    data: { event: 4, by: ["openai", "altman"] },
    offer: firms,
    report: { type: "OfferMade", offer: "o" },
    en: "OpenAI and Altman confirm Alpha’s $10bn offer",
    fr: "OpenAI et Altman confirment l’offre de 10 milliards de dollars d’Alpha",
  },
  {
    data: { event: 4, by: "openai" },
    offer: firms,
    report: { type: "OfferRejected", offer: "o" },
    en: "OpenAI confirms the rejection of Alpha’s $10bn offer",
    fr: "OpenAI confirme le rejet de l’offre de 10 milliards de dollars d’Alpha",
  },
  {
    data: { event: 4 },
    offer: firms,
    report: { type: "OfferMade", offer: "o" },
    en: "The report of Alpha’s $10bn offer for OpenAI is confirmed",
    fr: "L’information sur l’offre de 10 milliards de dollars d’Alpha sur OpenAI est confirmée",
  },
  {
    data: { event: 4, by: "alpha" },
    report: { type: "StatementMade" },
    en: "Alpha confirms the report",
    fr: "Alpha confirme l’information",
  },
  { data: { event: 4 }, en: "The report is confirmed", fr: "L’information est confirmée" },
]);

reads("ReportDenied", [
  {
    data: { event: 4, by: "alpha" },
    offer: firms,
    report: { type: "OfferMade", offer: "o" },
    en: "Alpha denies the report of its offer of $10bn for OpenAI",
    fr: "Alpha dément l’information sur son offre de 10 milliards de dollars sur OpenAI",
  },
  {
    data: { event: 4, by: ["alpha", "beta"] },
    offer: firms,
    report: { type: "OfferWithdrawn", offer: "o" },
    en: "Alpha and Beta deny the report of the withdrawal of Alpha’s $10bn offer for OpenAI",
    fr: "Alpha et Beta démentent l’information sur le retrait de l’offre de 10 milliards de dollars d’Alpha sur OpenAI",
  },
  {
    data: { event: 4 },
    offer: firms,
    report: { type: "OfferAccepted", offer: "o" },
    en: "The report of the acceptance of Alpha’s $10bn offer for OpenAI is denied",
    fr: "L’information sur l’acceptation de l’offre de 10 milliards de dollars d’Alpha sur OpenAI est démentie",
  },
  { data: { event: 4, by: "alpha" }, en: "Alpha denies the report", fr: "Alpha dément l’information" },
  { data: { event: 4 }, en: "The report is denied", fr: "L’information est démentie" },
]);
