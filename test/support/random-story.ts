/** Random stories: events of every type at any time, late ones, corrections and retractions, of which the rules admit what they admit. */
import * as fc from "fast-check";
import type { Verdict } from "../../events/admit.ts";
import type { Refusal } from "../../events/define.ts";
import { addresseesOf } from "../../events/offers/addressees.ts";
import { postedTypes } from "../../events/parse.ts";
import { referencesOf } from "../../events/references.ts";
import { definitionOf, type EventOf, type EventType, type StoryEvent } from "../../events/registry.ts";
import { get } from "../../events/story.ts";
import { textsOf } from "../../events/texts.ts";
import { listOf } from "../../events/values.ts";
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
  /** Offers are made to others than their makers, and answered by those who decide on them. */
  sensible: boolean;
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
  OfferMade: 9,
  CounterOffered: 6,
  OfferRevised: 5,
  OfferRejected: 4,
  OfferAccepted: 8,
  DealClosed: 6,
  DealTerminated: 5,
  QuestionRaised: 3,
  QuestionAnswered: 3,
  StoryOpened: 1,
  StorySummarised: 1,
  StoryConcluded: 2,
  StoryReopened: 6,
  WordsTakenBack: 4,
  ReportConfirmed: 3,
  ReportDenied: 3,
  TextTranslated: 3,
  EventCorrected: 10,
  EventRetracted: 5,
  EventReinstated: 3,
};

const oneIn = (times: number): fc.Arbitrary<boolean> => fc.integer({ min: 1, max: times }).map((rolled) => rolled === 1);

const candidate: fc.Arbitrary<Candidate> = fc.record({
  said: fc.oneof(...postedTypes.map((type) => ({ weight: weights[type] ?? 2, arbitrary: saidOf(type) }))),
  offset: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 5, arbitrary: fc.integer({ min: -3000, max: 0 }) },
  ),
  spelling,
  pick: fc.nat(),
  wild: oneIn(10),
  sensible: fc.integer({ min: 1, max: 4 }).map((rolled) => rolled > 1),
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
  sensible: true,
  replaces: { time: false, data: false, precision: false, slug: false },
});

const introduction = (party: string) =>
  saidOf("PartyIntroduced").map(({ data: { of: _, ...data }, ...said }: Said & { data: { of?: string } }) => ({
    ...said,
    data: { ...data, party },
  }));
const opening = fc
  .tuple(saidOf("StoryOpened"), ...slugs.party.slice(0, 3).map(introduction), saidOf("OfferMade"), saidOf("QuestionRaised"))
  .map((all) => all.map(plain));

/** A random story. `distinct`: no two events ever happen at the same time, as exactly as it is known. */
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
  const place = { log, before: version };
  const data = definitionOf(said.type).amends
    ? amendment(candidate, log, its)
    : onceEach(sensible(said.type, fitting(said.type, said.data, candidate, place), candidate, place));
  // A conclusion mostly ends the story, and does not come in its midst.
  const offset = candidate.offset + (said.type === "StoryConcluded" && candidate.offset > 0 ? 2000 : 0);
  const exactly = its.distinct ? { precision: "second" } : {};
  const draft = { ...said, ...exactly, data, occurredAt: timeOf(its, offset, candidate) };
  // A draft's precision is one of the schema's.
  return recordedAs(draft as Parameters<typeof recordedAs>[0], version);
};

const timeOf = ({ turn, distinct }: Turn, offset: number, { spelling }: Candidate, slot = 0): string => {
  const seconds = turn * 20 + offset;
  const { zone, fraction } = spelling;
  return instantAt(distinct ? seconds * 100 + slot + turn : Math.trunc(seconds / 10), zone, fraction);
};

type Place = { log: Log; before: number };

/** The data, with names that the story knows in place of those that it does not, and versions that are there: those below `before`. */
const fitting = (type: EventType, data: object, { pick, wild }: Candidate, { log, before }: Place): object =>
  referencesOf(type, data).reduce((changed, { kind, name, pointer, introduces }) => {
    if (kind === "version") return put(changed, pointer, versionFor(type, log, before, pick) ?? 1 + (Number(name) % before));
    const known = Object.keys(log.story.introduced[kind]);
    const fit = introduces ? slugs[kind].filter((slug) => !known.includes(slug)) : known;
    return wild || fit.length === 0 || fit.includes(String(name)) ? changed : put(changed, pointer, fit[pick % fit.length]);
  }, data);

/** Which events can be named: those with words to take back, those that were only reported. Where there are none, any. */
const namable: Partial<Record<EventType, (event: StoryEvent) => boolean>> = {
  WordsTakenBack: ({ data }) => "quote" in data,
  ReportConfirmed: ({ certainty }) => certainty === "reported",
  ReportDenied: ({ certainty }) => certainty === "reported",
  TextTranslated: ({ data }) => Object.keys(textsOf(data)).length > 0,
};

