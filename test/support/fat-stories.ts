/** Stories of every shape that is dear: thousands of parties, of offers, of corrections, of large texts, and of events of every day. */
import { corrected, development, insult, offer, opened, type Posted, party, statement } from "./drafts.ts";
import { paced } from "./paced.ts";

const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
const long = (length: number, index: number) =>
  `So be it, said the ${index}th of them. `.repeat(Math.ceil(length / 36)).slice(0, length);
const people = ["ada", "bob"].map((slug) => party(slug, { kind: "person" }));

const day = (index: number): Posted =>
  index % 5 === 0 ? insult({ by: "ada", at: "bob" }) : index % 7 === 0 ? development(`News ${index}`) : statement({ by: "ada" });

/** 2 000 texts, and a correction of each. */
const repaired = (count: number): Posted[] => [
  ...times(count, (index) => ({
    ...development(`News ${index}`),
    data: { headline: `News ${index}`, text: long(700, index) },
  })),
  ...times(count, (index) => corrected(4 + index, { data: { text: long(650, index) } })),
];

/** What is told in each, where `share` is 1; else that share of it. */
const tellings: Record<string, (share: number) => Posted[]> = {
  parties: (share) => times(5_000 * share, (index) => party(`party-${index}`, { role: long(90, index) })),
  offers: (share) =>
    times(2_000 * share, (index) => offer(`bid-${index}`, { by: "ada", target: "bob", terms: long(1500, index) })),
  corrections: (share) => repaired(2_000 * share),
  texts: (share) =>
    times(600 * share, (index) => ({
      ...statement({ by: "ada" }),
      sources: times(20, (one) => ({
        publisher: `${index} ${one} ${"\u{1F600}".repeat(190)}`,
        url: `https://a.example/${"x".repeat(700)}${one}`,
      })),
    })),
  events: (share) => times(share < 1 ? 1_000 : 100_000, day),
};

/** The names of the shapes: what a story of each has thousands of. */
export const fatShapes = Object.keys(tellings);

/** The drafts of a story of that shape, or of a share of it, in story order: Ada and Bob are in each. */
export const fatStory = (shape: string, share = 1): Posted[] => paced([opened(), ...people, ...(tellings[shape]?.(share) ?? [])]);
