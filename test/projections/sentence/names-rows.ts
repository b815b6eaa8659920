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
  { situation: offered(bid(appleInc, warner, ten)), en: "Apple Inc. is bidding $10bn for Warner Bros.", fr: "" },
  {
    situation: offered(unanswered(appleInc, warner, ten)),
    en: "Apple Inc. is bidding $10bn for Warner Bros.; Warner Bros. has yet to answer.",
    fr: "",
  },
  { situation: agreed(bid(appleInc, warner, ten)), en: "Warner Bros. has agreed to be bought by Apple Inc. for $10bn.", fr: "" },
  { situation: agreed(bid(appleInc, warner)), en: "Warner Bros. has agreed to be bought by Apple Inc.", fr: "" },
  { situation: rejected(bid(warner, appleInc, ten)), en: "Apple Inc. has rejected Warner Bros.’ $10bn offer.", fr: "" },
  { situation: offered(bid(appleInc, yahoo)), en: "Apple Inc. is bidding for Yahoo!", fr: "" },
  { situation: rejected(bid(appleInc, yahoo)), en: "Yahoo! has rejected Apple Inc.’s offer.", fr: "" },
  { situation: rejected(bid(yahoo, appleInc)), en: "Apple Inc. has rejected Yahoo!’s offer.", fr: "" },
  { situation: closed(bid(appleInc, yahoo)), en: "Apple Inc. has bought Yahoo!", fr: "" },
  { situation: withdrawn(bid(alpha, lookup)), en: "Alpha has withdrawn its offer for Guess?", fr: "" },
  { situation: lapsed(bid(lookup, alpha, ten)), en: "Guess?’s $10bn offer for Alpha has lapsed.", fr: "" },
  { situation: offered(bid(alpha, club)), en: "Alpha is bidding for Club “Ada”.", fr: "" },
  { situation: offered(bid(alpha, bar)), en: "Alpha is bidding for Foo (Bar Inc.).", fr: "" },
  { situation: offered(bid(alpha, plain)), en: "Alpha is bidding for Foo (Bar).", fr: "" },
  { situation: rejected(bid(alpha, ibm, ten)), en: "IRobot has rejected Alpha’s $10bn offer.", fr: "" },
  { situation: offered(bid(alpha, ibm, ten)), en: "Alpha is bidding $10bn for iRobot.", fr: "" },
  { situation: rejected(bid(jones, target, ten)), en: "Target has rejected Dow Jones’s $10bn offer.", fr: "" },
  { situation: rejected(bid(xerox, target, ten)), en: "Target has rejected Xerox’s $10bn offer.", fr: "" },
  { situation: rejected(bid(hermes, lvmh, ten)), en: "LVMH has rejected Hermès’s $10bn offer.", fr: "" },
  { situation: offered(bid(lvmh, hermes, ten)), en: "LVMH is bidding $10bn for Hermès.", fr: "" },
  { situation: offered(bid(alpha, monde, ten)), en: "Alpha is bidding $10bn for Le Monde.", fr: "" },
  { situation: offered(bid(alpha, times, ten)), en: "Alpha is bidding $10bn for The New York Times.", fr: "" },
  { situation: rejected(bid(times, monde)), en: "Le Monde has rejected The New York Times’s offer.", fr: "" },
  { situation: offered(bid(family, target, ten)), en: "The Murdoch family is bidding $10bn for Target.", fr: "" },
  { situation: withdrawn(bid(family, target, ten)), en: "The Murdoch family has withdrawn its $10bn offer for Target.", fr: "" },
  {
    situation: rejected(bid(alpha, target, ten), { by: [writers] }),
    en: "The writers have rejected Alpha’s $10bn offer for Target.",
    fr: "",
  },
  { situation: offered(bid(emirates, target, ten)), en: "The United Emirates is bidding $10bn for Target.", fr: "" },
  { situation: offered(bid(gulf, target, ten)), en: "Gulf Group is bidding $10bn for Target.", fr: "" },
  { situation: offered(bid(germany, target, ten)), en: "Germany is bidding $10bn for Target.", fr: "" },
  { situation: offered(bid(aziz, target, ten)), en: "\u2068عبد العزيز\u2069 is bidding $10bn for Target.", fr: "" },
  { situation: offered(bid(alpha, aziz)), en: "Alpha is bidding for \u2068عبد العزيز\u2069.", fr: "" },
  { situation: rejected(bid(aziz, target, ten)), en: "Target has rejected \u2068عبد العزيز\u2069’s $10bn offer.", fr: "" },
  { situation: rejected(bid(ready, target, ten)), en: "Target has rejected O’Neil & Sons’s $10bn offer.", fr: "" },
  {
    situation: terminated(bid(appleInc, yahoo), yahoo),
    en: "Yahoo! has terminated its agreement to be bought by Apple Inc.",
    fr: "",
  },
  {
    situation: terminated(bid(appleInc, warner), appleInc),
    en: "Apple Inc. has terminated its agreement to buy Warner Bros.",
    fr: "",
  },
  {
    situation: offered(
      bid(alpha, s.org("Target", { short: "Tgt", names: { en: { name: "Target plc", short: "Target" } } }), ten),
    ),
    en: "Alpha is bidding $10bn for Target.",
    fr: "",
  },
];
