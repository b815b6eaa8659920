/** Situations of every stage, with names, prices and words of every kind. */
import * as fc from "fast-check";
import type { When } from "../../events/tell/grammar.ts";
import type { Wording } from "../../events/tell/offer-told.ts";
import type { Who } from "../../events/tell/who.ts";
import { type Precision, type Price, precision } from "../../events/values.ts";
import type { Bid, Blocker, Feud, Hearsay, Situation } from "../../projections/sentence/situation.ts";

const names = [
  "Alpha",
  "Yahoo!",
  "Apple Inc.",
  "Warner Bros.",
  "Guess?",
  "Foo (Bar Inc.)",
  "Club “Ada”",
  "the machinists’ union",
  "iRobot",
  "Hermès",
  "Le Monde",
  "O’Neil & Sons",
  "דנה לוי",
  "عبد العزيز",
  "3M",
  "À la carte",
  "l’Iran",
  "« Guillemets »",
  "价格",
];

const slugs = ["a", "b", "c", "d"];

const name = fc.constantFrom(...names);

const group = fc.constant<Who["facts"]>({
  name: "the Beta brothers",
  kind: "group",
  plural: true,
  names: { fr: { name: "les frères Beta" } },
});

const single: fc.Arbitrary<Who["facts"]> = fc.record(
  {
    name,
    kind: fc.constantFrom("person" as const, "organization" as const, "group" as const),
    short: name,
    plural: fc.boolean(),
    names: fc.constantFrom({ fr: { name: "les Pays-Bas" } }, { en: { name: "the Netherlands" } }),
    nameLanguage: fc.constantFrom("en", "fr", "ar"),
    of: fc.constantFrom(...slugs),
  },
  { requiredKeys: ["name", "kind"] },
);

const facts = fc.oneof({ arbitrary: single, weight: 4 }, group);
const who: fc.Arbitrary<Who> = fc.record({ party: fc.constantFrom(...slugs), facts });
const whos = (minLength = 0) => fc.uniqueArray(who, { minLength, maxLength: 3, selector: ({ party }) => party });

const words: fc.Arbitrary<Wording> = fc.record({
  text: fc.constantFrom(
    "A pay deal",
    "a cage fight.",
    "25% over four years",
    "Wait...",
    "Who knows?",
    "One thing\n\nand another.",
    "He said: “Over.”",
    "una rissa",
    `${"many words ".repeat(60)}end`,
    "😀".repeat(300),
    "زيادة في الأجور",
    "(in brackets.)",
  ),
  language: fc.constantFrom("en", "fr", "es", "ar"),
});

const price: fc.Arbitrary<Price> = fc.record(
  {
    amount: fc.constantFrom(
      "0",
      "0.0001",
      "0.5",
      "1",
      "20000",
      "1250000",
      "8000000",
      "97400000000",
      "9000000000000",
      "999999999999999",
    ),
    currency: fc.constantFrom("USD", "GBP", "EUR", "JPY", "CHF", "AED", "KRW", "XAU"),
    basis: fc.constantFrom("total" as const, "per-share" as const),
    upTo: fc.constant("999999999999999.5"),
    approximate: fc.boolean(),
  },
  { requiredKeys: ["amount", "currency"] },
);

const when: fc.Arbitrary<When> = fc.record(
  {
    at: fc.constantFrom("2025-11-10T23:30:00Z", "2023-01-01T00:00:00+05:30", "0001-01-01T00:00:00Z"),
    precision: fc.constantFrom(...(precision.options as Precision[])),
    zone: fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kolkata"),
  },
  { requiredKeys: ["at", "precision"] },
);

const hearsay: fc.Arbitrary<Hearsay> = fc.oneof(
  fc.constant<Hearsay>({ reported: false, denied: false, deniedBy: [] }),
  fc.constant<Hearsay>({ reported: true, denied: false, deniedBy: [] }),
  whos().map((deniedBy) => ({ reported: true, denied: true, deniedBy })),
);

const blocker: fc.Arbitrary<Blocker> = fc.record({ by: who, body: who }, { requiredKeys: ["by"] });

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const bid: fc.Arbitrary<Bid> = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom("bid" as const, "ask" as const, "proposal" as const),
      target: optional(who),
      subject: optional(words),
    }),
    hearsay,
    fc.record({
      offer: fc.constant("offer"),
      counter: fc.boolean(),
      by: whos(),
      to: whos(),
      price: optional(price),
      terms: optional(words),
      awaiting: whos(),
      acceptedBy: whos(),
      openUntil: optional(when),
      against: whos(),
      inFavour: whos(),
      blockedBy: fc.array(blocker, { maxLength: 2 }),
    }),
  )
  .map(([{ kind, target, subject }, told, rest]) => ({
    ...rest,
    ...told,
    kind,
    ...(kind === "proposal" ? { subject } : { target }),
  }));

const feud: fc.Arbitrary<Feud> = fc
  .tuple(who, fc.oneof(who, words), fc.integer({ min: 1, max: 30 }))
  .map(([by, at, count]) => ("party" in at ? { by, at, count } : { by, thing: at, count }));

const bids = (minLength: number, maxLength: number) => fc.array(bid, { minLength, maxLength });
const isSo = fc.boolean();

const stage = <Stage extends Situation["stage"], Rest>(name: Stage, rest: fc.Arbitrary<Rest>) =>
  rest.map((told) => ({ stage: name, ...told }));

/** Any situation that the types allow. */
export const anySituation: fc.Arbitrary<Situation> = fc.oneof(
  stage("concluded", fc.record({ outcome: words })),
  stage(
    "agreed",
    fc.record({ decision: hearsay, deal: bid, acceptedBy: whos(), overTarget: isSo, toAgree: whos(), rivals: bids(0, 3) }),
  ),
  stage("closed", fc.record({ decision: hearsay, deal: bid, buyers: whos(), rivals: bids(0, 2) })),
  stage("offered", fc.record({ bids: bids(1, 2), standing: fc.integer({ min: 2, max: 20 }) })),
  stage("countered", fc.record({ bids: bids(1, 2), standing: fc.constant(1) })),
  stage("rejected", fc.record({ decision: hearsay, deal: bid, by: whos(), votedDown: isSo })),
  stage("withdrawn", fc.record({ decision: hearsay, deal: bid, agreed: isSo })),
  stage("lapsed", fc.record({ decision: hearsay, deal: bid, agreed: isSo })),
  stage("terminated", fc.record({ decision: hearsay, deal: bid, by: whos() })),
  stage(
    "quarrel",
    fc.record({
      feuds: fc.array(feud, { maxLength: 5 }),
      count: fc.integer({ min: 1, max: 60 }),
      last: when,
      latest: fc.record({ by: whos(1), at: whos(1) }),
    }),
  ),
  stage("opened", fc.record({ words: optional(words) })),
);
