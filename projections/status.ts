/** Where things stand. */
import * as z from "zod/mini";
import { inStoryOrder } from "../events/order.ts";
import type { StoryEvent } from "../events/registry.ts";
import { get, type Moment, owes, type Standing, type Story } from "../events/story.ts";
import { instant, precision, type Quote } from "../events/values.ts";
import { defineProjection } from "./define.ts";
import {
  headlineOf,
  type MomentOf,
  moment,
  momentOf,
  named,
  party,
  tellerOf,
  told,
  toldPrice,
  words,
  wordsOf,
} from "./shapes.ts";
import { sentenceOf } from "./status-sentence.ts";
import { superseded } from "./superseded.ts";

const stages = [
  "opened",
  "offered",
  "countered",
  "rejected",
  "agreed",
  "withdrawn",
  "lapsed",
  "closed",
  "terminated",
  "concluded",
] as const;
export type Stage = (typeof stages)[number];

type Move = MomentOf & Pick<StoryEvent, "type" | "data">;
type OfferMove = { stage: Stage; offer: string };
type Insult = MomentOf & { by: string; at: string; quote: Quote };
type State = {
  last: Pick<StoryEvent, "occurredAt" | "precision">;
  move?: Move;
  offerMove?: OfferMove;
  insults: number;
  insult?: Insult;
};

const movesTo =
  (stage: Stage) =>
  (state: State, event: { data: { offer: string } } & StoryEvent, { offers }: Moment): void => {
    const { offer } = event.data;
    // Of an offer that was taken down, moves may be left: they make nothing of the story.
    if (get(offers, offer)) state.offerMove = { stage, offer };
    move(state, event);
  };

const move = (state: State, event: StoryEvent): void => {
  state.move = { ...momentOf(event), type: event.type, data: event.data } as Move;
};

/** The offers that stand, newest first: open, and not superseded. */
const standing = ({ offers }: Story): [string, Standing][] => {
  const past = superseded(offers);
  return Object.entries(offers)
    .filter(([slug, { status }]) => status === "open" && !past.has(slug))
    .sort(([, a], [, b]) => inStoryOrder(b, a));
};

/** The stage, by the newest offer that stands, where one does. */
const stageOf = (state: State, story: Story, newest: Standing | undefined): Stage => {
  if (story.concluded) return "concluded";
  if (newest) return newest.inReplyTo === undefined ? "offered" : "countered";
  return state.offerMove?.stage ?? "opened";
};

export const status = defineProjection({
  name: "status",
  revision: 2,
  summary: "Where things stand: the stage, one sentence, the last move, what stands and who owes whom an answer.",
  initial: (): State => ({ last: { occurredAt: "", precision: "second" }, insults: 0 }),
  each: (state, { occurredAt, precision }) => {
    state.last.occurredAt = occurredAt;
    state.last.precision = precision;
  },
  on: {
    OfferMade: movesTo("offered"),
    CounterOffered: movesTo("countered"),
    OfferRevised: movesTo("offered"),
    OfferRejected: movesTo("rejected"),
    OfferAccepted: movesTo("agreed"),
    OfferWithdrawn: movesTo("withdrawn"),
    OfferLapsed: movesTo("lapsed"),
    DealClosed: movesTo("closed"),
    DealTerminated: movesTo("terminated"),
    StatementMade: move,
    InsultPosted: (state, event) => {
      const { by, at, quote } = event.data;
      state.insults += 1;
      state.insult = { ...momentOf(event), by, at, quote };
      move(state, event);
    },
  },
  schema: z
    .strictObject({
      stage: z.enum(stages),
      headline: z.string(),
      lastMove: z.nullable(z.strictObject({ ...moment.shape, type: z.string(), headline: z.string() })),
      standingOffers: z.array(
        z.strictObject({
          offer: z.string(),
          by: party,
          target: party,
          price: z.nullable(toldPrice),
          counter: z.boolean(),
          version: z.int(),
        }),
      ),
      awaiting: z.array(z.strictObject({ ...party.shape, offer: z.string() })),
      insults: z.strictObject({
        count: z.int(),
        latest: z.nullable(z.strictObject({ ...moment.shape, by: party, at: party, ...words })),
      }),
      openQuestions: z.int(),
      outcome: z.optional(z.string()),
      lastOccurredAt: instant,
      lastPrecision: precision,
    })
    .check(z.meta({ id: "Status" })),
  view: (state, story, language) => {
    const tell = tellerOf(story, language);
    const open = standing(story);
    const stage = stageOf(state, story, open[0]?.[1]);
    const { move: last, insult } = state;
    return {
      stage,
      headline: sentenceOf({ stage, offer: open[0]?.[0] ?? state.offerMove?.offer }, story, tell, language),
      lastMove: last ? { ...momentOf(last), type: last.type, headline: headlineOf(last as StoryEvent, tell, language) } : null,
      standingOffers: open.map(([offer, { by, target, price, inReplyTo, version }]) => ({
        offer,
        by: named(tell, by),
        target: named(tell, target),
        price: price ? told(tell, price) : null,
        counter: inReplyTo !== undefined,
        version,
      })),
      awaiting: open
        .filter(([, { countered }]) => !countered)
        .map(([offer, standing]) => ({ ...named(tell, owes(story, standing)), offer })),
      insults: {
        count: state.insults,
        latest: insult
          ? { ...momentOf(insult), by: named(tell, insult.by), at: named(tell, insult.at), ...wordsOf(insult.quote) }
          : null,
      },
      openQuestions: Object.keys(story.introduced.question).filter((question) => get(story.answers, question) === undefined)
        .length,
      outcome: story.concluded?.outcome,
      // A story of which nothing is left, once it was taken down, was last heard of when that was recorded.
      lastOccurredAt: state.last.occurredAt || story.recordedAt,
      lastPrecision: state.last.precision,
    };
  },
});
