/** The texts of what is new, in English. */
import type { Fate } from "../../../story/fate.ts";

export const news = {
  news: {
    bar: {
      label: "News of this story",
      show: "Show what is new",
      changed: "Something that you had read has changed",
      close: "Dismiss",
      elsewhere: "Further on",
    },
    /** What the script says: braces stand for what it fills in; of each count, the word for one and the word for several. */
    told: {
      added: { one: "{n} new", other: "{n} new" },
      corrected: { one: "{n} corrected", other: "{n} corrected" },
      retracted: { one: "{n} retracted", other: "{n} retracted" },
      "taken-down": { one: "{n} taken down", other: "{n} taken down" },
      updated: { one: "{n} updated", other: "{n} updated" },
      reinstated: { one: "{n} reinstated", other: "{n} reinstated" },
      "taken-back": { one: "{n} taken back", other: "{n} taken back" },
      confirmed: { one: "{n} confirmed", other: "{n} confirmed" },
      denied: { one: "{n} denied", other: "{n} denied" },
      amended: { one: "{n} changed", other: "{n} changed" },
      changed: "The page has changed",
      since: "Since you were here {when}: {what}.",
      when: "{day} at {clock}",
      marks: {
        added: "New",
        corrected: "Corrected",
        updated: "Updated",
        retracted: "Retracted",
        reinstated: "Reinstated",
        "taken-down": "Taken down",
        "taken-back": "Taken back",
        confirmed: "Confirmed",
        denied: "Denied",
      } satisfies Record<Fate | "added", string>,
    },
  },
};
