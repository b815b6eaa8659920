/** Lets an editor in. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { faultsOf } from "../../events/parse.ts";
import { answerJson } from "../http/answer.ts";
import { readJsonBody } from "../http/body.ts";
import { answerInvalid } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { addToken } from "../store/editors.ts";
import { listedToken, newToken, tokenHolder } from "../store/token.ts";

/** The route `POST /api/editors`. */
export const addEditorRoute = defineRoute({
  method: "post",
  path: "/api/editors",
  name: "addEditor",
  role: "publisher",
  recently: true,
  described: describes && {
    body: tokenHolder,
    summary: "Let an editor in: the answer shows the token, this once",
    description: "An editor may have several tokens: one for each machine, or a new one before the old one is revoked.",
    answers: {
      201: {
        description: "The editor may write from now on. Only the token's hash is kept.",
        content: {
          "application/json": z.strictObject({ ...listedToken.shape, token: z.string() }).check(z.meta({ id: "AddedToken" })),
        },
      },
    },
    problems: ["malformed-request", "too-large", "unsupported-media-type", "invalid", "unavailable"],
  },
  handle: async (c) => {
    const body = await readJsonBody(c);
    if ("problem" in body) return body.problem;
    const parsed = tokenHolder.safeParse(body.json);
    if (!parsed.success) return answerInvalid(c, faultsOf(parsed.error, ""));
    const token = newToken();
    const added = await addToken(c.var.d1, token, parsed.data);
    return answerJson(c, { ...added, token }, { "Cache-Control": "no-store" }, 201);
  },
});
