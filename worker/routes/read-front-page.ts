/** How editors have set the front page. */
import { describes } from "../../events/describes.ts";
import { answerFrontPage, frontPageShape } from "../http/front-page.ts";
import { defineRoute } from "../http/route.ts";
import { readFrontPage } from "../store/front-page.ts";

/** The route `GET /api/front-page`. */
export const readFrontPageRoute = defineRoute({
  method: "get",
  path: "/api/front-page",
  name: "readFrontPage",
  role: "editor",
  described: describes && {
    summary: "The front page as editors have set it: which story leads, which are pinned or hidden, and their sections",
    answers: {
      200: {
        description: "In the order in which the stories stand; those that nobody has set come after, by what happened last.",
        content: { "application/json": frontPageShape },
        headers: { ETag: "Its version: what `If-Match` of a change wants." },
      },
    },
    problems: ["unavailable"],
  },
  handle: async (c) => answerFrontPage(c, (await readFrontPage(c.var.d1)).setting),
});