const versionFor = (type: EventType, { events }: Log, before: number, pick: number): number | undefined => {
  const fit = events.filter((event) => event.version < before && (namable[type]?.(event) ?? true));
  return fit[pick % fit.length]?.version;
};

/** The data, whose lists name each slug once. */
const onceEach = (data: object): object =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      Array.isArray(value) && value.every((item) => typeof item === "string") ? [...new Set(value)] : value,
    ]),
  );

type Offered = { offer?: string; by?: string; inReplyTo?: string; partners?: string[]; subjectTo?: string | string[] } & Record<
  string,
  unknown
>;

/** What is said of offers, so that it is mostly admitted, where the candidate says so. */
const sensible = (type: EventType, data: object, candidate: Candidate, { log }: Place): object => {
  const { story } = log;
  const { offer: slug, by = "", inReplyTo, partners, subjectTo, ...rest } = data as Offered;
  const offer = get(story.offers, String(slug));
  if (!candidate.sensible) return data;
  if (type === "TextTranslated") return translating(data as EventOf<"TextTranslated">["data"], candidate, log);
  if (type === "OfferAccepted" || type === "OfferRejected") {
    const deciding = offer ? addresseesOf(story, offer) : [];
    return deciding.length > 0 ? { ...data, by: deciding } : data;
  }
  if (type === "OfferRevised") {
    const { to: _, subject: __, ...revision } = rest;
    return { ...revision, offer: slug };
  }
  if (type !== "OfferMade" && type !== "CounterOffered") return data;
  const answered = inReplyTo === undefined ? undefined : get(story.offers, inReplyTo);
  const maker = (answered && addresseesOf(story, answered)[0]) ?? by;
  const others = Object.keys(story.introduced.party).filter((party) => party !== maker);
  const to = answered?.by ?? others[candidate.pick % others.length];
  const isThird = (party: string): boolean => party !== maker && party !== to;
  const third = listOf(subjectTo).filter(isThird);
  const partnered = partners && { partners: partners.filter((party) => isThird(party) && !third.includes(party)) };
  const { expiresAt: _, ...lasting } = rest;
  const reply = inReplyTo === undefined ? {} : { inReplyTo };
  return { ...lasting, offer: slug, by: maker, to, ...reply, ...partnered, ...(third.length > 0 ? { subjectTo: third } : {}) };
};

/** A translation of all that an event says, as it was recorded: each text with a mark before it. */
const translating = (data: EventOf<"TextTranslated">["data"], { pick }: Candidate, { events }: Log): object => {
  const own = textsOf(events[data.event - 1]?.data ?? {});
  const told = Object.entries(own).map(([field, text]) => [
    field,
    typeof text === "string" ? said(text) : (text ?? []).map(said),
  ]);
  return { ...data, language: ["fr", "fr-CA", "de"][pick % 3], texts: Object.fromEntries(told) };
};
const said = (text: string): string => `¶ ${text.slice(0, 100).toWellFormed()}`.normalize("NFC");

/** The data, with another value where the pointer points. */
export const put = (data: object, pointer: string, value: unknown): object =>
  changedAt(data, pointer.split("/").slice(2), () => value);

/** What an amendment says: it names an event that has been told, and a correction takes new data from another of its type. */
const amendment = (candidate: Candidate, { events, story }: Log, its: Turn): object => {
  const { said, pick, replaces } = candidate;
  const retracted = story.amendments.filter(({ kind }) => kind === "retracted").map(({ event }) => event);
  const targets = events.filter(
    ({ type, version }) => !definitionOf(type).amends && (said.type !== "EventReinstated" || retracted.includes(version)),
  );
  const target = targets[pick % targets.length];
  const isMinor = "edit" in said.data && said.data.edit === "minor" && !replaces.slug;
  const data = { ...said.data, ...(isMinor ? { edit: "update", reason: "It is so now." } : {}), event: target?.version ?? 1 };
  if (!target || !("replacement" in data)) return data;
  const replacement = {
    ...(replaces.data ? { data: otherData(target, candidate, its, { events, story }) } : {}),
    ...(replaces.time ? { occurredAt: timeOf(its, candidate.offset, candidate, 50) } : {}),
    ...(replaces.precision || !(replaces.data || replaces.time) ? { precision: its.distinct ? "second" : "day" } : {}),
  };
  return { ...data, replacement };
};

const otherData = (target: StoryEvent, candidate: Candidate, { turns }: Turn, log: Log): object => {
  const { pick, replaces } = candidate;
  const others = turns.filter(({ said }) => said.type === target.type);
  const other = others[pick % others.length]?.said.data ?? target.data;
  const data = onceEach(fitting(target.type, other, candidate, { log, before: target.version }));
  if (replaces.slug) return data;
  const own = referencesOf(target.type, target.data).filter(({ introduces }) => introduces);
  return own.reduce((kept, { pointer, name }) => put(kept, pointer, name), data);
};
