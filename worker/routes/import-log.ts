/** Imports a part of a log that was exported from another deployment. */
import * as z from "zod/mini";
import { faultsOf } from "../../events/parse.ts";
import { storySlug } from "../../events/values.ts";
import { answerJson } from "../http/answer.ts";
import { readJsonBody } from "../http/body.ts";
import { answerInvalid, answerRefused } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { logEntry } from "../http/shapes.ts";
import { answerContended } from "../http/writing.ts";
import type { StoredEntry } from "../store/rows.ts";
import { notifyFollowers } from "../write/followers.ts";
import { importLog } from "../write/import.ts";

/** As many as one transaction takes in well. */
const most = 1000;

const shipment = z
  .strictObject({
    story: storySlug,
    entries: z
      .array(logEntry)
      .check(z.minLength(1, "must have at least one entry"), z.maxLength(most, `must have at most ${most} entries`)),
  })
  .check(z.meta({ id: "Shipment" }));

/** The route `POST /api/imports`. */
export const importLogRoute = defineRoute({
  method: "post",
  path: "/api/imports",
  name: "importLog",
  summary: "Take in a part of a story's log that was exported from another deployment",
  description:
    "Entries follow each other without a gap, from the story's head here or before it. Each seal is verified; what is there already is passed over. The log keeps its versions, times, editors and seals. What its takedowns took down is erased here too.",
  role: "publisher",
  body: shipment,
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
  handle: async (c) => {
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const parsed = shipment.safeParse(body.json);
    if (!parsed.success) return answerInvalid(c, faultsOf(parsed.error, ""));
    const { story, entries } = parsed.data;
    // The schema has vouched for the envelopes; `importLog` looks at the data by type.
    const outcome = await importLog(c.var.d1, { story, entries: entries as StoredEntry[] });
    switch (outcome.kind) {
      case "imported":
        if (outcome.added > 0) notifyFollowers(c, story, outcome.version);
        return answerJson(c, { story, version: outcome.version, added: outcome.added }, { "Cache-Control": "no-store" });
      case "behind":
        return answerRefused(
          c,
          [
            {
              code: "log-behind",
              version: outcome.version,
              detail: `The story stands at version ${outcome.version}: begin after it.`,
            },
          ],
          "",
        );
      case "diverged":
        return answerRefused(
          c,
          [
            {
              code: "log-diverged",
              version: outcome.version,
              detail: `Another event stands at version ${outcome.version} already.`,
            },
          ],
          "",
        );
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
