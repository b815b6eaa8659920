/** The ledger of insults: who to whom, how often, and the latest in full. */

import * as z from "zod/mini";
import { describes } from "../events/describes.ts";
import type { Language } from "../events/tell/languages.ts";
import { type StoryIn, textIn } from "../events/tell/story-in.ts";
import { defineProjection } from "./define.ts";
import { emptyLedger, enter, type Insult, ledgerIn, pairsOf } from "./ledger.ts";
import {
  moment,
  momentOf,
  named,
  party,
  takenBack,
  takenBackOf,
  textLanguage,
  textLanguageOf,
  words,
  wordsOf,
} from "./shapes.ts";

const most = 20;

/** An insult, with what was taken back of it. */
export const insult =
  describes &&
  z
    .strictObject({
      ...moment.shape,
      by: z.array(party),
      at: z.array(party),
      thing: z.optional(z.string()),
      ...textLanguage,
      ...words,
      platform: z.optional(z.string()),
      inReplyTo: z.optional(z.int()),
      takenBack: z.array(takenBack),
    })
    .check(z.meta({ id: "Insult" }));

const thingIn = (story: StoryIn, thing: string | undefined) => ({ thing, ...textLanguageOf(story, thing) });

/** How an insult is shown. */
export const insultOf = (story: StoryIn, language: Language, told: Insult) => ({
  ...momentOf(told),
  by: told.by.map((slug) => named(story, language, slug)),
  at: told.at.map((slug) => named(story, language, slug)),
  ...thingIn(story, told.thing === undefined ? undefined : textIn(story, told.version, "thing", told.thing)),
  ...wordsOf(told.quote),
  platform: told.platform,
  inReplyTo: told.inReplyTo,
  takenBack: takenBackOf(story, language, told.version),
});

export const insults = defineProjection({
  name: "insults",
  revision: 3,
  summary:
    describes &&
    "The ledger of insults: the total (an insult at two is one), who insulted whom or what how often, the latest 20 with what was taken back.",
  initial: emptyLedger,
  on: { InsultPosted: (state, event, place) => enter(state, event, place, most) },
  schema:
    describes &&
    z
      .strictObject({
        total: z.int(),
        pairs: z.array(
          z.strictObject({ by: party, at: z.optional(party), thing: z.optional(z.string()), ...textLanguage, count: z.int() }),
        ),
        latest: z.array(insult),
      })
      .check(z.meta({ id: "Insults" })),
  view: (state, story, language) => ({
    total: state.total,
    pairs: pairsOf(ledgerIn(state, story)).map(({ by, at, thing, count }) => ({
      by: named(story, language, by),
      at: at === undefined ? undefined : named(story, language, at),
      ...thingIn(story, thing),
      count,
    })),
    latest: state.latest.toReversed().map((told) => insultOf(story, language, told)),
  }),
});
