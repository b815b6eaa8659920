/**
 * The API's description, OpenAPI 3.1, made from the routes and their schemas: nothing in it is written twice. The build makes it, by
 * `scripts/vendor.ts`, and the Worker does not carry what it takes to make it.
 */
import * as z from "zod/mini";
import { type ProblemType, problems } from "./problem.ts";
import type { Answer, Described, Route } from "./route.ts";
import { problemShape } from "./shapes.ts";

type Json = Record<string, unknown>;

/** Collects schemas, so that all of them are made into JSON Schema at once and share their components. */
const collector = () => {
  const collected: z.ZodMiniType[] = [];
  return {
    collected,
    /** Where the schema's JSON will stand. */
    take: (schema: z.ZodMiniType): { index: number } => ({ index: collected.push(schema) - 1 }),
  };
};

const jsonSchemas = (collected: readonly z.ZodMiniType[]) => {
  const all = z.object(Object.fromEntries(collected.map((schema, index) => [`_${index}`, schema])));
  const made = z.toJSONSchema(all, {
    target: "draft-2020-12",
    // What a schema is known by stands in the components' names.
    override: ({ jsonSchema }) => {
      delete jsonSchema.id;
    },
  });
  const { properties = {}, $defs = {} } = JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/'));
  return { schemaAt: (index: number): unknown => properties[`_${index}`], components: $defs as Json };
};

/** Describes routes. Schemas stand in it as `{ index }` until all are known. */
export const describeApi = (routes: readonly Route[]): Json => {
  const { collected, take } = collector();
  const problemSchema = take(problemShape);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    operations[route.method] = operationOf(route, route.described, take, problemSchema);
    paths[route.path] = operations;
  }
  const { schemaAt, components } = jsonSchemas(collected);
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    if ("index" in value && typeof value.index === "number") return schemaAt(value.index);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
  };
  return {
    openapi: "3.1.1",
    info: {
      title: "Riposte",
      version: "1",
      summary: "A running story, event by event: who offered what, who turned it down, who countered, who insulted whom.",
      description:
        "Editors append typed events to a story's log; readers fetch projections of it. Errors are RFC 9457 problems, all of a request's faults at once.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths: resolve(paths) as Json,
    components: { schemas: components, securitySchemes: { editor: { type: "http", scheme: "bearer" } } },
  };
};

type Take = ReturnType<typeof collector>["take"];

/** Who may: what the operations are grouped by. */
const tags = {
  reader: "For everybody",
  contributor: "For contributors",
  editor: "For editors",
  publisher: "For publishers",
};

const operationOf = (route: Route, described: Described, take: Take, problemSchema: unknown): Json => ({
  operationId: route.name,
  tags: [tags[route.role ?? "reader"]],
  summary: described.summary,
  ...(described.description === undefined ? {} : { description: described.description }),
  // OpenAPI 3.1 lets a bearer's list name the roles that are wanted.
  security: route.role ? [{ editor: [route.role] }] : [],
  parameters: [
    ...parametersOf("path", route.params, take),
    ...parametersOf("query", route.query, take),
    ...Object.entries(described.headers ?? {}).map(([name, description]) => ({
      name,
      in: "header",
      description,
      schema: { type: "string" },
    })),
  ],
  ...(described.body
    ? {
        requestBody: {
          required: true,
          content: { "application/json": { schema: take(described.body), ...examplesOf(described) } },
        },
      }
    : {}),
  // A file has no schema (OpenAPI 3.1.1, section 4.8.14.3).
  ...(described.takes
    ? { requestBody: { required: true, content: Object.fromEntries(described.takes.map((type) => [type, {}])) } }
    : {}),
  responses: {
    ...Object.fromEntries(Object.entries(described.answers).map(([status, answer]) => [status, responseOf(answer, take)])),
    ...problemResponses(route, described, problemSchema),
  },
});

const examplesOf = ({ examples }: Described): Json => (examples ? { examples } : {});

const parametersOf = (where: "path" | "query", schema: z.ZodMiniObject | undefined, take: Take): Json[] =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const required = where === "path" || !(field as z.ZodMiniType).safeParse(undefined).success;
    const description = z.globalRegistry.get(field)?.description;
    return { name, in: where, required, ...(description ? { description } : {}), schema: take(field as z.ZodMiniType) };
  });

const responseOf = ({ description, content, headers }: Answer, take: Take): Json => ({
  description,
  ...(headers
    ? {
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, what]) => [name, { description: what, schema: { type: "string" } }]),
        ),
      }
    : {}),
  ...(content
    ? { content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema: take(schema) }])) }
    : {}),
});

/** What can go wrong wherever a role is wanted. */
const signingIn: readonly ProblemType[] = ["unauthorized", "forbidden", "too-many-requests"];

/** What can go wrong everywhere: no address takes parameters that it does not know. */
const anywhere: readonly ProblemType[] = ["invalid"];

/** Problem types share statuses: one response each, that names all of them. */
const problemResponses = (route: Route, described: Described, schema: unknown): Json => {
  const types = [...new Set([...(route.role ? signingIn : []), ...described.problems, ...anywhere])];
  const byStatus = Object.groupBy(types, (type) => String(problems[type].status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, types = []]) => [
      status,
      {
        description: types.map((type) => `${problems[type].title} (\`${type}\`).`).join(" "),
        content: { "application/problem+json": { schema } },
      },
    ]),
  );
};
