/** The timeline: a page of entries in story order, each with what became of it. It is read through an index, not folded. */
import * as z from "zod/mini";
import { effective } from "../events/amend.ts";
import type { Kind } from "../events/define.ts";
import { inStoryOrder, orderKey, type Place } from "../events/order.ts";
import { referencesOf } from "../events/references.ts";
import { definitionOf, isTakenDown, type LogEntry, type StoryEvent } from "../events/registry.ts";
import { type Amendment, get, type Story } from "../events/story.ts";
import type { Language, Teller } from "../events/tell.ts";
import { upcast } from "../events/upcast.ts";
import type { Price, Quote } from "../events/values.ts";
import { instant } from "../events/values.ts";
import { saying, sayingOf } from "./corrections.ts";
import { headlineOf, named, party, tellerOf, told, toldPrice, words, wordsOf } from "./shapes.ts";

const amended = z.strictObject({ version: z.int(), reason: z.string(), recordedAt: instant, recordedBy: z.string() });

const entry = z
  .strictObject({
    version: z.int(),
    /** The version that amended it last; its own where none did. */
    lastVersion: z.int(),
    type: z.string(),
    ...saying.shape,
    recordedAt: instant,
    recordedBy: z.string(),
    parties: z.array(party),
    quote: z.optional(words.quote),
    translation: words.translation,
    offer: z.optional(z.strictObject({ offer: z.string(), by: party, target: party, price: z.nullable(toldPrice) })),
    corrected: z.array(z.strictObject({ ...amended.shape, before: saying })),
    retracted: z.nullable(amended),
    /** Set on what was taken down: its words are gone, and it stands in its place. */
    takenDown: z.nullable(
      z.strictObject({
        version: z.nullable(z.int()),
        reason: z.nullable(z.string()),
        recordedAt: z.nullable(instant),
        recordedBy: z.nullable(z.string()),
      }),
    ),
  })
  .check(z.meta({ id: "Entry" }));
export type Entry = z.infer<typeof entry>;

/** How many entries a page has. */
export const pageSize = 50;
export type Order = "asc" | "desc";
/** What is asked for: entries after a place, and of these the ones added or amended since a version, of a kind, or about a party. */
export type PageQuery = {
  order: Order;
  after?: Place | undefined;
  since?: number | undefined;
  kind?: Kind | undefined;
  party?: string | undefined;
};

export const timeline = {
  name: "timeline",
  revision: 2,
  summary: "The entries, newest first in story order, 50 a page, each with what became of it.",
  schema: z
    .strictObject({ order: z.enum(["asc", "desc"]), entries: z.array(entry), next: z.nullable(z.string()) })
    .check(z.meta({ id: "Timeline" })),
} as const;

/** Every entry of a story that an amendment changed, by the version of the event. */
export const amendmentsByEvent = ({ amendments }: Story): Map<number, Amendment[]> =>
  Map.groupBy(amendments, ({ event }) => event);

/** An event, as it was recorded, or what is left of it, and its amendments in log order. */
export type Told = { event: LogEntry; amendments: readonly Amendment[] };

/** What an event says now; for a retracted one, what it said last. */
const lastSaid = ({ event, amendments }: Told): Amendment["before"] => {
  const last = amendments.at(-1);
  return last ? (last.after ?? last.before) : event;
};

/** Where an entry stands today. */
export const placeOf = (entry: Told): Place => ({
  at: orderKey(lastSaid(entry).occurredAt),
  version: entry.event.version,
});

/** The order of a page. */
export const byPlace =
  (order: Order) =>
  (a: Place, b: Place): number =>
    order === "asc" ? inStoryOrder(a, b) : inStoryOrder(b, a);

/** Whether a page that asks for those of a version, a kind or a party shows the entry. */
export const isAsked = (told: Told, { since, kind, party }: PageQuery, story: Story): boolean =>
  (since === undefined || lastVersion(told) > since) &&
  (kind === undefined || definitionOf(told.event.type).kind === kind) &&
  (party === undefined || isAbout(told, party, story));

/** The version that added an entry, or amended it last. */
const lastVersion = ({ event, amendments }: Told): number => amendments.at(-1)?.version ?? event.version;

