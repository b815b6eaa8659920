/** The timeline: a page of entries in story order, each with what became of it. It is read through an index, not folded. */
import * as z from "zod";
import { effective } from "../events/amend.ts";
import { inStoryOrder, orderKey, type Place } from "../events/order.ts";
import { referencesOf } from "../events/references.ts";
import { definitionOf, type StoryEvent } from "../events/registry.ts";
import { type Amendment, get, type Story } from "../events/story.ts";
import type { Language, Teller } from "../events/tell.ts";
import type { Price, Quote } from "../events/values.ts";
import { instant } from "../events/values.ts";
import { saying, sayingOf } from "./corrections.ts";
import { headlineOf, named, party, tellerOf, told, toldPrice, words, wordsOf } from "./shapes.ts";

const amended = z.strictObject({ version: z.int(), reason: z.string(), recordedAt: instant, recordedBy: z.string() });

const entry = z
  .strictObject({
    version: z.int(),
    type: z.string(),
    ...saying.shape,
    recordedAt: instant,
    recordedBy: z.string(),
    parties: z.array(party),
    quote: words.quote.optional(),
    translation: words.translation,
    offer: z.strictObject({ offer: z.string(), by: party, target: party, price: toldPrice.nullable() }).optional(),
    corrected: z.array(z.strictObject({ ...amended.shape, before: saying })),
    retracted: amended.nullable(),
  })
  .meta({ id: "Entry" });
export type Entry = z.infer<typeof entry>;

/** How many entries a page has. */
export const pageSize = 50;
export type Order = "asc" | "desc";
export type PageQuery = { order: Order; after?: Place | undefined; since?: number | undefined };

export const timeline = {
  name: "timeline",
  revision: 1,
  summary: "The entries, newest first in story order, 50 a page, each with what became of it.",
  schema: z
    .strictObject({ order: z.enum(["asc", "desc"]), entries: z.array(entry), next: z.string().nullable() })
    .meta({ id: "Timeline" }),
} as const;

/** Every entry of a story that an amendment changed, by the version of the event. */
export const amendmentsByEvent = ({ amendments }: Story): Map<number, Amendment[]> =>
  Map.groupBy(amendments, ({ event }) => event);

/** An event, as it was recorded, and its amendments in log order. */
export type Told = { event: StoryEvent; amendments: readonly Amendment[] };

/** What an event says now; for a retracted one, what it said last. */
const lastSaid = ({ event, amendments }: Told) => {
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

/** Whether an entry was added or amended after that version. */
export const isSince = ({ event, amendments }: Told, since: number): boolean =>
  event.version > since || amendments.some(({ version }) => version > since);

/** One page of a log that was read whole: the same as one that was read through the index. */
export const pageOfLog = (log: readonly StoryEvent[], { order, after, since }: PageQuery): Told[] => {
  const { amendments } = effective(log);
  const byEvent = Map.groupBy(amendments, ({ event }) => event);
  const compare = byPlace(order);
  return log
    .filter(({ type }) => !definitionOf(type).editorial)
    .map((event) => ({ event, amendments: byEvent.get(event.version) ?? [] }))
    .filter((entry) => since === undefined || isSince(entry, since))
    .map((entry) => ({ ...entry, place: placeOf(entry) }))
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place))
    .slice(0, pageSize + 1);
};

/** Tells entries to a reader. */
export const entriesOf = (told: readonly Told[], story: Story, language: Language): Entry[] => {
  const tell = tellerOf(story, language);
  return told.map((one) => entryOf(one, story, tell, language));
};

const entryOf = (one: Told, story: Story, tell: Teller, language: Language): Entry => {
  const { event, amendments } = one;
  const said = { ...event, ...lastSaid(one) } as StoryEvent;
  const headline = (data: unknown) => headlineOf({ type: event.type, data } as StoryEvent, tell, language);
  const references = referencesOf(event.type, said.data);
  const parties = new Set(references.flatMap(({ kind, name }) => (kind === "party" ? String(name) : [])));
  const offer = references.find(({ kind }) => kind === "offer")?.name;
  const data = said.data as { quote?: Quote; price?: Price };
  const retraction = amendments.find(({ after }) => !after);
  return {
    version: event.version,
    type: event.type,
    ...sayingOf(said, headline(said.data)),
    recordedAt: event.recordedAt,
    recordedBy: event.recordedBy,
    parties: [...parties].map((slug) => named(tell, slug)),
    ...(data.quote ? wordsOf(data.quote) : {}),
    offer: offer === undefined ? undefined : offerOf(String(offer), story, tell, data.price),
    corrected: amendments.flatMap((amendment) =>
      amendment.after ? { ...why(amendment), before: sayingOf(amendment.before, headline(amendment.before.data)) } : [],
    ),
    retracted: retraction ? why(retraction) : null,
  };
};

const why = ({ version, reason, recordedAt, recordedBy }: Amendment) => ({ version, reason, recordedAt, recordedBy });

const offerOf = (slug: string, story: Story, tell: Teller, price: Price | undefined): Entry["offer"] => {
  const standing = get(story.offers, slug);
  if (!standing) return undefined;
  const at = price ?? standing.price;
  return { offer: slug, by: named(tell, standing.by), target: named(tell, standing.target), price: at ? told(tell, at) : null };
};
