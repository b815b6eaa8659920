/**
 * From older stored shapes to today's. The log keeps what was stored, and its seals cover that; rules and projections see today's shapes
 * alone. To change a shape: raise `schema`, and write here what lifts the data of each type that changes.
 */
import type { StoryEvent } from "./registry.ts";

/** The shape in which events are stored today. Schema 3 has but more that can be said; what its corrections mean, `EventCorrected` tells. */
export const schema = 3;

type Data = Record<string, unknown>;
type Lift = (data: Data) => Data;

/** Until schema 2 an offer named one `equivalent`; since then, `equivalents`. */
const severalEquivalents: Lift = ({ equivalent, ...data }) =>
  equivalent === undefined ? data : { ...data, equivalents: [equivalent] };

/** What lifts a type's data from each schema to the next. */
const lifts: Record<number, Record<string, Lift>> = {
  1: { OfferMade: severalEquivalents, CounterOffered: severalEquivalents, OfferRevised: severalEquivalents },
};

/** The data of a type, stored in an older schema, in today's shape. */
export const upcastData = (type: string, data: unknown, stored: number): unknown => {
  let lifted = data;
  for (let from = stored; from < schema; from += 1) {
    const lift = lifts[from]?.[type];
    // Every event's data is an object.
    if (lift) lifted = lift(lifted as Data);
  }
  return lifted;
};

/** An event as rules and projections see it. Its `schema` still says how it is stored. */
export const upcast = (event: StoryEvent): StoryEvent =>
  // What the lifts make of a type's data is of that type's schema of today: the tests of old fixtures say so.
  event.schema === schema ? event : ({ ...event, data: upcastData(event.type, event.data, event.schema) } as StoryEvent);
