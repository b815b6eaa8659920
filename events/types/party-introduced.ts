/** A person or an organization enters the story. */
import * as z from "zod/mini";
import { defineEvent } from "../define.ts";
import { french } from "../french.ts";
import { atMost, introduces, text, url } from "../values.ts";

export const partyIntroduced = defineEvent({
  type: "PartyIntroduced",
  kind: "people",
  summary: "A person or an organization is introduced, to be named by its slug from then on.",
  data: z.strictObject({
    party: introduces("party"),
    name: text(120, "name"),
    kind: z.enum(["person", "organization"]),
    role: z.optional(text(200)),
    sameAs: z.optional(atMost(10, url, "addresses")),
  }),
  rules: [],
  apply: (story, { data }) => {
    story.names[data.party] = data.name;
  },
  headline: {
    en: ({ name, role }) => (role ? `${name} enters the story: ${role}` : `${name} enters the story`),
    fr: ({ name, role }) => (role ? french`${name} entre en scène : ${role}` : `${name} entre en scène`),
  },
  example: {
    type: "PartyIntroduced",
    occurredAt: "2025-02-10T19:00:00Z",
    precision: "hour",
    data: {
      party: "elon-musk",
      name: "Elon Musk",
      kind: "person",
      role: "propriétaire de X",
      sameAs: ["https://www.wikidata.org/wiki/Q317521"],
    },
  },
});
