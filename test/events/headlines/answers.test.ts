/** How answers, votes and advice read. */
import { billions, exactly, offered, reads } from "./telling.ts";

const offer = offered({ by: "musk", target: "openai", price: exactly("97400000000") });
const agreed = offered({ by: "musk", target: "openai", price: exactly("97400000000"), status: "accepted" });
const pay = offered({ by: "boeing", to: "union", subject: "a new contract", terms: "25% over four years" });

reads("OfferRejected", [
  {
    data: { by: "openai" },
    offer,
    en: "OpenAI rejects Musk’s $97.4bn offer",
    fr: "OpenAI rejette l’offre de 97,4 milliards de dollars de Musk",
  },
  {
    data: { by: "altman" },
    offer,
    en: "Altman rejects Musk’s $97.4bn offer for OpenAI",
    fr: "Altman rejette l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  {
    data: { by: ["openai", "altman"] },
    offer,
    reported: true,
    en: "OpenAI and Altman are reported to have rejected Musk’s $97.4bn offer",
    fr: "OpenAI et Altman auraient rejeté l’offre de 97,4 milliards de dollars de Musk",
  },
  {
    data: { by: "holders" },
    offer: agreed,
    counts: "vote",
    en: "The shareholders vote down Musk’s $97.4bn offer for OpenAI",
    fr: "Les actionnaires rejettent l’accord sur l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  {
    data: { by: "altman" },
    offer: agreed,
    en: "Altman rejects Musk’s $97.4bn offer for OpenAI",
    fr: "Altman rejette l’accord sur l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  {
    data: { by: "holders" },
    offer: { ...agreed, status: "terminated" },
    counts: "vote",
    en: "The shareholders vote against Musk’s $97.4bn offer for OpenAI",
    fr: "Les actionnaires votent contre l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  {
    data: { by: "lewis" },
    offer,
    counts: "advice",
    en: "Glass Lewis opposes Musk’s $97.4bn offer for OpenAI",
    fr: "Glass Lewis désapprouve l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  {
    data: { by: ["lewis", "union"] },
    offer: agreed,
    counts: "advice",
    reported: true,
    en: "Glass Lewis and the union are reported to have opposed Musk’s $97.4bn offer for OpenAI",
    fr: "Glass Lewis et le syndicat auraient désapprouvé l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  {
    data: { by: "union" },
    offer: pay,
    en: "The union rejects Boeing’s proposal for a new contract (25% over four years)",
    fr: "Le syndicat rejette la proposition de Boeing (« 25% over four years »)",
  },
  {
    data: { by: "yahoo" },
    offer: offered({ by: "real", target: "yahoo", price: billions("2") }),
    en: "Yahoo! rejects Real Madrid’s $2bn offer",
    fr: "Yahoo! rejette l’offre de 2 milliards de dollars du Real Madrid",
  },
  {
    data: { by: "netherlands" },
    offer: offered({ by: "germany", to: "netherlands", target: "island", price: exactly("2000000000", "EUR") }),
    en: "The Netherlands reject Germany’s €2bn offer for the Island",
    fr: "Les Pays-Bas rejettent l’offre de 2 milliards d’euros de l’Allemagne sur l’Île",
  },
  { data: { by: "openai" }, en: "OpenAI rejects the offer", fr: "OpenAI rejette l’offre" },
]);

reads("OfferAccepted", [
  {
    data: { by: "openai" },
    offer,
    en: "OpenAI accepts Musk’s $97.4bn offer",
    fr: "OpenAI accepte l’offre de 97,4 milliards de dollars de Musk",
  },
  {
    data: { by: "real" },
    offer: offered({ kind: "ask", by: "barcelona", to: "real", target: "messi", price: exactly("100000000", "EUR") }),
    en: "Real Madrid accepts Barcelona’s €100mn asking price for Messi",
    fr: "Le Real Madrid accepte la demande de 100 millions d’euros formulée par Barcelone pour Messi",
  },
  {
    data: { by: "holders" },
    offer: agreed,
    counts: "vote",
    en: "The shareholders approve Musk’s $97.4bn offer for OpenAI",
    fr: "Les actionnaires approuvent l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  {
    data: { by: "members" },
    offer: pay,
    counts: "vote",
    reported: true,
    en: "The members are reported to have approved Boeing’s proposal for a new contract (25% over four years)",
    fr: "Les membres auraient approuvé la proposition de Boeing (« 25% over four years »)",
  },
  {
    data: { by: "lewis" },
    offer,
    counts: "advice",
    en: "Glass Lewis backs Musk’s $97.4bn offer for OpenAI",
    fr: "Glass Lewis soutient l’offre de 97,4 milliards de dollars de Musk sur OpenAI",
  },
  { data: { by: ["alpha", "beta"] }, en: "Alpha and Beta accept the offer", fr: "Alpha et Beta acceptent l’offre" },
]);
