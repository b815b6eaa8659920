/** Names of every kind: what they end and begin with, how many they are, which way they run. */
import * as s from "../../support/situations.ts";

const { offered, agreed, closed, rejected, withdrawn, lapsed, terminated, bid, unanswered, usd } = s;
const { alpha, target, yahoo, appleInc, warner, hermes, lvmh, aziz } = s;
const ten = usd("10000000000");
const lookup = s.org("Guess?");
const club = s.org("Club “Ada”");
const bar = s.org("Foo (Bar Inc.)");
const plain = s.org("Foo (Bar)");
const emirates = s.org("the United Emirates", s.inFrench("les Émirats unis"));
const ibm = s.org("iRobot");
const jones = s.person("Dow Jones");
const xerox = s.org("Xerox");
const times = s.org("The New York Times");
const monde = s.org("Le Monde");
const family = s.group("the Murdoch family", "la famille Murdoch", { plural: false });
const writers = {
  party: "writers",
  facts: { name: "the writers", kind: "group" as const, names: { fr: { name: "les scénaristes" } } },
};
const gulf = s.org("مجموعة الخليج", { nameLanguage: "ar", names: { en: { name: "Gulf Group" } } });
const germany = s.org("Allemagne", { nameLanguage: "fr", names: { "en-GB": { name: "Germany" } } });
const ready = s.org("O’Neil & Sons");

