/** A party is renamed, promoted, gone. */

import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { describes } from "../describes.ts";
import { canonical } from "../seal.ts";
import { get, partyAt } from "../story.ts";
import { partyChanges as partyChangesInEnglish } from "../tell/en/headlines-party.ts";
import { partyChanges as partyChangesInFrench } from "../tell/fr/headlines-party.ts";
import { atMost, language, refersTo, text, url } from "../values.ts";
import { partyFacts } from "./party-introduced.ts";

/** Null takes away; what is not named stays. */
const optionalFacts = {
  short: z.optional(z.nullable(text(60, "name"))),
  names: z.optional(z.nullable(partyFacts.names)),
  nameLanguage: z.optional(z.nullable(language)),
  plural: z.optional(z.nullable(z.boolean())),
  of: z.optional(z.nullable(refersTo("party"))),
  role: z.optional(z.nullable(text(200))),
  sameAs: z.optional(z.nullable(atMost(10, url, "addresses"))),
};

export const partyChanged = defineEvent({
  type: "PartyChanged",
  kind: "people",
  editorial: true,
  summary:
    describes && "What is known of a party changes from then on; what was told of earlier times keeps what was known then.",
  data: z.strictObject({
    party: refersTo("party"),
    name: z.optional(partyFacts.name),
    kind: z.optional(partyFacts.kind),
    ...optionalFacts,
  }),
  rules: [
    {
      code: "party-of-itself",
      pointer: "/data/of",
      broken: (_, { data }) => (data.of === data.party ? "A party cannot belong to itself." : undefined),
    },
    {
      code: "changes-nothing",
      pointer: "/data",
      broken: (story, { data: { party, ...changes } }) => {
        const facts = partyAt(story, party);
        const before = Object.keys(changes).map((name) => facts?.[name as keyof typeof facts] ?? null);
        return canonical(before) === canonical(Object.values(changes).map((value) => value ?? null))
          ? `This changes nothing of “${party}”.`
          : undefined;
      },
    },
  ],
  apply: (story, { version, data: { party, ...changes } }, place) => {
    const known = get(story.parties, party);
    const facts = known?.history.at(-1)?.facts;
    if (!known || !facts) return;
    const kept = Object.entries({ ...facts, ...changes }).filter(([, value]) => value !== null && value !== undefined);
    // A name and a kind are never taken away: the schema has no null for them.
    known.history.push({ place, version, facts: Object.fromEntries(kept) as typeof facts });
  },
  headline: { en: partyChangesInEnglish, fr: partyChangesInFrench },
  example: describes && {
    type: "PartyChanged",
    occurredAt: "2025-05-28T00:00:00Z",
    precision: "day",
    data: { party: "elon-musk", role: "propriétaire de X, ancien conseiller de Donald Trump" },
  },
});
