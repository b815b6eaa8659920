/** Makes the index of the search, as far as one request may. */
import * as z from "zod/mini";
import { answerJson } from "../http/answer.ts";
import { defineRoute } from "../http/route.ts";
import { updateSearchIndex } from "../search/search-index.ts";
import { resetIndex } from "../store/search.ts";

/** The route `POST /api/search/index`. */
export const indexSearchRoute = defineRoute({
  method: "post",
  path: "/api/search/index",
  name: "indexSearch",
  summary: "Go on with the index of the search, or begin it anew",
  description:
    "The index follows every write by itself. Begun anew, it walks through the log from its first event and puts each entry in place of the one that was there: call this until `indexed` is `head`.",
  role: "publisher",
  query: z.strictObject({ anew: z.optional(z.enum(["true"])).check(z.meta({ description: "Begin at the first event." })) }),
  answers: {
    200: {
      description: "How far the index has come, and how far the log has: positions.",
      content: { "application/json": z.strictObject({ indexed: z.int(), head: z.int() }).check(z.meta({ id: "IndexProgress" })) },
    },
  },
  problems: ["unavailable"],
  handle: async (c, { query }) => {
    const { d1 } = c.var;
    if (query.anew) await d1.batch(resetIndex(d1));
    return answerJson(c, await updateSearchIndex(d1), { "Cache-Control": "no-store" });
  },
});
