/** The phrases of a story's page, of its past and of what leads elsewhere, in English. */

import { english } from "../../../../events/tell/en/grammar.ts";
import type { Runs } from "../../../../events/tell/runs.ts";
import { count, names, say, type Whos } from "./say.ts";

const isGreenwich = (zone: string): boolean => english.zoneName(zone) === "GMT";

export const story = {
  story: {
    isOwed: (owing: Whos, by: Whos): Runs => say`from ${names(owing)} to ${names(by)}`,
    toAgree: (whos: Whos): Runs => say`Still to agree: ${names(whos)}`,
    speaksFor: (body: Whos): Runs => say`for ${names(body)}`,
    version: (version: number) => `Version ${version}`,
  },

  brief: {
    morePoints: count("more point", "more points"),
    since: count("event since", "events since"),
    openKeyMoments: count("key moment", "key moments"),
  },

  /** In whose time times are told. */
  times: {
    zone: (zone: string) => (isGreenwich(zone) ? "Greenwich Mean Time" : `Times in ${english.zoneName(zone)}`),
    /** What the script says: braces stand for what it fills in. */
    told: (zone: string) => ({
      own: "Show my time",
      back: isGreenwich(zone) ? "Show GMT" : `Show times in ${english.zoneName(zone)}`,
      zone: "Times in {zone}",
      stamp: "{clock} in {zone}",
      hour: "about {clock}",
      copied: "Copied",
    }),
  },

  past: {
    asItWas: (version: number) => `This is the story as it was after event ${version}.`,
    later: (n: number) => `${n === 1 ? "One event was" : `${n} events were`} recorded since.`,
    day: (zone: string) => `At the end of a day (${english.zoneName(zone)})`,
  },

  since: {
    added: count("new event", "new events"),
    amended: count("event changed, retracted or taken down", "events changed, retracted or taken down"),
  },

  corrections: {
    count: (n: number) => (n === 0 ? "No correction so far" : n === 1 ? "1 correction" : `${n} corrections`),
  },

  share: {
    frozen: (version: number) =>
      `In a frame that is as high as it needs to be and stays as the story was after event ${version}. Each part has its own address:`,
  },

  /** Lists that show so many of their items at a time. */
  lists: {
    window: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
    more: (n: number) => `and ${n} more`,
  },
};
