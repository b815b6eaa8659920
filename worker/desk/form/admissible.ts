/** On which offers an act is admissible, and by whom: the rules themselves are asked, by a candidate event that they judge. */
import type { Definition } from "../../../events/define.ts";
import { judge } from "../../../events/judge.ts";
import { addresseesOf, biddersOf } from "../../../events/offers/addressees.ts";
import { definitionOf, type EventType, type StoryEvent } from "../../../events/registry.ts";
import { get, type Offer, type Story } from "../../../events/story.ts";
import { schema } from "../../../events/upcast.ts";
import { type Field, fieldsOfData } from "./fields.ts";

type Known = Pick<Definition<EventType, never>, "type" | "data">;

/** What stands for a text, a slug or a party that is still to be said. */
const unsaid = "unsaid-0";

/** As much of an event's data as the rules look at: the offer, who acts, and a text wherever one may stand, so that it says something. */
const candidateData = (fields: readonly Field[], offer: string, party: string): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ name, kind, required, fields: inner = [] }): [string, unknown][] => {
      if (kind === "offer") return [[name, offer]];
      if (kind === "slug" || kind === "text" || kind === "prose") return [[name, unsaid]];
      if ((kind === "party" || kind === "parties") && required) return [[name, party]];
      return kind === "group" && required ? [[name, candidateData(inner, offer, party)]] : [];
    }),
  );

/** The field that names the offer on which an event of a type acts; undefined where it acts on none. */
const offerFieldOf = ({ data }: Pick<Known, "data">): string | undefined =>
  fieldsOfData(data).find(({ kind }) => kind === "offer")?.name;

/** Refusals of what is still to be said are none of the act's. */
const isOfAct = (pointer: string | undefined, offerField: string): boolean =>
  pointer === undefined || ["", "/type", "/occurredAt", "/data", "/data/by", `/data/${offerField}`].includes(pointer);

/** Whether the rules admit the act on an offer by a party, were it to happen now. */
const isAdmissible = (story: Story, { type, data: shape }: Known, offer: string, party: string, now: string): boolean => {
  const offerField = offerFieldOf({ data: shape });
  if (offerField === undefined) return false;
  const data = candidateData(fieldsOfData(shape), offer, party);
  const event = {
    story: "",
    version: story.version + 1,
    type,
    schema,
    occurredAt: now,
    precision: "second",
    recordedAt: now,
    recordedBy: "",
    data,
  };
  // The candidate names nobody but parties of the story, and says nothing that its schema would not take.
  return judge(story, event as unknown as StoryEvent, () => undefined).every(
    ({ pointer, code }) => code.startsWith("unknown-") || !isOfAct(pointer, offerField),
  );
};

/** Who has to do with an offer: those who decide on it first, then its bidders. */
export const involvedIn = (story: Story, offer: Offer): string[] => [
  ...new Set([
    ...addresseesOf(story, offer),
    ...offer.subjectTo,
    ...(offer.target === undefined ? [] : [offer.target]),
    ...biddersOf(offer),
  ]),
];

/** So many offers are judged, those that moved last. */
const mostOffers = 40;

/** The offers of a story, last moved first. */
export const offersByMove = (story: Story): [slug: string, offer: Offer][] =>
  Object.entries(story.offers)
    .sort(([, a], [, b]) =>
      a.moved.place < b.moved.place ? 1 : a.moved.place > b.moved.place ? -1 : b.moved.version - a.moved.version,
    )
    .slice(0, mostOffers);

/**
 * The offers on which an act of a type is admissible by somebody whom they involve, last moved first. That a stranger may have a word on it, as
 * advice, makes no choice of an offer.
 */
export const admissibleOffers = (story: Story, definition: Known, now: string): string[] =>
  offersByMove(story).flatMap(([slug, offer]) => (whoMay(story, definition, slug, offer, now).length > 0 ? [slug] : []));

/** Those whom an offer involves and who may act so on it. */
export const whoMay = (story: Story, definition: Known, slug: string, offer: Offer, now: string): string[] =>
  involvedIn(story, offer).filter(
    (party) => get(story.parties, party) !== undefined && isAdmissible(story, definition, slug, party, now),
  );

/** The definition of each event type that acts on an offer. */
export const actsOnOffers = (types: readonly EventType[]): Known[] =>
  types.map((type) => definitionOf(type)).filter((definition) => offerFieldOf(definition) !== undefined);