/** Whether an entry names a party, or an offer that the party made, received or is the target of. */
const isAbout = (told: Told, party: string, story: Story): boolean => {
  const said = lastSaid(told);
  if (!("data" in said)) return false;
  const offers = offersOf(party, story);
  return referencesOf(told.event.type, said.data).some(
    ({ kind, name }) => (kind === "party" && name === party) || (kind === "offer" && offers.includes(String(name))),
  );
};

/** The offers that a party made, received or is the target of. */
export const offersOf = (party: string, { offers }: Story): string[] =>
  Object.entries(offers)
    .filter(([, { by, to, target }]) => [by, to, target].includes(party))
    .map(([slug]) => slug);

/** One page of a log that was read whole, whose fold is `story`: the same as one that was read through the index. */
export const pageOfLog = (log: readonly LogEntry[], query: PageQuery, story: Story): Told[] => {
  const { order, after } = query;
  const { amendments } = effective(log);
  const byEvent = Map.groupBy(amendments, ({ event }) => event);
  const compare = byPlace(order);
  return log
    .filter(({ type }) => !definitionOf(type).editorial)
    .map((event) => toldOf(event, byEvent))
    .filter((entry) => isAsked(entry, query, story))
    .map((entry) => ({ ...entry, place: placeOf(entry) }))
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place))
    .slice(0, pageSize + 1);
};

/** An entry of the log, in today's shape, with its amendments. */
export const toldOf = (event: LogEntry, amendments: ReadonlyMap<number, readonly Amendment[]>): Told => ({
  event: isTakenDown(event) ? event : upcast(event),
  amendments: amendments.get(event.version) ?? [],
});

/** Tells entries to a reader. */
export const entriesOf = (told: readonly Told[], story: Story, language: Language): Entry[] => {
  const tell = tellerOf(story, language);
  return told.map((one) => entryOf(one, story, tell, language));
};

const entryOf = (one: Told, story: Story, tell: Teller, language: Language): Entry => {
  const { event, amendments } = one;
  const said = lastSaid(one);
  const { version, type, recordedAt, recordedBy } = event;
  const data = "data" in said ? said.data : {};
  const headline = (words: unknown) => headlineOf({ type, data: words } as StoryEvent, tell, language);
  const { quote, price } = data as { quote?: Quote; price?: Price };
  const references = "data" in said ? referencesOf(type, data) : [];
  const parties = new Set(references.flatMap(({ kind, name }) => (kind === "party" ? String(name) : [])));
  const offer = references.find(({ kind }) => kind === "offer")?.name;
  return {
    version,
    lastVersion: lastVersion(one),
    type,
    ...("data" in said ? sayingOf(said, headline(data)) : sayingOf({ ...said, data }, takenDown[language])),
    recordedAt,
    recordedBy,
    parties: [...parties].map((slug) => named(tell, slug)),
    ...(quote ? wordsOf(quote) : {}),
    offer: offer === undefined ? undefined : offerOf(String(offer), story, tell, price),
    corrected: amendments.flatMap(({ kind, before, ...amendment }) =>
      kind === "corrected" && "data" in before ? { ...why(amendment), before: sayingOf(before, headline(before.data)) } : [],
    ),
    retracted: endOf(amendments, "retracted") ?? null,
    takenDown: isTakenDown(event) ? (endOf(amendments, "taken-down") ?? untold) : null,
  };
};

const takenDown: Record<Language, string> = { en: "This entry was taken down", fr: "Cette entrée a été retirée" };

/** Where the log is read as it was before the takedown, it does not say who or why. */
const untold = { version: null, reason: null, recordedAt: null, recordedBy: null };

const endOf = (amendments: readonly Amendment[], wanted: Amendment["kind"]) => {
  const end = amendments.find(({ kind }) => kind === wanted);
  return end && why(end);
};

const why = ({
  version,
  reason,
  recordedAt,
  recordedBy,
}: Pick<Amendment, "version" | "reason" | "recordedAt" | "recordedBy">) => ({ version, reason, recordedAt, recordedBy });

const offerOf = (slug: string, story: Story, tell: Teller, price: Price | undefined): Entry["offer"] => {
  const standing = get(story.offers, slug);
  if (!standing) return undefined;
  const at = price ?? standing.price;
  return { offer: slug, by: named(tell, standing.by), target: named(tell, standing.target), price: at ? told(tell, at) : null };
};
