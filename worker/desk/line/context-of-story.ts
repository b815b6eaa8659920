/** What a line is read by, made from a story as the desk knows it. */

import { addresseesOf, biddersOf } from "../../../events/offers/addressees.ts";
import { postedTypes } from "../../../events/parse.ts";
import { partyAt } from "../../../events/story.ts";
import { actsOnOffers, involvedIn, offersByMove, whoMay } from "../form/admissible.ts";
import { offerLabel } from "../form/choices.ts";
import type { DeskStory } from "../story/desk-story.ts";
import type { LineContext } from "./line-context.ts";

/** A story as plain JSON, for lines. */
export const lineContextOf = ({ slug, version, story, setting, timeline, questions }: DeskStory): LineContext => {
  const { now, zone, language, currency, lastSource } = setting;
  const at = new Date(now).toISOString();
  const acts = actsOnOffers(postedTypes);
  return {
    story: slug,
    version,
    now,
    zone,
    language,
    currency,
    lastSource,
    publishers: [...new Set(timeline.entries.flatMap(({ sources }) => sources.map(({ publisher }) => publisher)))],
    parties: Object.keys(story.parties).map((party) => {
      const facts = partyAt(story, party);
      const others = [facts?.short, ...Object.values(facts?.names ?? {}).flatMap(({ name, short }) => [name, short])];
      return {
        party,
        name: facts?.name ?? party,
        others: [...new Set(others.filter((name) => name !== undefined))],
        of: facts?.of,
      };
    }),
    offers: offersByMove(story).map(([offer, state]) => {
      const involved = involvedIn(story, state);
      const judged = acts.map((definition) => ({ type: definition.type, may: whoMay(story, definition, offer, state, at) }));
      return {
        offer,
        label: offerLabel(story, offer, language),
        currency: state.price?.currency,
        bidders: biddersOf(state),
        addressees: addresseesOf(story, state),
        target: state.target,
        acts: Object.fromEntries(
          judged.flatMap(({ type, may }) => (may.length > 0 ? [[type, involved.filter((party) => !may.includes(party))]] : [])),
        ),
      };
    }),
    questions: questions.open.map(({ question, text }) => ({ question, text })),
    quotations: timeline.entries.flatMap(({ version: entry, quote, parties }) =>
      quote && parties[0] ? [{ version: entry, by: [parties[0].party] }] : [],
    ),
    reports: timeline.entries.flatMap(({ version: entry, certainty, headline }) =>
      certainty === "reported" ? [{ version: entry, headline }] : [],
    ),
  };
};
