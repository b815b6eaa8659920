/** Where things stand. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import { blockersOf } from "../events/offers/addressees.ts";
import { agreementsOf, awaitedOn, standingOffers, stillToAgree } from "../events/offers/standing.ts";
import { inStoryOrder } from "../events/order.ts";
import { definitionOf } from "../events/registry.ts";
import { get, type Moment, type Offer, type Place, type Story } from "../events/story.ts";
import type { Language } from "../events/tell/languages.ts";
import { type StoryIn, textIn } from "../events/tell/story-in.ts";
import { instant, precision } from "../events/values.ts";
import { type Announced, announce, announcedIn, announcement, comingOf } from "./coming.ts";
import { defineProjection } from "./define.ts";
import { enterFreshness, type Freshness } from "./freshness.ts";
import { insult, insultOf } from "./insults.ts";
import { emptyLedger, enter, type Ledger, ledgerIn } from "./ledger.ts";
import { bidOf } from "./sentence/bid.ts";
import { renderSituation } from "./sentence/render.ts";
import { stages } from "./sentence/situation.ts";
import { situationOf } from "./sentence/where.ts";
import {
  headline,
  headlineAt,
  moment,
  momentOf,
  named,
  party,
  priceOf,
  type Telling,
  takenBack,
  takenBackOf,
  textLanguage,
  textLanguageOf,
  toldPrice,
  toldRuns,
} from "./shapes.ts";

/** What the status is told by. */
export type StatusState = Freshness & {
  /** When the newest thing of all happened, what tells of the record included where there is nothing else. */
  last?: Moment & Place & { isNews: boolean };
  /** The newest thing that happened. */
  move?: Moment & Place & Telling;
  development?: Place & { headline: string };
  /** The newest of the key moments, in story order. */
  keys: (Moment & Place & Telling)[];
  insults: Ledger;
  announced: Announced;
};

/** So many key moments are kept. */
const mostKeys = 10;

const stand =
  describes &&
  z.strictObject({
    offer: z.string(),
    version: z.int(),
    by: party,
    partners: z.array(party),
    addressees: z.array(party),
    target: z.optional(party),
    subject: z.optional(z.string()),
    ...textLanguage,
    price: z.nullable(toldPrice),
    counter: z.boolean(),
  });

const standOf = (story: StoryIn, language: Language, [slug, offer]: [string, Offer]): z.infer<typeof stand> => {
  const name = (party: string) => named(story, language, party);
  const { by, partners, target, subject, price, inReplyTo, version } = offer;
  return {
    offer: slug,
    version,
    by: name(by),
    partners: partners.map(name),
    addressees: bidOf(story, [slug, offer]).to.map(({ party }) => name(party)),
    target: target === undefined ? undefined : name(target),
    subject,
    ...textLanguageOf(story, subject),
    price: price ? priceOf(language, price) : null,
    counter: inReplyTo !== undefined,
  };
};

const adviceOf = (story: Story, language: Language, entry: [string, Offer]) => {
  const { against, inFavour } = bidOf(story, entry);
  return [
    ...against.map(({ party }) => ({ ...named(story, language, party), inFavour: false })),
    ...inFavour.map(({ party }) => ({ ...named(story, language, party), inFavour: true })),
  ];
};

const blockersIn = (story: Story, language: Language) =>
  Object.entries(story.offers)
    .filter(([, { aside }]) => !aside)
    .flatMap(([offer, blocked]) =>
      blockersOf(story, blocked).map(({ party, body }) => ({
        offer,
        ...named(story, language, party),
        body: named(story, language, body),
      })),
    );

const awaited = (
  story: Story,
  standing: [string, Offer][],
  agreements: [string, Offer][],
): { offer: string; party: string }[] => [
  ...standing.flatMap(([offer, entry]) => awaitedOn(story, entry).map((party) => ({ offer, party }))),
  ...agreements.flatMap(([offer, entry]) => stillToAgree(entry).map((party) => ({ offer, party }))),
];

const openQuestions = ({ introduced, answers }: Story): number =>
  Object.keys(introduced.question).filter((question) => get(answers, question) === undefined).length;

