/** A route for each folded projection. */
import * as z from "zod/mini";
import { type ProjectionName, projectionNames, projections } from "../../projections/registry.ts";
import { answerRead, heldBy } from "../http/answer.ts";
import { defineRoute, type Route, story, timed, toRecorded } from "../http/route.ts";
import { read } from "../read/projections.ts";

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const routeOf = (projection: ProjectionName): Route => {
  const { summary, schema } = projections[projection];
  return defineRoute({
    method: "get",
    path: `/api/stories/{story}/${projection}`,
    name: `read${capital(projection)}`,
    summary,
    params: story,
    query: timed({}),
    answers: {
      200: {
        description: "The projection, at the version that `version` says.",
        content: {
          "application/json": z.strictObject({ story: z.string(), version: z.int(), ...(schema as z.ZodMiniObject).shape }),
        },
        headers: { ETag: "It changes with the story's version, the language and the projection's own revision." },
      },
      304: { description: "You have it." },
    },
    problems: ["not-found", "invalid", "unavailable"],
    handle: async (c, { params, query: { version, asOf } }) => {
      const language = c.var.language;
      const then = { version, asOf: toRecorded(asOf) };
      const reading = await read(c.var.d1, {
        story: params.story,
        projections: [projection],
        language,
        held: heldBy(c),
        ...then,
      });
      return answerRead(c, reading, version !== undefined, (views, at) => ({
        story: params.story,
        version: at,
        ...views[projection],
      }));
    },
  });
};

export const readProjections = projectionNames.map(routeOf);
