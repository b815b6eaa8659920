/** Who may write, and who might. */

import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { answerJson } from "../http/answer.ts";
import { defineRoute } from "../http/route.ts";
import { listTokens } from "../store/editors.ts";
import { listedToken } from "../store/token.ts";

/** The route `GET /api/editors`. */
export const listEditorsRoute = defineRoute({
  method: "get",
  path: "/api/editors",
  name: "listEditors",
  role: "publisher",
  described: describes && {
    summary: "Every token's id, editor and role, oldest first: never the token",
    answers: {
      200: {
        description: "The tokens, those that expired or were revoked too.",
        content: { "application/json": z.strictObject({ editors: z.array(listedToken) }).check(z.meta({ id: "Editors" })) },
      },
    },
    problems: ["invalid", "unavailable"],
  },
  handle: async (c) => answerJson(c, { editors: await listTokens(c.var.d1) }, { "Cache-Control": "no-store" }),
});
