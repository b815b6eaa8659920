/** Imports a part of a log that was exported from another deployment. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { logEntry } from "../../events/log-entry.ts";
import { faultsOf } from "../../events/parse.ts";
import { isTakedown } from "../../events/remains.ts";
import { storySlug } from "../../events/values.ts";
import { answerJson } from "../http/answer.ts";
import { readJsonBody } from "../http/body.ts";
import { answerInvalid, answerRefused } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { answerContended } from "../http/writing.ts";
import type { StoredEntry } from "../store/rows.ts";
import { notifyFollowers } from "../write/followers.ts";
import { importLog } from "../write/import.ts";
import { purgeTakenDown } from "../write/purge-taken-down.ts";

/** As many as one transaction takes in well. */
const most = 1000;

const shipment = z
  .strictObject({
    story: storySlug,
    entries: z
      .array(logEntry)
      .check(z.minLength(1, "must have at least one entry"), z.maxLength(most, `must have at most ${most} entries`)),
    continues: z.optional(z.boolean()).check(
      z.meta({
        description: describes && "Whether they may go on from an event that was recorded here; else that is refused.",
      }),
    ),
    more: z.optional(z.boolean()).check(
      z.meta({
        description:
          describes &&
          "Whether the rest of the log comes later: an entry whose content is gone may then come before the takedown that says why.",
      }),
    ),
  })
  .check(z.meta({ id: "Shipment" }));

/** Why a shipment does not fit what is here, by where it does not. */
const conflicts = {
  behind: (version: number) => ({ code: "log-behind", detail: `The story stands at version ${version}: begin after it.` }),
  diverged: (version: number) => ({ code: "log-diverged", detail: `Another event stands at version ${version} already.` }),
  "recorded-here": (version: number) => ({
    code: "recorded-here",
    detail: `Event ${version} was recorded here: say \`"continues": true\` where the shipment is meant to go on from it.`,
  }),
  unexplained: (version: number) => ({
    code: "unexplained",
    detail: `The content of event ${version} is gone, and no entry says who took it down: say \`"more": true\` where that one comes later.`,
  }),
};

/** The route `POST /api/imports`. */
export const importLogRoute = defineRoute({
  method: "post",
  path: "/api/imports",
  name: "importLog",
  role: "publisher",
  described: describes && {
    body: shipment,
    summary: "Take in a part of a story's log that was exported from another deployment",
    description:
      "Entries follow each other without a gap, from the story's head here or before it. Each seal is verified, and each event is judged as when it was recorded; what is there already is passed over. The log keeps its versions, times, editors and seals, and says beside them who imported it. What its takedowns took down is erased here too.",
    answers: {
      200: {
        description: "Taken in, now or before.",
        content: {
          "application/json": z
            .strictObject({ story: z.string(), version: z.int(), added: z.int() })
            .check(z.meta({ id: "Imported" })),
        },
      },
    },
    problems: ["malformed-request", "refused", "too-large", "unsupported-media-type", "invalid", "unavailable"],
  },
  handle: async (c) => {
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const parsed = shipment.safeParse(body.json);
    if (!parsed.success) return answerInvalid(c, faultsOf(parsed.error, ""));
    const { story, entries, continues, more } = parsed.data;
    // The schema has vouched for the envelopes; `importLog` looks at the data by type.
    const outcome = await importLog(c.var.d1, {
      ...{ story, continues, more, editor: c.var.editor },
      entries: entries as StoredEntry[],
    });
    switch (outcome.kind) {
      case "imported":
        if (outcome.added > 0) notifyFollowers(c, story, outcome.version);
        // One that is sent again brings nothing new, and may be sent since something went wrong with the first.
        if (entries.some(isTakedown)) await purgeTakenDown(c, story, { pictures: true });
        return answerJson(c, { story, version: outcome.version, added: outcome.added }, { "Cache-Control": "no-store" });
      case "behind":
      case "diverged":
      case "recorded-here":
      case "unexplained":
        return answerRefused(c, [{ ...conflicts[outcome.kind](outcome.version), version: outcome.version }], "");
      case "broken": {
        const { version, code, why } = outcome.broken;
        return answerRefused(c, [{ code: `broken-${code}`, version, detail: `Event ${version} does not hold: ${why}.` }], "");
      }
      case "invalid":
        return answerInvalid(c, outcome.faults);
      case "contended":
        return answerContended(c);
    }
  },
});
