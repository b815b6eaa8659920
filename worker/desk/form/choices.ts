/** What may be chosen on a form: the story's parties, the offers on which the act is admissible, open questions, and entries. */
import { definitionOf, type EventType } from "../../../events/registry.ts";
import { get, partyAt, type Story } from "../../../events/story.ts";
import { offerToldOf } from "../../../events/tell/context.ts";
import { offerOf as offerInEnglish } from "../../../events/tell/en/offer.ts";
import { offerOf as offerInFrench } from "../../../events/tell/fr/offer.ts";
import type { Language } from "../../../events/tell/languages.ts";
import type { OfferTold } from "../../../events/tell/offer-told.ts";
import { type Runs, textOf } from "../../../events/tell/runs.ts";
import type { StoryAtDesk } from "../../read/story-at-desk.ts";
import { admissibleOffers, offersByMove } from "./admissible.ts";

/** One choice: what the event says, and what the editor reads. */
export type Choice = { value: string; label: string };

/** All that may be chosen. `offers`: those on which an act of a type is admissible; all of them, and `isAll`, where there is none. */
export type Choices = {
  parties: readonly Choice[];
  offers: (type: string) => { choices: readonly Choice[]; isAll: boolean };
  questions: readonly Choice[];
  entries: readonly Choice[];
};

/** Where there is nothing to be chosen from. */
export const noChoices: Choices = { parties: [], offers: () => ({ choices: [], isAll: false }), questions: [], entries: [] };

const offerNames: Record<Language, (offer: OfferTold) => Runs> = { en: offerInEnglish, fr: offerInFrench };

/** What an offer is called in a sentence: “Musk’s $97.4bn offer for OpenAI”. */
export const offerLabel = (story: Story, slug: string, language: Language): string => {
  const offer = get(story.offers, slug);
  return offer ? textOf(offerNames[language](offerToldOf(story, { ...offer, offer: slug }))) : slug;
};

/** The parties by name. */
const partyChoices = (story: Story): Choice[] =>
  Object.keys(story.parties)
    .map((value) => ({ value, label: partyAt(story, value)?.name ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label));

/** What may be chosen in a story, in a language. `now`: RFC 3339. */
export const choicesIn = ({ story, questions, timeline }: StoryAtDesk, language: Language, now: string): Choices => {
  const offer = (value: string): Choice => ({ value, label: offerLabel(story, value, language) });
  const questionsOpen = questions.open.map(({ question, text }) => ({ value: question, label: text }));
  return {
    parties: partyChoices(story),
    offers: (type) => {
      const admissible = admissibleOffers(story, definitionOf(type as EventType), now);
      const isAll = admissible.length === 0;
      return { choices: (isAll ? offersByMove(story).map(([slug]) => slug) : admissible).map(offer), isAll };
    },
    questions: questionsOpen,
    entries: timeline.entries.map(({ version, headline }) => ({ value: `${version}`, label: `${version} · ${headline}` })),
  };
};
