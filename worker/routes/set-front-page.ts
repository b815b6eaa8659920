/** Sets the front page. */

import type { Context } from "hono";
import { describes } from "../../events/describes.ts";
import { faultsOf } from "../../events/parse.ts";
import type { App } from "../env.ts";
import { readJsonBody } from "../http/body.ts";
import { answerFrontPage, frontPageBody, frontPageFaults, frontPageShape } from "../http/front-page.ts";
import { parsePreconditions } from "../http/preconditions.ts";
import { answerInvalid, answerProblem } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { readFrontPage, writeFrontPage } from "../store/front-page.ts";

/** How often it is tried by who names no version. */
const attempts = 4;

/** The route `PUT /api/front-page`. */
export const setFrontPageRoute = defineRoute({
  method: "put",
  path: "/api/front-page",
  name: "setFrontPage",
  role: "editor",
  described: describes && {
    summary: "Set the front page: which story leads, which are pinned or hidden, and their sections",
    description:
      "All of it at once: what is not named is set nowhere, has no section, and stands where it last moved. Who set what before stays known. With `If-Match`, only what you have seen is replaced.",
    headers: {
      "If-Match": "The version that you have seen, as its ETag says it: at any other, nothing is set, and the answer is 412.",
    },
    body: frontPageBody,
    examples: {
      order: {
        summary: "One story leads, one is pinned",
        value: {
          stories: [
            { story: "musk-openai", place: "lead", section: "Deals" },
            { story: "writers-strike", place: "pinned" },
          ],
        },
      },
    },
    answers: {
      200: {
        description: "It is set, and readers see it so within seconds.",
        content: { "application/json": frontPageShape },
        headers: { ETag: "Its new version." },
      },
    },
    problems: ["malformed-request", "version-mismatch", "too-large", "unsupported-media-type", "invalid", "unavailable"],
  },
  handle: async (c) => {
    const expects = parsePreconditions(c.req.header("If-Match"), undefined);
    if (!expects) return answerProblem(c, "malformed-request", { detail: "If-Match is a list of entity tags (RFC 9110)." });
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const parsed = frontPageBody.safeParse(body.json);
    if (!parsed.success) return answerInvalid(c, faultsOf(parsed.error, ""));
    const { stories } = parsed.data;
    for (let attempt = 1; ; attempt += 1) {
      const { setting, known } = await readFrontPage(
        c.var.d1,
        stories.map(({ story }) => story),
      );
      const faults = frontPageFaults(stories, known);
      if (faults.length > 0) return answerInvalid(c, faults);
      if (!expects(setting.revision)) return answerSetMeanwhile(c, setting);
      const written = await writeFrontPage(c.var.d1, setting.revision, stories, c.var.editor);
      if (written) return answerFrontPage(c, written);
      if (attempt === attempts) return answerSetMeanwhile(c, (await readFrontPage(c.var.d1)).setting);
    }
  },
});

const answerSetMeanwhile = (c: Context<App>, { revision, setBy }: { revision: number; setBy?: string }): Response =>
  answerProblem(c, "version-mismatch", {
    detail: `The front page stands at version ${revision}${setBy === undefined ? "" : `, as ${setBy} has set it`}. Nothing was set.`,
    version: revision,
  });
