/** Makes the index of the search, as far as one request may. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { answerJson } from "../http/answer.ts";
import { defineRoute } from "../http/route.ts";
import { resetPeopleIndex, updatePeople } from "../search/people-index.ts";
import { reportSearchIndex } from "../search/search-index.ts";

const leftOut =
  describes &&
  z
    .strictObject({
      position: z.int(),
      story: z.string(),
      version: z.int(),
      reason: z.enum(["newer", "unreadable", "story-unreadable"]).check(
        z.meta({
          description:
            describes &&
            "Its type or its schema is of a newer version of Riposte; it cannot be read; or its story cannot, and with it what a correction or a retraction comes to.",
        }),
      ),
    })
    .check(z.meta({ id: "NotIndexed" }));

const answer =
  describes &&
  z
    .strictObject({
      indexed: z.int(),
      head: z.int(),
      leftOut: z.array(leftOut).check(
        z.meta({
          description: describes && "The first hundred of the events that the index went on without. It tries them again.",
        }),
      ),
    })
    .check(z.meta({ id: "IndexProgress" }));

/** The route `POST /api/search/index`. */
export const indexSearchRoute = defineRoute({
  method: "post",
  path: "/api/search/index",
  name: "indexSearch",
  role: "publisher",
  query: z.strictObject({
    anew: z.optional(z.enum(["true"])).check(z.meta({ description: describes && "Begin at the first event." })),
  }),
  described: describes && {
    summary: "Go on with the index of the search, or begin it anew",
    description:
      "The index follows every write by itself. So do the pages of people, which are made anew with it. Begun anew, it walks through the log from its first event and puts each entry in place of the one that was there: call this until `indexed` is `head`.",
    answers: {
      200: {
        description: "How far the index has come, and how far the log has: positions; and what it had to leave out.",
        content: { "application/json": answer },
      },
    },
    problems: ["unavailable"],
  },
  handle: async (c, { query }) => {
    const anew = query.anew !== undefined;
    if (anew) await resetPeopleIndex(c.var.d1);
    await updatePeople(c.var.d1);
    return answerJson(c, await reportSearchIndex(c.var.d1, { anew }), { "Cache-Control": "no-store" });
  },
});
