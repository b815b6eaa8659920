/** The texts of the page that verifies a log, in English. */
import type { Kept } from "../../../../../events/audit.ts";
import type { Unreadable } from "../../../../../events/exported.ts";
import type { Broken } from "../../../../../events/verify.ts";

export const verify = {
  verify: {
    title: "Verify the log",
    lead: "Your browser reads the whole log and checks every seal in it, one after the other. The server’s word is not taken for anything.",
    progress: "Events that were checked",
    noScript: "Your browser runs no scripts here. Verify the log on your own machine: see below.",
    kept: {
      title: "Checkpoints",
      lead: "A checkpoint says how many events the log has and what the hash of the newest is, and is signed. Keep one: it will tell whether the log has only grown since, and whether others were shown the same.",
      today: "Today’s checkpoint",
      keep: "Keep this checkpoint",
      note: "A checkpoint that you kept",
      key: "The key that signed it",
      check: "Check it against the log",
    },
    elsewhere: {
      title: "On your own machine",
      lead: "This page’s script comes from the same server as the log. Who does not want to trust it takes Riposte from elsewhere and verifies there:",
      gone: "What had to be taken down by law is gone from the log for good. Its place, its seal and the event that says who took it down, when and why remain, and are verified with the rest.",
    },
    /** What the script says: braces stand for what it fills in. */
    told: {
      reading: "The log is being read and checked…",
      holds: "Every event holds, {version} in all.",
      head: "Hash of the newest event: {hash}",
      broken: "Event {version} does not hold: {why}. All before it holds.",
      unreadable: "Line {line} of the log could not be read: {why}.",
      unjudged: "{unjudged} of them hold by their seals alone: they could not be held to the rules of this edition.",
      same: "What this site shows of the story is what the log comes to.",
      other: "But this site shows something else than the log comes to ({name}): “{shown}”, and not “{folded}”.",
      otherPart: "But this site shows something else than the log comes to: {name}.",
      unseen: "Whether events are missing at the end, or the whole was written anew, no log tells of itself: a checkpoint does.",
      failed: "The log could not be read to its end. Try again.",
      insecure: "This browser checks seals only on pages that come over HTTPS.",
      notKey: "This is no key: a key is a line, NAME+ID+KEY.",
      unsigned: "This checkpoint was not signed by this key, or was changed since.",
      noSignatures: "This browser cannot check such signatures (Ed25519).",
      whys: {
        story: "it is an event of another story",
        version: "another version stands in its place",
        body: "its data, its sources or its pictures are not those that were sealed",
        envelope: "its envelope or its place is not the one that was sealed",
        unexplained: "its content is gone, and no event says that it was taken down",
        refused: "no deployment would have recorded it",
      } satisfies Record<Broken["code"], string>,
      lines: {
        "too-long": "it is longer than any event",
        "not-utf8": "it is not UTF-8",
        "not-json": "it is not JSON",
        "named-twice": "it names a member twice",
        "not-an-event": "it is not an event of a log, or has members that no seal covers",
      } satisfies Record<Unreadable["code"], string>,
      kept: {
        grew: "The checkpoint of event {size} is of this log, which has only grown since.",
        rewritten: "The log was rewritten: the events up to {size} are not those of the checkpoint.",
        shorter: "Events are missing: the log ends before event {size}, where the checkpoint was made.",
        unreached: "What the checkpoint of event {size} makes of it cannot be told: the log does not hold that far.",
        absent: "The checkpoint is of another story, “{story}”.",
      } satisfies Record<Kept, string>,
    },
  },
};
