/** The phrases of the lists beside a timeline: insults, questions, who is who, in English. */
import type { Remark } from "../../../../events/story.ts";
import type { Runs } from "../../../../events/tell/runs.ts";
import { count, names, say, type Whos } from "./say.ts";

export const parts = {
  insults: {
    total: count("insult so far", "insults so far"),
    times: (n: number) => (n === 1 ? "once" : n === 2 ? "twice" : `${n} times`),
    latest: (n: number) => `The latest ${n}`,
  },

  quote: {
    translation: (language: string) => `In ${language}`,
    /** What became of the words since. */
    takenBack: {
      deleted: (by: Whos): Runs => say`Deleted since by ${names(by)}`,
      apologised: (by: Whos): Runs => say`Apologised for since by ${names(by)}`,
      denied: (by: Whos): Runs => say`Denied since by ${names(by)}`,
      clarified: (by: Whos): Runs => say`Clarified since by ${names(by)}`,
    } satisfies Record<NonNullable<Remark["how"]>, (by: Whos) => Runs>,
  },

  cast: {
    of: (whos: Whos): Runs => say`of ${names(whos)}`,
    offersMade: count("offer", "offers"),
    raises: count("raise", "raises"),
    withdrawals: count("withdrawal", "withdrawals"),
    acceptances: count("acceptance", "acceptances"),
    rejections: count("rejection", "rejections"),
    insultsPosted: count("insult posted", "insults posted"),
    insultsReceived: count("insult received", "insults received"),
    statements: count("statement", "statements"),
    elsewhere: (name: string, site: string) => `${name} on ${site}`,
  },

  person: {
    stories: count("story", "stories"),
    description: (name: string, n: number) =>
      `${name}: who that is, and what they did, in ${n === 1 ? "one story" : `${n} stories`}.`,
  },
};
