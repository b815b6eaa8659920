/** Where things stand, in one sentence, in English and French. */

import { french } from "../events/french.ts";
import { get, owes, type Standing, type Story } from "../events/story.ts";
import type { Language, Teller } from "../events/tell.ts";
import type { Stage } from "./status.ts";

/** What a sentence is made of: each already told in the sentence's language. */
type Parts = {
  by: string;
  target: string;
  /** “$97.4bn for OpenAI”, or what is offered where no price was told. */
  stake: string;
  /** “; OpenAI has yet to answer”, or nothing where a counter-offer has answered. */
  owing: string;
  /** “Elon Musk’s offer for OpenAI”. */
  offer: string;
  rejectedBy: string;
  outcome: string;
  title: string;
};

const sentences: Record<Language, Record<Stage, (parts: Parts) => string>> = {
  en: {
    opened: ({ title }) => `No offer has been made yet: ${title}.`,
    offered: ({ by, stake, owing }) => `${by} is bidding ${stake}${owing}.`,
    countered: ({ by, stake, owing }) => `${by} has countered with ${stake}${owing}.`,
    rejected: ({ offer, rejectedBy }) => `${rejectedBy} turned down ${offer}; no offer is open.`,
    agreed: ({ offer }) => `Accepted, and not yet closed: ${offer}.`,
    withdrawn: ({ offer }) => `Withdrawn: ${offer}; no offer is open.`,
    lapsed: ({ offer }) => `Lapsed: ${offer}; no offer is open.`,
    closed: ({ offer }) => `The deal is done: ${offer}.`,
    terminated: ({ offer }) => `The deal is off: ${offer}.`,
    concluded: ({ outcome }) => `It is over: ${outcome}`,
  },
  fr: {
    opened: ({ title }) => french`Aucune offre pour l’instant : ${title}.`,
    offered: ({ by, stake, owing }) => `${by} propose ${stake}${owing}.`,
    countered: ({ by, stake, owing }) => french`${by} a riposté : ${stake}${owing}.`,
    rejected: ({ offer, rejectedBy }) => french`${rejectedBy} : refus de ${offer} ; plus aucune offre en cours.`,
    agreed: ({ offer }) => french`Acceptée, pas encore conclue : ${offer}.`,
    withdrawn: ({ offer }) => french`Retirée : ${offer} ; plus aucune offre en cours.`,
    lapsed: ({ offer }) => french`Caduque : ${offer} ; plus aucune offre en cours.`,
    closed: ({ offer }) => french`L’affaire est conclue : ${offer}.`,
    terminated: ({ offer }) => french`L’affaire est rompue : ${offer}.`,
    concluded: ({ outcome }) => french`C’est fini : ${outcome}`,
  },
};

const phrases: Record<
  Language,
  { stake: (money: string | undefined, target: string, counter: boolean) => string; owing: (name: string) => string }
> = {
  en: {
    stake: (money, target, counter) => `${money ? `${money} ` : counter ? "an offer " : ""}for ${target}`,
    owing: (name) => `; ${name} has yet to answer`,
  },
  fr: {
    stake: (money, target) => (money ? `${money} pour ${target}` : `une offre sur ${target}`),
    owing: (name) => french` ; ${name} n’a pas encore répondu`,
  },
};

/** One sentence on where the story stands. `offer` is the one that its stage is about. */
export const sentenceOf = (
  { stage, offer }: { stage: Stage; offer: string | undefined },
  story: Story,
  tell: Teller,
  language: Language,
): string => {
  const standing: Standing | undefined = offer === undefined ? undefined : get(story.offers, offer);
  const target = tell.name(standing?.target ?? "");
  const phrase = phrases[language];
  return sentences[language][stage]({
    by: tell.name(standing?.by ?? ""),
    target,
    stake: phrase.stake(standing?.price && tell.money(standing.price), target, stage === "countered"),
    owing: standing && !standing.countered ? phrase.owing(tell.name(owes(story, standing))) : "",
    offer: tell.offer(offer ?? ""),
    rejectedBy: tell.names(standing?.rejectedBy ?? []),
    outcome: story.concluded?.outcome ?? "",
    title: story.title,
  });
};
