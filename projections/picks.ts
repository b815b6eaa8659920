/** What the timeline's picks are found by: of every entry where it stood when it was recorded, and whom and what it named then. */
import { inStoryOrder } from "../events/order.ts";
import { eachIntroduced, eachReferred } from "../events/references.ts";
import { definitionOf, type EventType, isTakenDown, type LogEntry, type StoryEvent } from "../events/registry.ts";
import { type Amendment, get, type Place, type Story } from "../events/story.ts";
import { upcast } from "../events/upcast.ts";
import { amendmentsByEvent, byPlace, isListed, lastSaid, offersOf, type PageQuery } from "./pages.ts";

/** An entry: its version, its place, its type, the parties and offers that it names, and whether it is a key moment. Short, for there is one of every event. */
export type Pick = [version: number, place: string, type: string, parties: string[], offers: string[], key: 0 | 1];

/** The pick of an entry that was recorded, or of what is left of it. */
export const pickOf = (entry: LogEntry, place: string): Pick =>
  isTakenDown(entry) ? [entry.version, place, entry.type, [], [], 0] : pickOfEvent(upcast(entry), place);

const pickOfEvent = (event: StoryEvent, place: string): Pick => {
  const [parties, offers] = [new Set<string>(), new Set<string>()];
  eachReferred(event, "party", (slug) => parties.add(slug));
  eachReferred(event, "offer", (slug) => offers.add(slug));
  eachIntroduced(event, (kind, slug) => {
    if (kind === "party") parties.add(slug);
    if (kind === "offer") offers.add(slug);
  });
  return [event.version, place, event.type, [...parties], [...offers], event.key === true ? 1 : 0];
};

/** The pick of an entry as its amendments have left it: what it says now, or said last, where it stands now. */
const amendedPick = ([version, place, type]: Pick, amendments: readonly Amendment[]): Pick => {
  // The type of an event that was recorded is of the registry.
  const event = { version, type: type as EventType } as StoryEvent;
  const said = lastSaid({ event, amendments });
  const now = amendments.at(-1)?.place ?? place;
  return "data" in said ? pickOfEvent({ ...event, ...said } as StoryEvent, now) : [version, now, type, [], [], 0];
};

/** Where the entries that a page asks for stand, in its order: those after its `after`, at most `most` of them. */
export const pickedPlaces = (picks: readonly Pick[], query: PageQuery, story: Story, most: number): Place[] => {
  const { order, after, since, kind, party, key } = query;
  const amendments = amendmentsByEvent(story);
  const offers = new Set(party === undefined ? [] : offersOf(party, story));
  const compare = byPlace(order);
  const isNew = (version: number): boolean =>
    since === undefined ||
    version > since ||
    (amendments.get(version)?.at(-1)?.version ?? 0) > since ||
    (get(story.remarks, `${version}`) ?? []).some((remark) => remark.version > since);
  return picks
    .map((pick) => {
      const amended = amendments.get(pick[0]);
      return amended ? amendedPick(pick, amended) : pick;
    })
    .filter(
      ([version, , type, parties, about, isKey]) =>
        isListed(type as EventType, kind) &&
        (kind === undefined || definitionOf(type).kind === kind) &&
        isNew(version) &&
        (!key || isKey === 1) &&
        (party === undefined || parties.includes(party) || about.some((offer) => offers.has(offer))),
    )
    .map(([version, place]) => ({ version, place }))
    .filter((place) => after === undefined || compare(place, after) > 0)
    .sort(order === "asc" ? inStoryOrder : (a, b) => inStoryOrder(b, a))
    .slice(0, most);
};
