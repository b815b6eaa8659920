/** Revokes an editor's token. */
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { answerProblem } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { revokeToken } from "../store/editors.ts";
import { tokenId } from "../store/token.ts";

/** The route `DELETE /api/editors/{id}`. */
export const revokeEditorRoute = defineRoute({
  method: "delete",
  path: "/api/editors/{id}",
  name: "revokeEditor",
  role: "publisher",
  params: z.object({ id: tokenId }),
  described: describes && {
    summary: "Revoke a token, from the next request on",
    description:
      "What was recorded by it stays. Nobody revokes the token that they are using: so the last publisher is not locked out.",
    answers: { 204: { description: "It is good no more." } },
    problems: ["not-found", "refused", "invalid", "unavailable"],
  },
  handle: async (c, { params: { id } }) => {
    if (id === c.var.tokenId)
      return answerProblem(c, "refused", {
        code: "own-token",
        detail: "This is the token that you are using: revoke it by another.",
      });
    if (!(await revokeToken(c.var.d1, id)))
      return answerProblem(c, "not-found", { detail: "No token that could be revoked has this id." });
    return c.body(null, 204, { "Cache-Control": "no-store" });
  },
});
