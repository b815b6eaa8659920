/** A person, an organization or a group enters the story. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";

import { startOf } from "../order.ts";
import { get } from "../story.ts";
import { partyEnters as partyEntersInEnglish } from "../tell/en/headlines-party.ts";
import { partyEnters as partyEntersInFrench } from "../tell/fr/headlines-party.ts";
import { atMost, introduces, language, refersTo, text, url } from "../values.ts";

const names = z
  .record(language, z.strictObject({ name: text(120, "name"), short: z.optional(text(60, "name")) }))
  .check(z.refine((all) => Object.keys(all).length <= 30, "must have at most 30 languages"));

/** What is known of a party besides its slug. */
export const partyFacts = {
  name: text(120, "name"),
  short: z.optional(text(60, "name")),
  names: z.optional(names),
  nameLanguage: z.optional(language),
  kind: z.enum(["person", "organization", "group"]),
  plural: z.optional(z.boolean()),
  of: z.optional(refersTo("party")),
  role: z.optional(text(200)),
  sameAs: z.optional(atMost(10, url, "addresses")),
};

export const partyIntroduced = defineEvent({
  type: "PartyIntroduced",
  kind: "people",
  editorial: true,
  summary: describes && "A person, an organization or a group is introduced, to be named by its slug from then on.",
  data: z.strictObject({ party: introduces("party"), ...partyFacts }),
  rules: [
    {
      code: "party-of-itself",
      pointer: "/data/of",
      broken: (_, { data }) => (data.of === data.party ? "A party cannot belong to itself." : undefined),
    },
  ],
  declare: (story, { version, data: { party, ...facts } }) => {
    // From the beginning, before any place that an event can take.
    story.parties[party] = { introduced: version, at: "", start: "", history: [{ place: "", version, facts }] };
  },
  apply: (story, event, place) => {
    const introduced = get(story.parties, event.data.party);
    if (introduced) Object.assign(introduced, { at: place, start: startOf(event) });
  },
  headline: { en: partyEntersInEnglish, fr: partyEntersInFrench },
  example: describes && {
    type: "PartyIntroduced",
    occurredAt: "2025-02-10T19:00:00Z",
    precision: "hour",
    data: {
      party: "elon-musk",
      name: "Elon Musk",
      short: "Musk",
      kind: "person",
      role: "propriétaire de X",
      sameAs: ["https://www.wikidata.org/wiki/Q317521"],
    },
  },
});
