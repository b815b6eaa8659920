/** Whether the log can be reached, and is all there. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { answerJson } from "../http/answer.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { readMissing } from "../store/schema.ts";

/** What the newest migration leaves, as the build has found it in the migrations themselves. */
const schema = z.array(z.strictObject({ type: z.string(), name: z.string(), sql: z.optional(z.string()) })).check(z.minLength(1));

/** The route `GET /health`. */
export const healthRoute = defineRoute({
  method: "get",
  path: "/health",
  name: "health",
  described: describes && {
    summary: "Whether D1 answers, with every table and trigger that the newest migration leaves",
    answers: {
      200: {
        description: "It does.",
        content: { "application/json": z.strictObject({ status: z.literal("ok") }).check(z.meta({ id: "Health" })) },
      },
    },
    problems: ["unavailable"],
  },
  handle: async (c) => {
    const file = await c.env.ASSETS.fetch(new URL("/vendor/schema.json", c.req.url));
    const missing = await readMissing(c.var.d1, schema.parse(await file.json()));
    if (missing.length > 0)
      return answerProblem(c, "unavailable", {
        detail: `The database lacks ${missing.map(({ type, name }) => `the ${type} ${name}`).join(", ")}. Apply the migrations.`,
        headers: { "Retry-After": "60" },
      });
    return answerJson(c, { status: "ok" }, { "Cache-Control": "no-store" });
  },
});
