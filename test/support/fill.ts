/** Long stories, the same ones every time: bids, refusals, counters, insults and the talk between them, in story order. */
import type { Posted } from "./drafts.ts";
import {
  accepted,
  answer,
  background,
  closed,
  counter,
  development,
  insult,
  lapsed,
  offer,
  opened,
  party,
  question,
  rejected,
  revised,
  statement,
  terminated,
  usd,
  withdrawn,
} from "./drafts.ts";
import { paced } from "./paced.ts";
import type { Server } from "./server.ts";

const parties = ["ada", "bob", "cleo", "dan", "eve", "finn", "gus", "hal"];
const who = (turn: number): string => parties[turn % parties.length] ?? "ada";
const quote = (turn: number) => ({ text: `You have said so ${turn} times, and it is no truer for it.`, language: "en" });
const jab = (turn: number) => insult({ by: who(turn), at: who(turn + 1), quote: quote(turn), platform: "X" });
const talk = (turn: number) => statement({ by: who(turn), quote: quote(turn), about: [who(turn + 3)] });
const news = (turn: number) => development(`The talk of the day, number ${turn}`, [who(turn), who(turn + 2)]);

/** What a counter-offer comes to, in turn. */
const ends: ((slug: string, by: string) => Posted[])[] = [
  (slug, by) => [accepted(slug, by), closed(slug)],
  (slug) => [withdrawn(slug), news(1)],
  (slug, by) => [accepted(slug, by), terminated(slug, { by })],
  (slug) => [lapsed(slug), news(2)],
];

/** Twenty-five events: one bid and all that comes of it. */
const round = (turn: number): Posted[] => {
  const [bid, riposte] = [`bid-${turn}`, `counter-${turn}`];
  const end = ends[turn % ends.length] ?? (() => []);
  return [
    offer(bid, { by: who(turn), target: who(turn + 1), price: usd(String(1_000_000 + turn)) }),
    talk(turn),
    jab(turn),
    news(turn),
    rejected(bid, who(turn + 1), { quote: quote(turn) }),
    jab(turn + 1),
    talk(turn + 1),
    counter(riposte, bid, { by: who(turn + 1), target: who(turn), price: usd(String(100_000 + turn)) }),
    ...[2, 3, 4].flatMap((more) => [jab(turn + more), talk(turn + more), news(turn + more)]),
    question(`question-${turn}`, "What is behind it?"),
    revised(riposte, { price: usd(String(200_000 + turn)) }),
    background("It all began long ago", [who(turn)]),
    answer(`question-${turn}`, "Vanity, they say."),
    talk(turn + 5),
    jab(turn + 5),
    ...end(riposte, who(turn)),
  ];
};

/** The first `count` events of the long story, a minute apart. */
export const longStory = (count: number): Posted[] => {
  const drafts: Posted[] = [opened({ title: "The long quarrel" }), ...parties.map((slug) => party(slug, { kind: "person" }))];
  for (let turn = 0; drafts.length < count; turn += 1) drafts.push(...round(turn));
  return paced(drafts.slice(0, count));
};

/** Records the first `count` events of the long story, a hundred at a time. */
export const fill = async (server: Pick<Server, "record">, story: string, count: number): Promise<void> => {
  const drafts = longStory(count);
  for (let from = 0; from < count; from += 100) await server.record(story, drafts.slice(from, from + 100));
};
