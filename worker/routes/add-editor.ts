/** Lets an editor in. */
import * as z from "zod/mini";
import { faultsOf } from "../../events/parse.ts";
import { json } from "../http/answer.ts";
import { readJson } from "../http/body.ts";
import { invalid } from "../http/problem.ts";
import { defineRoute } from "../http/route.ts";
import { listedToken } from "../http/shapes.ts";
import { addToken } from "../store/editors.ts";
import { bearer, newToken } from "../store/token.ts";

export const addEditor = defineRoute({
  method: "post",
  path: "/api/editors",
  name: "addEditor",
  summary: "Let an editor in: the answer shows the token, this once",
  description: "An editor may have several tokens: one for each machine, or a new one before the old one is revoked.",
  role: "publisher",
  body: bearer,
  answers: {
    201: {
      description: "The editor may write from now on. Only the token's hash is kept.",
      content: {
        "application/json": z.strictObject({ ...listedToken.shape, token: z.string() }).check(z.meta({ id: "AddedToken" })),
      },
    },
  },
  problems: ["malformed-request", "too-large", "unsupported-media-type", "invalid", "unavailable"],
  handle: async (c) => {
    const body = await readJson(c);
    if ("problem" in body) return body.problem;
    const parsed = bearer.safeParse(body.json);
    if (!parsed.success) return invalid(c, faultsOf(parsed.error, ""));
    const token = newToken();
    const added = await addToken(c.var.d1, token, parsed.data);
    return json(c, { ...added, token }, { "Cache-Control": "no-store" }, 201);
  },
});
