/** How revisions read, by what they did. */
import { billions, exactly, offered, perShare, reads } from "./telling.ts";

const before = offered({ by: "musk", target: "openai", price: exactly("97400000000") });
const bid = { by: "alpha", target: "openai", price: billions("10") };
const untold = offered({ by: "alpha", target: "openai" });
const share = offered({ by: "alpha", target: "openai", price: perShare("33") });

reads("OfferRevised", [
  {
    data: { price: billions("100") },
    offer: before,
    en: "Musk raises the offer for OpenAI to $100bn",
    fr: "Musk relève son offre sur OpenAI à 100 milliards de dollars",
  },
  {
    data: { price: billions("100") },
    offer: offered({ ...bid, by: ["alpha", "beta"] }),
    en: "Alpha and Beta raise their offer for OpenAI to $100bn",
    fr: "Alpha et Beta relèvent leur offre sur OpenAI à 100 milliards de dollars",
  },
  {
    data: { price: billions("11") },
    offer: offered(bid),
    reported: true,
    en: "Alpha is reported to have raised its offer for OpenAI to $11bn",
    fr: "Alpha aurait relevé son offre sur OpenAI à 11 milliards de dollars",
  },
  {
    data: { price: exactly("9500000000") },
    offer: offered(bid),
    en: "Alpha cuts its offer for OpenAI to $9.5bn",
    fr: "Alpha abaisse son offre sur OpenAI à 9,5 milliards de dollars",
  },
  {
    data: { price: exactly("9500000000") },
    offer: offered({ ...bid, status: "accepted" }),
    en: "Alpha cuts its agreed offer for OpenAI to $9.5bn",
    fr: "Alpha abaisse son offre acceptée sur OpenAI à 9,5 milliards de dollars",
  },
  {
    data: { price: perShare("33.0001") },
    offer: share,
    en: "Alpha raises its offer for OpenAI to $33.0001 a share",
    fr: "Alpha relève son offre sur OpenAI à 33,0001 dollars par action",
  },
  {
    data: { price: perShare("36", "EUR") },
    offer: share,
    en: "Alpha changes its offer for OpenAI to €36 a share",
    fr: "Alpha modifie son offre sur OpenAI, désormais de 36 euros par action",
  },
  {
    data: { price: { ...billions("9"), upTo: "12000000000" } },
    offer: offered(bid),
    en: "Alpha changes its offer for OpenAI to between $9bn and $12bn",
    fr: "Alpha modifie son offre sur OpenAI, désormais de 9 à 12 milliards de dollars",
  },
  {
    data: { price: { ...billions("10"), upTo: "12000000000" } },
    offer: offered(bid),
    en: "Alpha raises its offer for OpenAI to between $10bn and $12bn",
    fr: "Alpha relève son offre sur OpenAI, désormais de 10 à 12 milliards de dollars",
  },
  {
    data: { price: { ...billions("17"), approximate: true }, terms: "One share for two", expiresAt: "2025-10-10T17:00:00Z" },
    offer: offered(bid),
    en: "Alpha raises its offer for OpenAI to about $17bn",
    fr: "Alpha relève son offre sur OpenAI à environ 17 milliards de dollars",
  },
  {
    data: { price: billions("10") },
    offer: untold,
    en: "Alpha puts a price of $10bn on its offer for OpenAI",
    fr: "Alpha chiffre son offre sur OpenAI à 10 milliards de dollars",
  },
  {
    data: { price: null },
    offer: offered(bid),
    en: "Alpha takes the price off its offer for OpenAI",
    fr: "Alpha retire le prix de son offre sur OpenAI",
  },
  {
    data: { price: exactly("120000000", "EUR") },
    offer: offered({ kind: "ask", by: "barcelona", to: "real", target: "messi", price: exactly("100000000", "EUR") }),
    en: "Barcelona raises its asking price for Messi to €120mn",
    fr: "Barcelone relève sa demande pour Messi à 120 millions d’euros",
  },
  {
    data: { expiresAt: "2025-03-20T12:00:00Z" },
    offer: offered({ ...bid, expiresAt: "2025-03-01T12:00:00Z" }),
    en: "Alpha extends its offer for OpenAI until 20 March 2025",
    fr: "Alpha prolonge son offre sur OpenAI jusqu’au 20 mars 2025",
  },
  {
    data: { expiresAt: "2025-03-20T23:30:00Z" },
    offer: offered({ ...bid, by: ["alpha", "beta"], expiresAt: "2025-03-01T12:00:00Z" }),
    zone: "Europe/Paris",
    en: "Alpha and Beta extend their offer for OpenAI until 21 March 2025",
    fr: "Alpha et Beta prolongent leur offre sur OpenAI jusqu’au 21 mars 2025",
  },
  {
    data: { expiresAt: "2025-03-20T12:00:00Z" },
    offer: offered({ ...bid, status: "rejected", expiresAt: "2025-03-01T12:00:00Z" }),
    en: "Alpha extends its offer for OpenAI until 20 March 2025",
    fr: "Alpha prolonge son offre sur OpenAI jusqu’au 20 mars 2025",
  },
  {
    data: { expiresAt: "2025-02-01T12:00:00Z" },
    offer: offered({ ...bid, expiresAt: "2025-03-01T12:00:00Z" }),
    en: "Alpha brings the deadline of its offer for OpenAI forward to 1 February 2025",
    fr: "Alpha avance l’échéance de son offre sur OpenAI au 1er février 2025",
  },
  {
    data: { expiresAt: "2025-02-01T12:00:00Z" },
    offer: offered(bid),
    en: "Alpha sets a deadline of 1 February 2025 for its offer for OpenAI",
    fr: "Alpha fixe l’échéance de son offre sur OpenAI au 1er février 2025",
  },
  {
    data: { expiresAt: null },
    offer: offered({ ...bid, expiresAt: "2025-03-01T12:00:00Z" }),
    en: "Alpha drops the deadline of its offer for OpenAI",
    fr: "Alpha supprime l’échéance de son offre sur OpenAI",
  },
  {
    data: { price: billions("10") },
    offer: offered({ ...bid, status: "rejected" }),
    en: "Alpha renews its offer for OpenAI at $10bn",
    fr: "Alpha relance son offre sur OpenAI, à 10 milliards de dollars",
  },
  {
    data: { price: billions("11") },
    offer: offered({ ...bid, status: "withdrawn" }),
    en: "Alpha renews its offer for OpenAI, raising it to $11bn",
    fr: "Alpha relance son offre sur OpenAI, relevée à 11 milliards de dollars",
  },
  {
    data: { price: billions("9") },
    offer: offered({ ...bid, status: "terminated" }),
    en: "Alpha renews its offer for OpenAI, cutting it to $9bn",
    fr: "Alpha relance son offre sur OpenAI, abaissée à 9 milliards de dollars",
  },
  {
    data: { expiresAt: "2025-03-20T12:00:00Z" },
    offer: offered({ by: "alpha", target: "openai", status: "lapsed", expiresAt: "2025-03-01T12:00:00Z" }),
    en: "Alpha renews its offer for OpenAI until 20 March 2025",
    fr: "Alpha relance son offre sur OpenAI jusqu’au 20 mars 2025",
  },
  {
    data: { to: "members", terms: "35% over four years", expiresAt: null },
    offer: offered({ by: "boeing", to: "union", subject: "a new contract", counter: true, status: "rejected" }),
    en: "Boeing renews its counter-proposal for a new contract: 35% over four years",
    fr: "Boeing relance sa contre-proposition : 35% over four years",
  },
  {
    data: { terms: "38% over four years" },
    offer: offered({ by: "boeing", to: "members", subject: "a new contract", terms: "35% over four years" }),
    en: "Boeing changes the terms of its proposal for a new contract: 38% over four years",
    fr: "Boeing modifie les conditions de sa proposition : 38% over four years",
  },
  {
    data: { terms: "In shares" },
    offer: offered({ ...bid, status: "accepted" }),
    en: "Alpha sets terms for its agreed offer for OpenAI: In shares",
    fr: "Alpha précise les conditions de son offre acceptée sur OpenAI : In shares",
  },
  {
    data: { terms: null },
    offer: offered({ ...bid, terms: "In shares" }),
    en: "Alpha drops the terms of its offer for OpenAI",
    fr: "Alpha supprime les conditions de son offre sur OpenAI",
  },
  {
    data: { subject: "a truce" },
    offer: offered({ by: "alpha", to: ["beta", "gamma"], subject: "a ceasefire" }),
    en: "Alpha changes its proposal for a ceasefire to a truce",
    fr: "Alpha modifie sa proposition : a truce",
  },
  {
    data: { partners: ["gamma"] },
    offer: offered(bid),
    en: "Gamma joins Alpha’s $10bn offer for OpenAI",
    fr: "Gamma rejoint l’offre de 10 milliards de dollars d’Alpha sur OpenAI",
  },
  {
    data: { partners: null },
    offer: offered({ ...bid, by: ["alpha", "beta", "gamma"] }),
    en: "Beta and Gamma leave Alpha’s $10bn offer for OpenAI",
    fr: "Beta et Gamma quittent l’offre de 10 milliards de dollars d’Alpha sur OpenAI",
  },
  {
    data: { partners: ["delta"] },
    offer: offered({ ...bid, by: ["alpha", "gamma"] }),
    en: "Delta replaces Gamma in Alpha’s $10bn offer for OpenAI",
    fr: "Delta remplace Gamma dans l’offre de 10 milliards de dollars d’Alpha sur OpenAI",
  },
  {
    data: { to: "openai", subjectTo: "holders" },
    offer: offered({ ...bid, to: "holders" }),
    en: "Alpha puts its offer for OpenAI to OpenAI, subject to the consent of the shareholders",
    fr: "Alpha soumet son offre sur OpenAI à OpenAI, sous réserve de l’accord des actionnaires",
  },
  {
    data: { to: "holders" },
    offer: offered(bid),
    en: "Alpha puts its offer for OpenAI to the shareholders",
    fr: "Alpha soumet son offre sur OpenAI aux actionnaires",
  },
  {
    data: { subjectTo: ["holders", "cma"] },
    offer: offered(bid),
    en: "Alpha makes its offer for OpenAI subject to the consent of the shareholders and the CMA",
    fr: "Alpha soumet son offre sur OpenAI à l’accord des actionnaires et de la CMA",
  },
  {
    data: { subjectTo: null },
    offer: offered(bid),
    en: "Alpha drops the need for others to consent to its offer for OpenAI",
    fr: "Alpha dispense son offre sur OpenAI de l’accord de tiers",
  },
  {
    data: { equivalents: [{ amount: "9000000000", currency: "EUR" }] },
    offer: offered(bid),
    en: "Alpha revises its offer for OpenAI",
    fr: "Alpha révise son offre sur OpenAI",
  },
  { data: { price: billions("11") }, offer: undefined, en: "The offer is revised", fr: "L’offre est révisée" },
  {
    data: { price: billions("11") },
    reported: true,
    en: "The offer is reported to have been revised",
    fr: "L’offre aurait été révisée",
  },
]);
