/** A route for each folded projection. */
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import { type ProjectionName, projectionNames, projections } from "../../projections/registry.ts";
import { answerProjection, heldEtags } from "../http/answer.ts";
import { defineRoute, projectionQuery, type Route, storyParams, toLogInstant } from "../http/route.ts";
import { readProjections } from "../read/projections.ts";

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const routeOf = (projection: ProjectionName): Route => {
  const { summary, schema } = projections[projection];
  return defineRoute({
    method: "get",
    path: `/api/stories/{story}/${projection}`,
    name: `read${capital(projection)}`,
    params: storyParams,
    query: projectionQuery({}),
    described: describes && {
      summary,
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
    },
    handle: async (c, { params, query: { version, asOf } }) => {
      const language = c.var.language;
      const then = { version, asOf: toLogInstant(asOf) };
      const reading = await readProjections(c.var.d1, {
        story: params.story,
        projections: [projection],
        language,
        held: heldEtags(c),
        ...then,
      });
      return answerProjection(c, reading, version !== undefined, (views, at) => ({
        story: params.story,
        version: at,
        ...views[projection],
      }));
    },
  });
};

/** The routes `GET /api/stories/{story}/…`, one for each projection. */
export const readProjectionRoutes = projectionNames.map(routeOf);