export const status = defineProjection({
  name: "status",
  revision: 5,
  summary:
    describes &&
    "Where things stand: the stage, one sentence, the last move, what is agreed and what stands, who owes whom an answer, who blocks it, the key moments, and what happens next.",
  initial: (): StatusState => ({ insults: emptyLedger(), announced: {}, keys: [] }),
  each: (state, event, place) => {
    const isNews = !definitionOf(event.type).editorial;
    const { occurredAt, precision, version, type, data, certainty, key } = event;
    const here = { version, place };
    if (key) noteKey(state.keys, { ...here, occurredAt, precision, type, data, certainty });
    enterFreshness(state, event, place, isNews);
    if (isNews && isNewer(here, state.move)) state.move = { ...here, occurredAt, precision, type, data, certainty };
    const isFirstNews = isNews && state.last?.isNews === false;
    if (isFirstNews || (isNews === (state.last?.isNews ?? isNews) && isNewer(here, state.last)))
      state.last = { ...here, occurredAt, precision, isNews };
  },
  on: {
    DevelopmentReported: (state, { version, data: { headline } }, place) => {
      if (isNewer({ version, place }, state.development)) state.development = { version, place, headline };
    },
    InsultPosted: (state, event, place) => enter(state.insults, event, place, 1),
    DateAnnounced: (state, event) => announce(state.announced, event),
  },
  schema:
    describes &&
    z
      .strictObject({
        stage: z.enum(stages),
        ...headline,
        lastMove: z.nullable(z.strictObject({ ...moment.shape, type: z.string(), ...headline })),
        agreements: z.array(z.strictObject({ ...stand.shape, toAgree: z.array(party) })),
        standingOffers: z.array(
          z.strictObject({
            ...stand.shape,
            expiresAt: z.optional(instant),
            advice: z.array(z.strictObject({ ...party.shape, inFavour: z.boolean() })),
          }),
        ),
        awaiting: z.array(z.strictObject({ ...party.shape, offer: z.string() })),
        blockedBy: z.array(z.strictObject({ ...party.shape, body: party, offer: z.string() })),
        insults: z.strictObject({ count: z.int(), latest: z.nullable(insult) }),
        openQuestions: z.int(),
        next: z.array(announcement),
        keyMoments: z.array(z.strictObject({ ...moment.shape, ...headline, takenBack: z.array(takenBack) })),
        outcome: z.optional(z.string()),
        ...textLanguage,
        lastOccurredAt: instant,
        lastPrecision: precision,
      })
      .check(z.meta({ id: "Status" })),
  view: (state, story, language) => {
    const [standing, agreements] = [standingOffers(story), agreementsOf(story)];
    const { move, last = { occurredAt: story.recordedAt, precision: "second" as const } } = state;
    const latest = state.insults.latest.at(-1);
    return {
      ...whereItStands(state, story, language),
      lastMove: move ? { ...momentOf(move), type: move.type, ...headlineAt(story, language, move, move.place) } : null,
      agreements: agreements.map((entry) => ({
        ...standOf(story, language, entry),
        toAgree: stillToAgree(entry[1]).map((party) => named(story, language, party)),
      })),
      standingOffers: standing.map((entry) => ({
        ...standOf(story, language, entry),
        expiresAt: entry[1].expiresAt,
        advice: adviceOf(story, language, entry),
      })),
      awaiting: awaited(story, standing, agreements).map(({ offer, party }) => ({ ...named(story, language, party), offer })),
      blockedBy: blockersIn(story, language),
      insults: { count: state.insults.total, latest: latest ? insultOf(story, language, latest) : null },
      openQuestions: openQuestions(story),
      next: comingOf(state.announced, story, last).map(({ parties, ...date }) => ({
        ...date,
        ...announcedIn(story, date),
        parties: parties.map((party) => named(story, language, party)),
      })),
      keyMoments: state.keys.toReversed().map((one) => ({
        ...momentOf(one),
        ...headlineAt(story, language, one, one.place),
        takenBack: takenBackOf(story, language, one.version),
      })),
      outcome: story.concluded?.outcome,
      ...textLanguageOf(story, story.concluded?.outcome),
      lastOccurredAt: last.occurredAt,
      lastPrecision: last.precision,
    };
  },
});

/** The stage and the one sentence, in a language: as the view tells them, without the rest of it. */
export const whereItStands = (state: StatusState, story: StoryIn, language: Language) => {
  const situation = situationOf(story, { development: developmentIn(story, state), insults: ledgerIn(state.insults, story) });
  const { occurredAt } = state.last ?? { occurredAt: story.recordedAt };
  return { stage: situation.stage, ...toldRuns(renderSituation(situation, language, yearOf(occurredAt))) };
};

const developmentIn = (story: StoryIn, { development }: StatusState): string | undefined =>
  development && textIn(story, development.version, "headline", development.headline);

/** Takes note of a key moment where it stands in story order; the oldest makes room. */
const noteKey = (keys: StatusState["keys"], key: StatusState["keys"][number]): void => {
  keys.push(key);
  keys.sort(inStoryOrder);
  if (keys.length > mostKeys) keys.shift();
};

/** Whether an event stands after another in story order, or there is no other. */
const isNewer = (place: Place, other: Place | undefined): boolean => !other || inStoryOrder(place, other) > 0;

const yearOf = (occurredAt: string): number => Number(occurredAt.slice(0, 4));
