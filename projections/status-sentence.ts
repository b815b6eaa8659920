/** Where things stand, in one sentence, in English and French. */
import { get, owes, type Standing, type Story } from "../events/story.ts";
import type { Language, Teller } from "../events/tell.ts";
import type { Stage } from "./status.ts";

/** What a sentence is made of: each already told in the sentence's language. */
type Parts = {
  by: string;
  target: string;
  /** “$97.4bn for OpenAI”, or the target alone. */
  stake: string;
  /** Who owes the answer. */
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
    offered: ({ by, stake, owing }) => `${by} is bidding ${stake}; ${owing} has yet to answer.`,
    countered: ({ by, stake, owing }) => `${by} has countered with ${stake}; ${owing} has yet to answer.`,
    rejected: ({ offer, rejectedBy }) => `${rejectedBy} turned down ${offer}; no offer is open.`,
    agreed: ({ offer }) => `Accepted, and not yet closed: ${offer}.`,
    withdrawn: ({ offer }) => `Withdrawn: ${offer}; no offer is open.`,
    lapsed: ({ offer }) => `Lapsed: ${offer}; no offer is open.`,
    closed: ({ offer }) => `The deal is done: ${offer}.`,
    terminated: ({ offer }) => `The deal is off: ${offer}.`,
    concluded: ({ outcome }) => `It is over: ${outcome}`,
  },
  fr: {
    opened: ({ title }) => `Aucune offre pour l’instant : ${title}.`,
    offered: ({ by, stake, owing }) => `${by} propose ${stake} ; ${owing} n’a pas encore répondu.`,
    countered: ({ by, stake, owing }) => `${by} a riposté : ${stake} ; ${owing} n’a pas encore répondu.`,
    rejected: ({ offer, rejectedBy }) => `${rejectedBy} : refus de ${offer} ; plus aucune offre en cours.`,
    agreed: ({ offer }) => `Acceptée, pas encore conclue : ${offer}.`,
    withdrawn: ({ offer }) => `Retirée : ${offer} ; plus aucune offre en cours.`,
    lapsed: ({ offer }) => `Caduque : ${offer} ; plus aucune offre en cours.`,
    closed: ({ offer }) => `L’affaire est conclue : ${offer}.`,
    terminated: ({ offer }) => `L’affaire est rompue : ${offer}.`,
    concluded: ({ outcome }) => `C’est fini : ${outcome}`,
  },
};

const stakes: Record<Language, (money: string | undefined, target: string) => string> = {
  en: (money, target) => (money ? `${money} for ${target}` : `an offer for ${target}`),
  fr: (money, target) => (money ? `${money} pour ${target}` : `une offre sur ${target}`),
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
  return sentences[language][stage]({
    by: tell.name(standing?.by ?? ""),
    target,
    stake: stakes[language](standing?.price && tell.money(standing.price), target),
    owing: standing ? tell.name(owes(story, standing)) : "",
    offer: tell.offer(offer ?? ""),
    rejectedBy: tell.names(standing?.rejectedBy ?? []),
    outcome: story.concluded?.outcome ?? "",
    title: story.title,
  });
};
