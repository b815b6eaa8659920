/** What an event's headline is told from: the parties and offers as they were at its place in story order. */
import { addresseesOf, biddersOf, voiceOf } from "../offers/addressees.ts";
import { isAsk } from "../offers/ask.ts";
import { termsOf } from "../offers/terms.ts";
import { offerBefore } from "../offers/then.ts";
import { certaintyWith, get, type OfferTerms, partyAt, type Story } from "../story.ts";
import { type Certainty, listOf } from "../values.ts";
import type { When } from "./grammar.ts";
import type { HeadlineContext } from "./headline.ts";
import type { OfferTold, Wording } from "./offer-told.ts";
import type { StoryTexts } from "./story-in.ts";
import type { Who } from "./who.ts";

/** A party as it is known: at a place in story order, or, without one, by all that has happened. One of which nothing is left goes by its slug. */
export const whoOf = (story: Pick<Story, "parties">, party: string, place?: string): Who => ({
  party,
  facts: partyAt(story, party, place) ?? { name: party, kind: "organization" },
});

/** Words of the story's editors: in its language, or in that of their translation. */
export const wordingOf = ({ language, texts }: Pick<Story, "language"> & { texts?: StoryTexts }, text: string): Wording => ({
  text,
  language: texts?.has(text) ?? language,
});

/** An instant of the story, to the minute, or a day, in its time zone. */
export const whenOf = (
  { timeZone }: Pick<Story, "timeZone">,
  at: string,
  precision: When["precision"] = at.includes("T") ? "minute" : "day",
): When => ({
  at,
  precision,
  ...(timeZone === undefined ? {} : { zone: timeZone }),
});

/** An offer as it is told, with the names of a place in story order, or, without one, of today. `offer.place`: where it was made. */
export const offerToldOf = (
  story: Story,
  offer: OfferTerms & { offer: string; inReplyTo?: string | undefined; place?: string | undefined },
  place?: string,
): OfferTold => {
  const { target, subject, terms } = offer;
  const who = (party: string) => whoOf(story, party, place);
  return {
    offer: offer.offer,
    kind: target === undefined ? "proposal" : isAsk(story, offer) ? "ask" : "bid",
    counter: offer.inReplyTo !== undefined,
    by: biddersOf(offer).map(who),
    to: addresseesOf(story, offer).map(who),
    target: target === undefined ? undefined : who(target),
    subject: subject === undefined ? undefined : wordingOf(story, subject),
    price: offer.price,
    terms: terms === undefined ? undefined : wordingOf(story, terms),
    expiresAt: offer.expiresAt,
  };
};

type Told = { version: number; data: unknown; certainty?: Certainty | undefined };

/** How the event's word on an offer counts: where it is no longer in force, as it would count today. */
const countsOf = (story: Story, { version, data }: Told): HeadlineContext["counts"] => {
  const { offer: slug, by } = data as { offer?: string; by?: string | string[] };
  const offer = slug === undefined ? undefined : get(story.offers, slug);
  if (!offer) return "answer";
  const parties = listOf(by);
  // What it said before it was corrected may have been said by others.
  const said = offer.words.filter((word) => word.version === version && parties.includes(word.party)).map(({ as }) => as);
  const voices = said.length > 0 ? said : parties.map((party) => voiceOf(story, offer, party).as);
  return voices.includes("addressee") ? "answer" : voices.includes("subject") ? "vote" : "advice";
};

/** The context of an event that stands at a place of a story. */
export const contextAt = (story: Story, event: Told, place: string): HeadlineContext => {
  const who = (party: string) => whoOf(story, party, place);
  const denials = (get(story.remarks, `${event.version}`) ?? []).filter(({ kind }) => kind === "denied");
  return {
    version: event.version,
    certainty: certaintyWith(story, event.version, event.certainty),
    denied: denials.length === 0 ? undefined : [...new Set(denials.flatMap(({ by }) => by))].map(who),
    who,
    whos: (parties) => listOf(parties).map(who),
    making: (data) => offerToldOf(story, { ...termsOf(data), offer: data.offer, inReplyTo: data.inReplyTo, place }, place),
    offer: (slug) => {
      const offer = get(story.offers, slug);
      if (!offer) return undefined;
      const then = offerBefore(offer, place);
      return {
        ...offerToldOf(story, { ...then, offer: slug, inReplyTo: offer.inReplyTo, place: offer.place }, place),
        status: then.status,
      };
    },
    counts: countsOf(story, event),
    report: (version) => get(story.reports, `${version}`),
    words: (text) => wordingOf(story, text),
    when: (at) => whenOf(story, at),
  };
};
