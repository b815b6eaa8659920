/** The API's description, OpenAPI 3.1. */
import * as z from "zod/mini";
import { json } from "../answer.ts";
import { describe } from "../openapi.ts";
import { defineRoute, type Route } from "../route.ts";

/** The route that describes `routes`, and itself. */
export const openapiOf = (routes: readonly Route[]): Route => {
  let made: unknown;
  const route = defineRoute({
    method: "get",
    path: "/openapi.json",
    name: "describe",
    summary: "This description",
    answers: { 200: { description: "OpenAPI 3.1.", content: { "application/json": z.record(z.string(), z.unknown()) } } },
    problems: [],
    handle: (c) => {
      made ??= describe([...routes, route]);
      return json(c, made, { "Cache-Control": "public, max-age=300" });
    },
  });
  return route;
};
