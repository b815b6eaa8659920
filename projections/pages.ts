/** Pages of the timeline: what is asked for, in what order, and what a log that was read whole has of it. */
import { effective } from "../events/amend.ts";
import type { Kind } from "../events/define.ts";
import { inStoryOrder } from "../events/order.ts";
import { referencesOf } from "../events/references.ts";
import { definitionOf, type EventType, isTakenDown, type LogEntry } from "../events/registry.ts";
import { type Amendment, get, type Place, type Story } from "../events/story.ts";
import { upcast } from "../events/upcast.ts";

/** How many entries a page has. */
export const pageSize = 50;
export type Order = "asc" | "desc";
/** What is asked for: entries after a place, and of these the ones added or amended since a version, of a kind, about a party, or key moments. */
export type PageQuery = {
  order: Order;
  after?: Place | undefined;
  since?: number | undefined;
  kind?: Kind | undefined;
  party?: string | undefined;
  key?: boolean | undefined;
};

/** An event, as it was recorded, or what is left of it, where it stands in story order, and its amendments in log order. */
export type Told = { event: LogEntry; place: string; amendments: readonly Amendment[] };

/** Every entry of a story that an amendment changed, by the version of the event. */
export const amendmentsByEvent = ({ amendments }: Story): Map<number, Amendment[]> =>
  Map.groupBy(amendments, ({ event }) => event);

/** What an event says now; for a retracted one, what it said last. */
export const lastSaid = ({ event, amendments }: Pick<Told, "event" | "amendments">): Amendment["before"] => {
  const last = amendments.at(-1);
  return last ? (last.after ?? last.before) : event;
};

/** The version that added an entry, or changed it last: amended it, took its words back, confirmed or denied it. */
export const lastVersion = ({ event, amendments }: Told, { remarks }: Pick<Story, "remarks">): number =>
  // Remarks stand in story order: the newest in the log is not the last.
  [...amendments, ...(get(remarks, `${event.version}`) ?? [])].reduce(
    (last, { version }) => Math.max(last, version),
    event.version,
  );

/** Where an entry stands. */
export const placeOf = ({ event, place }: Told): Place => ({ place, version: event.version });

/** The order of a page. */
export const byPlace =
  (order: Order) =>
  (a: Place, b: Place): number =>
    order === "asc" ? inStoryOrder(a, b) : inStoryOrder(b, a);

/** Whether entries of a type stand in the timeline, or in its pick of a kind: introductions only where people are asked for. */
export const isListed = (type: EventType, kind: Kind | undefined): boolean => {
  const { amends, placeless } = definitionOf(type);
  return !amends && !placeless && (type !== "PartyIntroduced" || kind === "people");
};

/** Whether a page shows the entry. */
export const isAsked = (told: Told, { since, kind, party, key }: PageQuery, story: Story): boolean =>
  isListed(told.event.type, kind) &&
  (since === undefined || lastVersion(told, story) > since) &&
  (kind === undefined || definitionOf(told.event.type).kind === kind) &&
  (party === undefined || isAbout(told, party, story)) &&
  (!key || isKey(told));

const isKey = (told: Told): boolean => {
  const said = lastSaid(told);
  return "data" in said && said.key === true;
};

/** Whether an entry names a party, or an offer that the party made, decides on or is the target of. */
const isAbout = (told: Told, party: string, story: Story): boolean => {
  const said = lastSaid(told);
  if (!("data" in said)) return false;
  const offers = offersOf(party, story);
  return referencesOf(told.event.type, said.data).some(
    ({ kind, name }) => (kind === "party" && name === party) || (kind === "offer" && offers.includes(String(name))),
  );
};

/** The offers that a party made, decides on or is the target of. */
export const offersOf = (party: string, { offers }: Story): string[] =>
  Object.entries(offers)
    .filter(([, { by, partners, to, target, subjectTo }]) => [by, target, ...partners, ...to, ...subjectTo].includes(party))
    .map(([slug]) => slug);

/** The place of each event of a log that was read whole, by its version. */
export const placesOfLog = (log: readonly LogEntry[]) => effective(log).order.placeOf;

/** Where the parties of a story were introduced, and where they changed: those of them that a page asks for, in its order. */
export const peoplePlaces = ({ parties }: Story, { order, after, since, party }: PageQuery): Place[] => {
  const compare = byPlace(order);
  return Object.entries(parties)
    .flatMap(([slug, { introduced, at, history }]) =>
      history.map(({ place, version, facts }, index) => ({
        about: [slug, facts.of],
        version: index === 0 ? introduced : version,
        place: index === 0 ? at : place,
      })),
    )
    .filter(({ about, version }) => (since === undefined || version > since) && (party === undefined || about.includes(party)))
    .map(({ version, place }) => ({ version, place }))
    .filter((place) => after === undefined || compare(place, after) > 0)
    .sort(compare);
};

/** One page of a log that was read whole, whose fold is `story`: the same as one that was read through the index. */
export const pageOfLog = (log: readonly LogEntry[], query: PageQuery, story: Story): Told[] => {
  const { amendments, order } = effective(log);
  const byEvent = Map.groupBy(amendments, ({ event }) => event);
  const told = log.flatMap((event) => {
    const place = order.placeOf(event.version);
    return place === undefined ? [] : toldOf(event, place, byEvent);
  });
  return sortedPage(
    told.filter((one) => isAsked(one, query, story)),
    query,
  );
};

/** The entries of a page, and one more where there is another page. */
export const sortedPage = (told: readonly Told[], { order, after }: PageQuery): Told[] => {
  const compare = byPlace(order);
  return told
    .filter((one) => after === undefined || compare(placeOf(one), after) > 0)
    .sort((a, b) => compare(placeOf(a), placeOf(b)))
    .slice(0, pageSize + 1);
};

/** An entry of the log, in today's shape, with its amendments. */
export const toldOf = (event: LogEntry, place: string, amendments: ReadonlyMap<number, readonly Amendment[]>): Told => ({
  event: isTakenDown(event) ? event : upcast(event),
  place,
  amendments: amendments.get(event.version) ?? [],
});
