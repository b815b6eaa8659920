/** Real stories, told as the press learned them: after every event a desk could print the sentence on where it stands. */
import { describe, expect, it } from "vitest";
import { languages } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { pageOfLog } from "../../projections/pages.ts";
import { entriesOf } from "../../projections/timeline.ts";
import { viewOf } from "../support/given.ts";
import { emptyLog, type Log, recordOne, toldOf } from "../support/recorder.ts";
import { styleFaults } from "../support/style.ts";
import { adobeFigma, krogerAlbertsons } from "./blocked-mergers.ts";
import { cageFight } from "./cage-fight.ts";
import { carrefour } from "./carrefour.ts";
import { ceasefire } from "./ceasefire.ts";
import { manchesterUnited } from "./manchester-united.ts";
import { mbappe } from "./mbappe.ts";
import { microsoftActivision } from "./microsoft-activision.ts";
import { paramount } from "./paramount.ts";
import { rapFeud } from "./rap-feud.ts";
import { sky } from "./sky.ts";
import type { Draft, Sentence, Telling } from "./telling.ts";
import { tiffany } from "./tiffany.ts";
import { twitter } from "./twitter.ts";
import { veoliaSuez } from "./veolia-suez.ts";
import { writersStrike } from "./writers-strike.ts";

const stories: readonly Telling[] = [
  adobeFigma,
  cageFight,
  carrefour,
  ceasefire,
  krogerAlbertsons,
  manchesterUnited,
  mbappe,
  microsoftActivision,
  paramount,
  rapFeud,
  sky,
  tiffany,
  twitter,
  veoliaSuez,
  writersStrike,
];

/** Later than all that happens in them. */
const clock = "2026-01-01T00:00:00Z";

const post = (log: Log, drafts: readonly Draft[], on: string): Log =>
  drafts.reduce((longer, draft) => {
    const outcome = recordOne(longer, { occurredAt: `${on}T00:00:00Z`, precision: "day", ...draft }, clock);
    if (outcome.kind !== "admitted") throw new Error(`On ${on} ${draft.type} was to be admitted: ${toldOf(outcome)}`);
    return outcome.log;
  }, log);

/** The log as it is when a story begins: it is opened on the day of its first step, and its parties are introduced. */
const begun = ({ title, language, cast, steps: [first] }: Telling): Log => {
  const opening: Draft = { type: "StoryOpened", data: { title, language } };
  return post(emptyLog, [opening, ...cast], first?.on ?? "");
};

/** What a reader is told, spaces of all widths alike. */
const evenly = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

const sentenceOn = ({ events }: Log): Sentence => {
  const [english, french] = [viewOf(events, "status", "en"), viewOf(events, "status", "fr")];
  return { stage: english.stage, en: evenly(english.headline), fr: evenly(french.headline) };
};

describe.each(stories.map((story) => [story.title, story] as const))("%s", (_, story) => {
  it("is told as a desk tells it, after every event", () => {
    let log = begun(story);
    let before: Sentence | undefined;
    for (const { on, posts, told = before } of story.steps) {
      log = post(log, posts, on);
      expect.soft({ on, ...sentenceOn(log) }).toEqual({ on, ...told });
      before = told;
    }
  });

  it("is well written, in its sentences and its headlines", () => {
    let log = begun(story);
    for (const { on, posts } of story.steps) {
      log = post(log, posts, on);
      const { en, fr } = sentenceOn(log);
      expect.soft([...styleFaults(en, "en"), ...styleFaults(fr, "fr")]).toEqual([]);
    }
    const { story: folded } = foldFromZero(log.events, []);
    const told = pageOfLog(log.events, { order: "asc" }, folded);
    // A headline has no full stop of its own.
    for (const language of languages)
      for (const { headline } of entriesOf(told, folded, language))
        expect.soft({ headline, faults: styleFaults(`${headline}.`, language) }).toEqual({ headline, faults: [] });
  });
});
