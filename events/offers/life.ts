/** How an offer comes into the story, and what each act makes of it: the table decides its state, and what is said of it is kept. */
import { intervalOf } from "../order.ts";
import type { Recorded } from "../recorded.ts";
import { get, type Moment, type Offer, type OfferChange, type OfferStatus, type Place, type Story, type Word } from "../story.ts";
import { listOf } from "../values.ts";
import { addresseesOf, biddersOf, hasAccepted, voiceOf, wordFor } from "./addressees.ts";
import { confirmReports } from "./reports.ts";
import { type ActType, type Circumstances, type Row, rowFor, stateAfter } from "./table.ts";
import { differencesOf, namedBy, type OfferEvent, type Offered, revisedTerms, termsOf } from "./terms.ts";

const momentOf = ({ version, occurredAt, precision }: Moment): Moment => ({ version, occurredAt, precision });

/** The offer is made, and open. */
export const makeOffer = (
  story: Story,
  event: Recorded<
    string,
    Offered & { offer: string; inReplyTo?: string | undefined; aside?: boolean | undefined; solicited?: boolean | undefined }
  >,
  place: string,
): void => {
  const { version, data } = event;
  const terms = termsOf(data);
  story.offers[data.offer] = {
    ...terms,
    ...momentOf(event),
    place,
    inReplyTo: data.inReplyTo,
    solicited: data.solicited,
    aside: data.aside ?? false,
    status: "open",
    moved: { place, version },
    words: [],
    fresh: 0,
    rulings: [],
    made: terms,
    acts: [],
  };
};

/** For whom the parties of an answer speak: for an addressee, where one of them does. */
const voicesOf = (story: Story, offer: Offer, event: OfferEvent) =>
  listOf(event.data.by).map((party) => ({ party, ...voiceOf(story, offer, party) }));

/** What the table wants to know of an act. */
export const circumstancesOf = (story: Story, offer: Offer, event: OfferEvent): Circumstances => {
  const act = event.type as ActType;
  const isAnswer = act === "OfferAccepted" || act === "OfferRejected";
  const voices = isAnswer ? voicesOf(story, offer, event) : [];
  const spoken = new Set(voices.map(({ addressee }) => addressee));
  return {
    act,
    by: (["addressee", "subject", "other"] as const).find((actor) => voices.some(({ as }) => as === actor)),
    accepted: voices.some(({ party, as }) => as !== "other" && hasAccepted(offer, party)),
    complete: addresseesOf(story, offer).every((addressee) => spoken.has(addressee) || wordFor(offer, addressee)?.yes),
    deadlineAlone: act === "OfferRevised" && namedBy(event.data).join() === "expiresAt",
  };
};

/** The row of the table that an act falls under; undefined where it is refused. */
export const rowOf = (story: Story, offer: Offer, event: OfferEvent): Row | undefined =>
  rowFor(offer.status, circumstancesOf(story, offer, event));

/** Moves an offer on by an act: its state by the table, its words and terms by what was said. An act on no offer of the story moves nothing. */
export const actOnOffer = (story: Story, event: OfferEvent, place: string): void => {
  const offer = get(story.offers, event.data.offer);
  const row = offer && rowOf(story, offer, event);
  if (!offer) return;
  const before = offer.status;
  // What was admitted under other rules, or was left by a takedown, is told and changes no state.
  const status = row ? stateAfter(before, row) : before;
  const here = { place, version: event.version };
  const change = changeBy(offer, event, here, before);
  if (event.type === "OfferAccepted" || event.type === "OfferRejected") offer.words.push(...wordsOf(story, offer, event, place));
  if (event.type === "DealBlocked" || event.type === "DealCleared")
    offer.rulings.push({ ...momentOf(event), place, party: String(event.data.by), blocked: event.type === "DealBlocked" });
  if (status !== before) decide(offer, { ...momentOf(event), place, status, by: deciders(offer, event) });
  offer.acts.push({ ...here, status, ...(change ? { change } : {}) });
  if (row && row.as !== "advice") confirmReports(story, event);
};

const wordsOf = (story: Story, offer: Offer, event: OfferEvent, place: string): Word[] =>
  voicesOf(story, offer, event).map((voice) => ({ ...momentOf(event), place, ...voice, yes: event.type === "OfferAccepted" }));

const deciders = (offer: Offer, { type, data }: OfferEvent): string[] => {
  const by = [...listOf(data.by)];
  return type === "OfferWithdrawn" ? biddersOf(offer) : by;
};

const decide = (offer: Offer, decision: Moment & Place & { status: OfferStatus; by: string[] }): void => {
  const { place, version, status } = decision;
  offer.status = status;
  if (status === "open") return;
  offer.decided = decision;
  if (status === "accepted") offer.agreed = { place, version };
  if (status === "closed") offer.closed = { place, version };
};

/** Revises an offer's terms; answers with what has changed. A move empties what was said of an open offer, a new price of an agreement too. */
const changeBy = (offer: Offer, event: OfferEvent, here: Place, status: OfferStatus): OfferChange | undefined => {
  if (event.type !== "OfferRevised" && event.type !== "DealClosed") return undefined;
  const after = revisedTerms(offer, event.data, intervalOf(event).start);
  const different = differencesOf(offer, after);
  const stands = status === "open" || status === "accepted";
  const isMove = (stands ? different : namedBy(event.data)).some((name) => name !== "expiresAt");
  if (event.type === "OfferRevised" && isMove) {
    offer.moved = here;
    if (status !== "accepted" || different.includes("price")) offer.fresh = offer.words.length;
  }
  Object.assign(offer, after);
  return different.length === 0 ? undefined : Object.fromEntries(different.map((name) => [name, after[name] ?? null]));
};
