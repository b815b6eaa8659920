/** How offers and counter-offers read. */
import { billions, exactly, offered, perShare, reads } from "./telling.ts";

const bid = { by: "musk", target: "openai", price: exactly("97400000000") } as const;

reads("OfferMade", [
  {
    offer: offered(bid),
    en: "Musk bids $97.4bn for OpenAI",
    fr: "Musk offre 97,4 milliards de dollars pour OpenAI",
  },
  {
    offer: offered({ ...bid, by: ["musk", "gamma"] }),
    en: "Musk and Gamma bid $97.4bn for OpenAI",
    fr: "Musk et Gamma offrent 97,4 milliards de dollars pour OpenAI",
  },
  {
    offer: offered({ ...bid, by: ["alpha", "beta", "gamma"] }),
    en: "Alpha, Beta and Gamma bid $97.4bn for OpenAI",
    fr: "Alpha, Beta et Gamma offrent 97,4 milliards de dollars pour OpenAI",
  },
  {
    offer: offered({ ...bid, by: "holders", target: "hermes" }),
    en: "The shareholders bid $97.4bn for Hermès",
    fr: "Les actionnaires offrent 97,4 milliards de dollars pour Hermès",
  },
  {
    offer: offered({ by: "yahoo", target: "alpha", price: perShare("54.20") }),
    en: "Yahoo! bids $54.20 a share for Alpha",
    fr: "Yahoo! offre 54,20 dollars par action pour Alpha",
  },
  {
    offer: offered({ by: "alpha", target: "yahoo", price: { ...billions("2"), upTo: "3000000000" } }),
    en: "Alpha bids between $2bn and $3bn for Yahoo!",
    fr: "Alpha offre entre 2 et 3 milliards de dollars pour Yahoo!",
  },
  {
    offer: offered({ by: "aziz", target: "yahoo", price: { ...exactly("5000000000", "EUR"), approximate: true } }),
    en: "\u2068عبد العزيز\u2069 bids about €5bn for Yahoo!",
    fr: "\u2068عبد العزيز\u2069 offre environ 5 milliards d’euros pour Yahoo!",
  },
  {
    offer: offered({ by: "germany", to: "netherlands", target: "island", price: exactly("2000000000", "EUR") }),
    en: "Germany offers the Netherlands €2bn for the Island",
    fr: "L’Allemagne offre aux Pays-Bas 2 milliards d’euros pour l’Île",
  },
  {
    offer: offered({ ...bid, to: "holders" }),
    en: "Musk offers the shareholders $97.4bn for OpenAI",
    fr: "Musk offre aux actionnaires 97,4 milliards de dollars pour OpenAI",
  },
  {
    offer: offered({ ...bid, to: "holders", by: ["musk", "gamma"] }),
    reported: true,
    en: "Musk and Gamma are reported to have offered the shareholders $97.4bn for OpenAI",
    fr: "Musk et Gamma auraient offert aux actionnaires 97,4 milliards de dollars pour OpenAI",
  },
  {
    offer: offered({ by: "germany", to: "netherlands", target: "island" }),
    en: "Germany makes the Netherlands an offer for the Island",
    fr: "L’Allemagne fait aux Pays-Bas une offre sur l’Île",
  },
  {
    offer: offered({ by: "real", to: ["barcelona", "messi"], target: "messi", price: exactly("300000000", "EUR") }),
    en: "Real Madrid bids €300mn for Messi",
    fr: "Le Real Madrid offre 300 millions d’euros pour Messi",
  },
  {
    offer: offered({ by: "musk", target: "openai" }),
    en: "Musk makes an offer for OpenAI",
    fr: "Musk fait une offre sur OpenAI",
  },
  {
    offer: offered({ by: ["musk", "gamma"], target: "real", terms: "One share for two." }),
    en: "Musk and Gamma make an offer for Real Madrid: One share for two",
    fr: "Musk et Gamma font une offre sur le Real Madrid : One share for two",
  },
  {
    offer: offered(bid),
    reported: true,
    en: "Musk is reported to be bidding $97.4bn for OpenAI",
    fr: "Musk aurait offert 97,4 milliards de dollars pour OpenAI",
  },
  {
    offer: offered({ ...bid, by: "netherlands" }),
    reported: true,
    en: "The Netherlands are reported to be bidding $97.4bn for OpenAI",
    fr: "Les Pays-Bas auraient offert 97,4 milliards de dollars pour OpenAI",
  },
  {
    offer: offered({ by: "germany", to: "netherlands", target: "island" }),
    en: "Germany makes the Netherlands an offer for the Island",
    fr: "L’Allemagne fait aux Pays-Bas une offre sur l’Île",
  },
  {
    offer: offered({ by: "real", to: ["barcelona", "messi"], target: "messi", price: exactly("300000000", "EUR") }),
    en: "Real Madrid bids €300mn for Messi",
    fr: "Le Real Madrid offre 300 millions d’euros pour Messi",
  },
  {
    offer: offered({ by: "musk", target: "openai" }),
    reported: true,
    en: "Musk is reported to have made an offer for OpenAI",
    fr: "Musk aurait fait une offre sur OpenAI",
  },
  {
    offer: offered(bid),
    reported: true,
    denied: ["musk"],
    en: "Musk is reported to be bidding $97.4bn for OpenAI; Musk denies it",
    fr: "Musk aurait offert 97,4 milliards de dollars pour OpenAI ; Musk le dément",
  },
  {
    offer: offered(bid),
    reported: true,
    denied: ["musk", "openai"],
    en: "Musk is reported to be bidding $97.4bn for OpenAI; Musk and OpenAI deny it",
    fr: "Musk aurait offert 97,4 milliards de dollars pour OpenAI ; Musk et OpenAI le démentent",
  },
  {
    offer: offered(bid),
    reported: true,
    denied: [],
    en: "Musk is reported to be bidding $97.4bn for OpenAI; the report is denied",
    fr: "Musk aurait offert 97,4 milliards de dollars pour OpenAI ; l’information est démentie",
  },
  {
    offer: offered({ kind: "ask", by: "barcelona", target: "messi", to: "real", price: exactly("100000000", "EUR") }),
    en: "Barcelona asks €100mn for Messi",
    fr: "Barcelone demande 100 millions d’euros pour Messi",
  },
  {
    offer: offered({ kind: "ask", by: "openai", target: "openai", to: "musk", price: billions("44") }),
    en: "OpenAI sets a price of $44bn",
    fr: "OpenAI fixe son prix à 44 milliards de dollars",
  },
  {
    offer: offered({ kind: "ask", by: "barcelona", target: "messi", to: "real" }),
    en: "Barcelona offers to sell Messi",
    fr: "Barcelone propose de vendre Messi",
  },
  {
    offer: offered({ kind: "ask", by: "openai", target: "openai", to: "musk" }),
    reported: true,
    en: "OpenAI is reported to have offered to sell",
    fr: "OpenAI aurait proposé de se vendre",
  },
  {
    offer: offered({ by: "union", to: "boeing", subject: "a 40 per cent rise" }),
    en: "The union proposes a 40 per cent rise to Boeing",
    fr: "Le syndicat fait à Boeing une proposition (« a 40 per cent rise »)",
  },
  {
    offer: offered({ by: "union", to: "boeing", subject: "une hausse de 40 %" }, "fr"),
    en: "The union proposes “une hausse de 40 %” to Boeing",
    fr: "Le syndicat propose à Boeing une hausse de 40 %",
  },
  {
    offer: offered({ by: "union", to: "boeing", subject: "a new contract", terms: "40% more pay over three years" }),
    en: "The union proposes a new contract to Boeing: 40% more pay over three years",
    fr: "Le syndicat fait à Boeing une proposition (« a new contract ») : 40% more pay over three years",
  },
  {
    offer: offered({ by: "musk", to: ["altman", "openai"], subject: "un combat en cage", price: exactly("20000") }, "fr"),
    en: "Musk proposes “un combat en cage” ($20,000) to Altman and OpenAI",
    fr: "Musk propose à Altman et à OpenAI un combat en cage (20 000 dollars)",
  },
  {
    offer: offered({ by: "members", to: "boeing", subject: "a ceasefire" }),
    reported: true,
    en: "The members are reported to have proposed a ceasefire to Boeing",
    fr: "Les membres auraient fait à Boeing une proposition (« a ceasefire »)",
  },
]);

