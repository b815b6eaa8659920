/** An offer of a story, and what matters of it to where the story stands. */
import { addresseesOf, blockersOf, freshWords, wordFor } from "../../events/offers/addressees.ts";
import { awaitedOn } from "../../events/offers/standing.ts";
import { certaintyOf, get, type Offer, type Story, type Word } from "../../events/story.ts";
import { offerToldOf, whenOf, whoOf } from "../../events/tell/context.ts";
import type { Bid, Blocker, Hearsay } from "./situation.ts";

/** Whether what an event says is only reported, and who denies it. */
export const hearsayOf = (story: Story, version: number): Hearsay => {
  const reported = certaintyOf(story, version) === "reported";
  const denials = reported ? (get(story.remarks, `${version}`) ?? []).filter(({ kind }) => kind === "denied") : [];
  const by = new Set(denials.flatMap((denial) => denial.by));
  return { reported, denied: denials.length > 0, deniedBy: [...by].map((party) => whoOf(story, party)) };
};

/** The newest word on an offer's newest move of each who decides nothing. */
const adviceOn = (offer: Offer): Word[] => {
  const newest = new Map<string, Word>();
  for (const word of freshWords(offer)) if (word.as === "other") newest.set(word.party, word);
  return [...newest.values()];
};

const blockersIn = (story: Story, offer: Offer): Blocker[] =>
  blockersOf(story, offer).map(({ party, body }) => ({
    by: whoOf(story, party),
    ...(body === party ? {} : { body: whoOf(story, body) }),
  }));

/** An offer as the sentence tells it. */
export const bidOf = (story: Story, [slug, offer]: [slug: string, offer: Offer]): Bid => {
  const whos = (parties: readonly string[]) => parties.map((party) => whoOf(story, party));
  const advice = adviceOn(offer);
  return {
    ...offerToldOf(story, { ...offer, offer: slug }),
    ...hearsayOf(story, offer.moved.version),
    awaiting: whos(awaitedOn(story, offer)),
    acceptedBy: whos(addresseesOf(story, offer).filter((addressee) => wordFor(offer, addressee)?.yes)),
    openUntil: offer.expiresAt === undefined ? undefined : whenOf(story, offer.expiresAt),
    against: whos(advice.flatMap(({ party, yes }) => (yes ? [] : party))),
    inFavour: whos(advice.flatMap(({ party, yes }) => (yes ? party : []))),
    blockedBy: blockersIn(story, offer),
  };
};
