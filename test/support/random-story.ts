/** Random stories: events of every type at any time, late ones, corrections and retractions, of which the rules admit what they admit. */
import * as fc from "fast-check";
import type { Verdict } from "../../events/admit.ts";
import type { Refusal } from "../../events/define.ts";
import { postedTypes } from "../../events/parse.ts";
import { referencesOf } from "../../events/references.ts";
import { definitionOf, type EventType, type StoryEvent } from "../../events/registry.ts";
import type { Story } from "../../events/story.ts";
import { instantAt, type Said, saidOf, slugs, spelling } from "./arbitrary.ts";
import { emptyLog, type Log, recordEvent, recordedAs } from "./recorder.ts";
import { changedAt } from "./sealed.ts";

/** What may come next: an event, and how its time and its references are taken. */
type Candidate = {
  said: Said;
  /** Seconds from its turn: before it, the event is late. */
  offset: number;
  spelling: { zone: number; fraction: string };
  /** Which event is corrected or retracted, by what, and which of the story's names stand for those that it does not know. */
  pick: number;
  /** Its names are left as they are, known or not. */
  wild: boolean;
  replaces: { time: boolean; data: boolean; precision: boolean; slug: boolean };
};

/** A story that was told, and what was not admitted to it. */
export type Told = {
  log: Log;
  verdicts: Verdict["kind"][];
  refused: { event: StoryEvent; refusals: Refusal[] }[];
  invalid: StoryEvent[];
};

/** How often a type is tried, where it is not twice: offers need each other to come to something. */
const weights: Partial<Record<EventType, number>> = {
  OfferMade: 4,
  CounterOffered: 4,
  OfferRevised: 4,
  OfferRejected: 4,
  OfferAccepted: 6,
  DealClosed: 5,
  DealTerminated: 3,
  QuestionRaised: 3,
  QuestionAnswered: 3,
  StoryOpened: 1,
  StoryConcluded: 1,
  EventCorrected: 10,
  EventRetracted: 4,
};

const oneIn = (times: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: times }).map((rolled) => rolled === 1);

const candidate: fc.Arbitrary<Candidate> = fc.record({
  said: fc.oneof(...postedTypes.map((type) => ({ weight: weights[type] ?? 2, arbitrary: saidOf(type) }))),
  offset: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 2, arbitrary: fc.integer({ min: -3000, max: 0 }) },
  ),
  spelling,
  pick: fc.nat(),
  wild: oneIn(10),
  replaces: fc.record({
    time: fc.boolean(),
    data: fc.boolean(),
    precision: fc.boolean(),
    slug: oneIn(6),
  }),
});

const plain = (said: Said): Candidate => ({
  said,
  offset: 0,
  spelling: { zone: 0, fraction: "" },
  pick: 0,
  wild: false,
  replaces: { time: false, data: false, precision: false, slug: false },
});

const introduction = (party: string) => saidOf("PartyIntroduced").map((said) => ({ ...said, data: { ...said.data, party } }));
const opening = fc
  .tuple(saidOf("StoryOpened"), ...slugs.party.slice(0, 3).map(introduction), saidOf("OfferMade"), saidOf("QuestionRaised"))
  .map((all) => all.map(plain));

/** A random story. `distinct`: no two events ever happen at the same time. */
export const story = ({ least = 5, most = 40, distinct = false } = {}): fc.Arbitrary<Told> =>
  fc
    .tuple(opening, fc.array(candidate, { minLength: least, maxLength: most, size: "max" }))
    .map(([beginning, candidates]) => readable(tell(beginning, candidates, distinct)));

/** What a failure shows of a story: a line for each of its events. */
const readable = (told: Told): Told => {
  const lines = () =>
    told.log.events.map(({ version, type, occurredAt, data }) => `${version} ${occurredAt} ${type} ${JSON.stringify(data)}`);
  return Object.assign(told, { [fc.toStringMethod]: () => lines().join("\n") });
};

