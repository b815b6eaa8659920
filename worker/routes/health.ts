/** Whether the log can be reached. */
import * as z from "zod/mini";
import { answerJson } from "../http/answer.ts";
import { defineRoute } from "../http/route.ts";
import { pingDatabase } from "../store/d1.ts";

/** The route `GET /health`. */
export const healthRoute = defineRoute({
  method: "get",
  path: "/health",
  name: "health",
  summary: "Whether D1 answers",
  answers: {
    200: {
      description: "It does.",
      content: { "application/json": z.strictObject({ status: z.literal("ok") }).check(z.meta({ id: "Health" })) },
    },
  },
  problems: ["unavailable"],
  handle: async (c) => {
    await pingDatabase(c.var.d1);
    return answerJson(c, { status: "ok" }, { "Cache-Control": "no-store" });
  },
});
