/** The API's description, OpenAPI 3.1: a file that the build writes from the routes, this one among them. */
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { defineRoute } from "../http/route.ts";

const path = "/openapi.json";

/** The route `GET /openapi.json`. */
export const openapiRoute = defineRoute({
  method: "get",
  path,
  name: "describe",
  described: describes && {
    summary: "This description",
    answers: { 200: { description: "OpenAPI 3.1.", content: { "application/json": z.record(z.string(), z.unknown()) } } },
    problems: [],
  },
  handle: async (c) => {
    const file = await c.env.ASSETS.fetch(new URL(path, c.req.url));
    if (!file.ok) throw new Error("The build has left no description: npm run vendor writes it");
    return c.body(await file.text(), 200, {
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=300",
      Vary: "Accept, Accept-Language",
    });
  },
});
