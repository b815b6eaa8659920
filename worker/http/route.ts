/** How a route is defined: what it takes, what it answers, and how. The router and the API's description both read it. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { kinds } from "../../events/define.ts";
import { describes } from "../../events/describes.ts";
import { type Fault, faultsOf, pointerTo } from "../../events/parse.ts";
import { languages } from "../../events/tell/languages.ts";
import { instant, slug, storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import type { Role } from "../store/token.ts";
import type { ProblemType } from "./problem.ts";
import { readQuery } from "./query.ts";

/** An answer: what it means, and the schema of each media type that it may come in. */
export type Answer = { description: string; content?: Record<string, z.ZodMiniType>; headers?: Record<string, string> };

/** What the API's description tells of a route. */
export type Described = {
  summary: string;
  description?: string;
  /** Request headers that it heeds, and what each does. */
  headers?: Record<string, string>;
  body?: z.ZodMiniType;
  /** The types of a body that is a file, where it takes one. */
  takes?: readonly string[];
  /** Bodies that it takes, by name. */
  examples?: Record<string, { summary: string; value: unknown }>;
  answers: Record<number, Answer>;
  problems: readonly ProblemType[];
};

/** A route as its file writes it. `Params` and `Query` are what its schemas make of the address. */
export type Route<Params = unknown, Query = unknown> = {
  method: "get" | "post" | "put" | "delete";
  /** As in OpenAPI: `/api/stories/{story}`. */
  path: string;
  /** An operation's name for clients. */
  name: string;
  /** Who alone may. The problems of signing in follow from it. */
  role?: Role;
  /** Set where a session has to be fresh: what cannot be undone asks people to sign in again. */
  recently?: true;
  /** Set where the handler lets its callers in by itself: see `requireRoleLate`. */
  entersLate?: true;
  params?: z.ZodMiniObject;
  query?: z.ZodMiniObject;
  /** What describes it, where that is asked for: `describes && { … }`. */
  described: Described;
  /** Answers. `params` and `query` were parsed by the schemas. */
  handle: (c: Context<App>, input: { params: Params; query: Query }) => Response | Promise<Response>;
};

/** Defines a route of the API. */
export const defineRoute = <Params extends z.ZodMiniObject = z.ZodMiniObject, Query extends z.ZodMiniObject = z.ZodMiniObject>(
  route: Omit<Route<z.infer<Params>, z.infer<Query>>, "params" | "query"> & { params?: Params; query?: Query },
): Route =>
  // The router hands each route what its own schemas have parsed.
  route as Route;

/** Parses what the address says by a route's schemas. A path that names nothing is no fault: it is not there. */
export const parseInput = (
  route: Route,
  params: unknown,
  query: URLSearchParams,
): { input: { params: unknown; query: unknown } } | { faults: Fault[]; in: "path" | "query" } => {
  const path = (route.params ?? z.object({})).safeParse(params);
  if (!path.success) return { faults: faultsOf(path.error, ""), in: "path" };
  const asked = (route.query ?? z.strictObject({})).safeParse(readQuery(query));
  const faults = [...twice(query), ...(asked.success ? [] : faultsOf(asked.error, ""))];
  return asked.success && faults.length === 0 ? { input: { params: path.data, query: asked.data } } : { faults, in: "query" };
};

/** The parameters that stand in a query more than once: nobody knows which of them is meant. */
const twice = (query: URLSearchParams): Fault[] => {
  const seen = new Set<string>();
  const repeated = new Set([...query.keys()].filter((name) => seen.size === seen.add(name).size));
  return [...repeated].map((name) => ({ pointer: pointerTo([name]), detail: "must stand in the address once" }));
};

const wholeNumber = (min: number, max: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,16}$/, `must be a whole number from ${min} to ${max}`)), z.transform(Number)),
    z
      .int({ error: `must be ${max} or less`, abort: true })
      .check(z.minimum(min, `must be ${min} or more`), z.maximum(max, `must be ${max} or less`)),
  );

/** The path of a story's routes: its slug, whether there is such a story or not. */
export const storyParams = z.object({ story: storySlug });

/** A whole number, of a version or of a position. */
export const afterParam = z
  .optional(wholeNumber(0, Number.MAX_SAFE_INTEGER))
  .check(z.meta({ description: describes && "What comes after this, and not this." }));

/** What is new since a version, or since an instant. */
export const sinceParam = z
  .optional(z.union([wholeNumber(0, Number.MAX_SAFE_INTEGER), instant]))
  .check(z.meta({ description: describes && "Only what was added or changed after that version, or after that instant." }));

/** Key moments alone. */
export const keyParam = z.optional(z.enum(["true"])).check(z.meta({ description: describes && "true: only key moments." }));

/** A kind of event. */
export const kindParam = z.optional(z.enum(kinds));

/** The slug of a party, whether the story has it or not. */
export const partyParam = z.optional(slug);

/** A version of a story, from 1, whether the story has it or not. */
export const versionParam = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** How many at the most; where it is left out, the route says. */
export const limitParam = (most: number) =>
  z.optional(wholeNumber(1, most)).check(z.meta({ description: describes && `At most so many; ${most} at the most.` }));

/** A language that Riposte speaks. */
export const langParam = z
  .optional(z.enum(languages))
  .check(z.meta({ description: describes && "The language of headlines; else Accept-Language, else English." }));

/** A projection's query: as it was after a version, or as the log knew it at an instant, and what else it takes. */
export const projectionQuery = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .strictObject({
      lang: langParam,
      version: z.optional(versionParam).check(z.meta({ description: describes && "As it was after that event." })),
      asOf: z.optional(instant).check(z.meta({ description: describes && "As the log knew it at that instant." })),
      ...shape,
    })
    .check(
      z.refine((query: { version?: unknown; asOf?: unknown }) => query.version === undefined || query.asOf === undefined, {
        error: "must not stand beside version: ask for one of them",
        path: ["asOf"],
      }),
    );

/** An instant as the log writes them: UTC, milliseconds. */
export const toLogInstant = (asOf: string | undefined): string | undefined =>
  asOf === undefined ? undefined : new Date(asOf).toISOString();