export const namesRows: s.SentenceRow[] = [
  {
    situation: offered(bid(appleInc, warner, ten)),
    en: "Apple Inc. is bidding $10bn for Warner Bros.",
    fr: "Apple Inc. offre 10\u00a0milliards de dollars pour Warner Bros.",
  },
  {
    situation: offered(unanswered(appleInc, warner, ten)),
    en: "Apple Inc. is bidding $10bn for Warner Bros.; Warner Bros. has yet to answer.",
    fr: "Apple Inc. offre 10\u00a0milliards de dollars pour Warner Bros., qui n’a pas encore répondu.",
  },
  {
    situation: agreed(bid(appleInc, warner, ten)),
    en: "Warner Bros. has agreed to be bought by Apple Inc. for $10bn.",
    fr: "Warner Bros. a accepté l’offre de 10\u00a0milliards de dollars d’Apple Inc.",
  },
  {
    situation: agreed(bid(appleInc, warner)),
    en: "Warner Bros. has agreed to be bought by Apple Inc.",
    fr: "Warner Bros. a accepté l’offre d’Apple Inc.",
  },
  {
    situation: rejected(bid(warner, appleInc, ten)),
    en: "Apple Inc. has rejected Warner Bros.’ $10bn offer.",
    fr: "Apple Inc. a rejeté l’offre de 10\u00a0milliards de dollars de Warner Bros.",
  },
  {
    situation: offered(bid(appleInc, yahoo)),
    en: "Apple Inc. is bidding for Yahoo!",
    fr: "Apple Inc. fait une offre sur Yahoo!",
  },
  {
    situation: rejected(bid(appleInc, yahoo)),
    en: "Yahoo! has rejected Apple Inc.’s offer.",
    fr: "Yahoo! a rejeté l’offre d’Apple Inc.",
  },
  {
    situation: rejected(bid(yahoo, appleInc)),
    en: "Apple Inc. has rejected Yahoo!’s offer.",
    fr: "Apple Inc. a rejeté l’offre de Yahoo!",
  },
  { situation: closed(bid(appleInc, yahoo)), en: "Apple Inc. has bought Yahoo!", fr: "Apple Inc. a acquis Yahoo!" },
  {
    situation: withdrawn(bid(alpha, lookup)),
    en: "Alpha has withdrawn its offer for Guess?",
    fr: "Alpha a retiré son offre sur Guess?",
  },
  {
    situation: lapsed(bid(lookup, alpha, ten)),
    en: "Guess?’s $10bn offer for Alpha has lapsed.",
    fr: "L’offre de 10\u00a0milliards de dollars de Guess? sur Alpha a expiré.",
  },
  { situation: offered(bid(alpha, club)), en: "Alpha is bidding for Club “Ada”.", fr: "Alpha fait une offre sur Club “Ada”." },
  {
    situation: offered(bid(alpha, bar)),
    en: "Alpha is bidding for Foo (Bar Inc.).",
    fr: "Alpha fait une offre sur Foo (Bar Inc.).",
  },
  { situation: offered(bid(alpha, plain)), en: "Alpha is bidding for Foo (Bar).", fr: "Alpha fait une offre sur Foo (Bar)." },
  {
    situation: rejected(bid(alpha, ibm, ten)),
    en: "IRobot has rejected Alpha’s $10bn offer.",
    fr: "IRobot a rejeté l’offre de 10\u00a0milliards de dollars d’Alpha.",
  },
  {
    situation: offered(bid(alpha, ibm, ten)),
    en: "Alpha is bidding $10bn for iRobot.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour iRobot.",
  },
  {
    situation: rejected(bid(jones, target, ten)),
    en: "Target has rejected Dow Jones’s $10bn offer.",
    fr: "Target a rejeté l’offre de 10\u00a0milliards de dollars de Dow Jones.",
  },
  {
    situation: rejected(bid(xerox, target, ten)),
    en: "Target has rejected Xerox’s $10bn offer.",
    fr: "Target a rejeté l’offre de 10\u00a0milliards de dollars de Xerox.",
  },
  {
    situation: rejected(bid(hermes, lvmh, ten)),
    en: "LVMH has rejected Hermès’s $10bn offer.",
    fr: "LVMH a rejeté l’offre de 10\u00a0milliards de dollars d’Hermès.",
  },
  {
    situation: offered(bid(lvmh, hermes, ten)),
    en: "LVMH is bidding $10bn for Hermès.",
    fr: "LVMH offre 10\u00a0milliards de dollars pour Hermès.",
  },
  {
    situation: offered(bid(alpha, monde, ten)),
    en: "Alpha is bidding $10bn for Le Monde.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Le Monde.",
  },
  {
    situation: offered(bid(alpha, times, ten)),
    en: "Alpha is bidding $10bn for The New York Times.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour The New York Times.",
  },
  {
    situation: rejected(bid(times, monde)),
    en: "Le Monde has rejected The New York Times’s offer.",
    fr: "Le Monde a rejeté l’offre de The New York Times.",
  },
  {
    situation: offered(bid(family, target, ten)),
    en: "The Murdoch family is bidding $10bn for Target.",
    fr: "La famille Murdoch offre 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: withdrawn(bid(family, target, ten)),
    en: "The Murdoch family has withdrawn its $10bn offer for Target.",
    fr: "La famille Murdoch a retiré son offre de 10\u00a0milliards de dollars sur Target.",
  },
  {
    situation: rejected(bid(alpha, target, ten), { by: [writers] }),
    en: "The writers have rejected Alpha’s $10bn offer for Target.",
    fr: "Les scénaristes ont rejeté l’offre de 10\u00a0milliards de dollars d’Alpha sur Target.",
  },
  {
    situation: offered(bid(emirates, target, ten)),
    en: "The United Emirates is bidding $10bn for Target.",
    fr: "Les Émirats unis offrent 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(bid(gulf, target, ten)),
    en: "Gulf Group is bidding $10bn for Target.",
    fr: "\u2068مجموعة الخليج\u2069 offre 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(bid(germany, target, ten)),
    en: "Germany is bidding $10bn for Target.",
    fr: "Allemagne offre 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(bid(aziz, target, ten)),
    en: "\u2068عبد العزيز\u2069 is bidding $10bn for Target.",
    fr: "\u2068عبد العزيز\u2069 offre 10\u00a0milliards de dollars pour Target.",
  },
  {
    situation: offered(bid(alpha, aziz)),
    en: "Alpha is bidding for \u2068عبد العزيز\u2069.",
    fr: "Alpha fait une offre sur \u2068عبد العزيز\u2069.",
  },
  {
    situation: rejected(bid(aziz, target, ten)),
    en: "Target has rejected \u2068عبد العزيز\u2069’s $10bn offer.",
    fr: "Target a rejeté l’offre de 10\u00a0milliards de dollars de \u2068عبد العزيز\u2069.",
  },
  {
    situation: rejected(bid(ready, target, ten)),
    en: "Target has rejected O’Neil & Sons’s $10bn offer.",
    fr: "Target a rejeté l’offre de 10\u00a0milliards de dollars d’O’Neil & Sons.",
  },
  {
    situation: terminated(bid(appleInc, yahoo), yahoo),
    en: "Yahoo! has terminated its agreement to be bought by Apple Inc.",
    fr: "Yahoo! a mis fin à l’accord sur son acquisition par Apple Inc.",
  },
  {
    situation: terminated(bid(appleInc, warner), appleInc),
    en: "Apple Inc. has terminated its agreement to buy Warner Bros.",
    fr: "Apple Inc. a mis fin à l’accord sur l’acquisition de Warner Bros.",
  },
  {
    situation: offered(
      bid(alpha, s.org("Target", { short: "Tgt", names: { en: { name: "Target plc", short: "Target" } } }), ten),
    ),
    en: "Alpha is bidding $10bn for Target.",
    fr: "Alpha offre 10\u00a0milliards de dollars pour Tgt.",
  },
];