const tell = (beginning: readonly Candidate[], candidates: readonly Candidate[], distinct: boolean): Told => {
  const told: Told = { log: emptyLog, verdicts: [], refused: [], invalid: [] };
  const turns = [...beginning, ...candidates];
  for (const [turn, candidate] of turns.entries()) {
    const event = eventOf(candidate, told.log, { turns, turn, distinct });
    const outcome = recordEvent(told.log, event);
    if (outcome.kind === "refused") told.refused.push({ event, refusals: outcome.refusals });
    else if (outcome.kind === "invalid") told.invalid.push(event);
    else {
      told.log = outcome.log;
      told.verdicts.push(outcome.verdict);
    }
  }
  return told;
};

type Turn = { turns: readonly Candidate[]; turn: number; distinct: boolean };

const eventOf = (candidate: Candidate, log: Log, its: Turn): StoryEvent => {
  const { said } = candidate;
  const version = log.events.length + 1;
  const { editorial } = definitionOf(said.type);
  const data = editorial
    ? amendment(candidate, log, its)
    : fitting(said.type, said.data, candidate, { story: log.story, before: version });
  // A conclusion mostly ends the story, and does not come in its midst.
  const offset = candidate.offset + (said.type === "StoryConcluded" && candidate.offset > 0 ? 2000 : 0);
  // A draft's precision is one of the schema's.
  return recordedAs({ ...said, data, occurredAt: timeOf(its, offset, candidate) } as Parameters<typeof recordedAs>[0], version);
};

const timeOf = ({ turn, distinct }: Turn, offset: number, { spelling }: Candidate, slot = 0): string => {
  const seconds = turn * 20 + offset;
  const { zone, fraction } = spelling;
  return instantAt(distinct ? seconds * 100 + slot + turn : Math.trunc(seconds / 10), zone, fraction);
};

type Place = { story: Story; before: number };

/** The data, with names that the story knows in place of those that it does not, and versions that are there: those below `before`. */
const fitting = (type: EventType, data: object, { pick, wild }: Candidate, { story, before }: Place): object =>
  referencesOf(type, data).reduce((changed, { kind, name, pointer, introduces }) => {
    if (kind === "version") return put(changed, pointer, 1 + (Number(name) % Math.max(before - 1, 1)));
    const known = Object.keys(story.introduced[kind]);
    const fit = introduces ? slugs[kind].filter((slug) => !known.includes(slug)) : known;
    return wild || fit.length === 0 || fit.includes(String(name)) ? changed : put(changed, pointer, fit[pick % fit.length]);
  }, data);

/** The data, with another value where the pointer points. */
export const put = (data: object, pointer: string, value: unknown): object =>
  changedAt(data, pointer.split("/").slice(2), () => value);

/** What a correction or a retraction says: it names an event about the world, and takes new data from another of its type. */
const amendment = (candidate: Candidate, { events, story }: Log, its: Turn): object => {
  const { said, pick, replaces } = candidate;
  const targets = events.filter(({ type }) => !definitionOf(type).editorial);
  const target = targets[pick % targets.length];
  const data = { ...said.data, event: target?.version ?? 1 };
  if (!target || !("replacement" in data)) return data;
  const replacement = {
    ...(replaces.data ? { data: otherData(target, candidate, its, story) } : {}),
    ...(replaces.time ? { occurredAt: timeOf(its, candidate.offset, candidate, 50) } : {}),
    ...(replaces.precision || !(replaces.data || replaces.time) ? { precision: "day" } : {}),
  };
  return { ...data, replacement };
};

const otherData = (target: StoryEvent, candidate: Candidate, { turns }: Turn, story: Story): object => {
  const { pick, replaces } = candidate;
  const others = turns.filter(({ said }) => said.type === target.type);
  const other = others[pick % others.length]?.said.data ?? target.data;
  const data = fitting(target.type, other, candidate, { story, before: target.version });
  if (replaces.slug) return data;
  const own = referencesOf(target.type, target.data).filter(({ introduces }) => introduces);
  return own.reduce((kept, { pointer, name }) => put(kept, pointer, name), data);
};