const counter = { by: "altman", to: "musk", target: "twitter", price: exactly("9740000000"), counter: true } as const;

reads("CounterOffered", [
  {
    offer: offered(counter),
    en: "Altman counters with an offer of $9.74bn for Twitter",
    fr: "Altman riposte par une offre de 9,74 milliards de dollars sur Twitter",
  },
  {
    offer: offered({ ...counter, by: ["altman", "openai"] }),
    en: "Altman and OpenAI counter with an offer of $9.74bn for Twitter",
    fr: "Altman et OpenAI ripostent par une offre de 9,74 milliards de dollars sur Twitter",
  },
  {
    offer: offered({ by: "altman", target: "twitter", counter: true, terms: "Half in shares" }),
    en: "Altman counters with an offer for Twitter: Half in shares",
    fr: "Altman riposte par une offre sur Twitter : Half in shares",
  },
  {
    offer: offered(counter),
    reported: true,
    en: "Altman is reported to have countered with an offer of $9.74bn for Twitter",
    fr: "Altman aurait riposté par une offre de 9,74 milliards de dollars sur Twitter",
  },
  {
    offer: offered({ ...counter, price: { ...billions("2"), upTo: "3000000000" } }),
    en: "Altman counters with an offer of between $2bn and $3bn for Twitter",
    fr: "Altman riposte par une offre de 2 à 3 milliards de dollars sur Twitter",
  },
  {
    offer: offered({
      kind: "ask",
      counter: true,
      by: "barcelona",
      to: "real",
      target: "messi",
      price: exactly("100000000", "EUR"),
    }),
    en: "Barcelona counters with a price of €100mn for Messi",
    fr: "Barcelone riposte en demandant 100 millions d’euros pour Messi",
  },
  {
    offer: offered({ kind: "ask", counter: true, by: "openai", to: "musk", target: "openai", price: perShare("50") }),
    en: "OpenAI counters with a price of $50 a share",
    fr: "OpenAI riposte en fixant son prix à 50 dollars par action",
  },
  {
    offer: offered({ kind: "ask", counter: true, by: "barcelona", to: "real", target: "messi" }),
    en: "Barcelona counters with an offer to sell Messi",
    fr: "Barcelone riposte en proposant de vendre Messi",
  },
  {
    offer: offered({ by: "boeing", to: "union", counter: true, subject: "a new contract", terms: "25% over four years" }),
    en: "Boeing counters with a proposal for a new contract: 25% over four years",
    fr: "Boeing riposte par une proposition (« a new contract ») : 25% over four years",
  },
  {
    offer: offered({ by: "boeing", to: "union", counter: true, subject: "Une hausse de 25 %" }, "fr"),
    en: "Boeing counters with a proposal for “Une hausse de 25 %”",
    fr: "Boeing riposte en proposant une hausse de 25 %",
  },
]);
