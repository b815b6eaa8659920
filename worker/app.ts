/** The application: what stands around every request, then the API's routes, then the pages. */

import type { Context } from "hono";
import { cors } from "hono/cors";
import { HonoBase } from "hono/hono-base";
import { TrieRouter } from "hono/router/trie-router";
import { answerDesk } from "./desk/answer-desk.ts";
import { keepDeskPrivate } from "./desk/keep-private.ts";
import { deskPages } from "./desk/registry.ts";
import type { App } from "./env.ts";
import { BrokenBody } from "./http/body.ts";
import { heedModified } from "./http/middleware/heed-modified.ts";
import { negotiateLanguage } from "./http/middleware/language.ts";
import { leadToProperAddress } from "./http/middleware/proper-address.ts";
import { requestContext } from "./http/middleware/request-context.ts";
import { requireRole, requireRoleLate } from "./http/middleware/require-role.ts";
import { securityHeaders } from "./http/middleware/security-headers.ts";
import { sharedCache } from "./http/middleware/shared-cache.ts";
import { answerInvalid, answerProblem, type ProblemDetails, type ProblemType } from "./http/problem.ts";
import { parseInput, type Route } from "./http/route.ts";
import { errorPage } from "./pages/error.tsx";
import { pages } from "./pages/registry.ts";
import { readWordsFirst } from "./pages/words/read-words.ts";
import { routes } from "./routes/registry.ts";
import { DatabaseOverloaded, DatabaseUnreachable } from "./store/d1.ts";
import { UnreadableEntry } from "./store/rows.ts";

// The router that `hono` falls back on, alone: the smaller ones take a path with a slash more for the same path.
export const app = new HonoBase<App>({ router: new TrieRouter() });

app.use(requestContext);
app.use(securityHeaders);
app.use(sharedCache);
app.use(heedModified);
const readable = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD"],
  allowHeaders: ["Accept", "Accept-Language", "Cache-Control", "If-Modified-Since", "If-None-Match", "Last-Event-ID"],
  exposeHeaders: ["ETag", "Last-Modified", "Link", "Retry-After", "Server-Timing", "X-Request-Id"],
  maxAge: 86_400,
});
app.use("/api/*", readable);
app.use("/openapi.json", readable);
app.use("/oembed", readable);
for (const { path } of pages.filter(({ open }) => open)) app.use(path, readable);
app.use("/desk/*", keepDeskPrivate);
app.use(leadToProperAddress);
app.use(negotiateLanguage);

/** `/a/{b}` as the router writes it. */
const pattern = ({ path }: { path: string }) => path.replaceAll(/\{(\w+)\}/g, ":$1");

const mount = (route: Route): void => {
  if (route.role)
    app.on(route.method, pattern(route), route.entersLate ? requireRoleLate(route.role) : requireRole(route.role, route));
  app.on(route.method, pattern(route), async (c) => {
    const parsed = parseInput(route, c.req.param(), new URL(c.req.url).searchParams);
    if ("input" in parsed) return route.handle(c, parsed.input);
    if (parsed.in === "path" && route.method !== "post")
      return answerProblem(c, "not-found", { detail: "There is nothing at this address." });
    return answerInvalid(c, parsed.faults);
  });
};
routes.forEach(mount);
for (const page of pages) app.get(page.path, readWordsFirst, page.handle);
for (const page of deskPages) app.on(page.method, page.path, (c) => answerDesk(c, page));

const methodsAt = Map.groupBy(
  [
    ...routes.map((route) => ({ path: pattern(route), method: route.method })),
    ...pages.map(({ path }) => ({ path, method: "get" })),
    ...deskPages,
  ],
  ({ path }) => path,
);
for (const [path, taken] of methodsAt) {
  const methods = taken.flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
  const allow = methods.join(", ");
  app.all(path, (c) => fail(c, "method-not-allowed", { detail: `This address takes ${allow}.`, headers: { Allow: allow } }));
}

/** Who asks for a page, or for what is nowhere, is answered with a page; the API's own addresses answer with problems alone. */
const readsPages = ({ req }: Context<App>): boolean =>
  !/^\/(?:api|media)(?:\/|$)/.test(req.path) &&
  routes.every(({ path }) => path !== req.path) &&
  !req.header("Accept")?.includes("json");

const fail = (c: Context<App>, type: ProblemType, details: ProblemDetails): Response | Promise<Response> =>
  readsPages(c) ? errorPage(c, type, details) : answerProblem(c, type, details);

app.notFound((c) => fail(c, "not-found", { detail: "There is nothing at this address." }));

const isRead = ({ req }: Context<App>): boolean => req.method === "GET" || req.method === "HEAD";

const maybeRecorded =
  "The log did not answer: what you sent may have been recorded or not. Send it again with the same Idempotency-Key; without one, look first.";

/** Who was turned away together does not come back together; a database that has too much to do is left alone for longer. */
const secondsToWait = (error: DatabaseUnreachable): number => {
  const [least, most] = error instanceof DatabaseOverloaded ? [15, 45] : [2, 6];
  return least + Math.floor(Math.random() * (most - least + 1));
};

app.onError((error, c) => {
  // Its sender's fault, and nothing for whoever runs this.
  if (error instanceof BrokenBody) return fail(c, "malformed-request", { detail: "The body broke off before its end." });
  // Logged for whoever runs this, never shown: a message may tell of the inside.
  console.error(JSON.stringify({ requestId: c.var.requestId, path: c.req.path, error: error.stack ?? String(error) }));
  if (error instanceof DatabaseUnreachable)
    return fail(c, "unavailable", {
      detail: isRead(c) ? "The log cannot be reached at the moment. Send the request again." : maybeRecorded,
      headers: { "Retry-After": String(secondsToWait(error)) },
    });
  if (error instanceof UnreadableEntry)
    return fail(c, "unreadable", {
      detail: `Event ${error.version} of the story ${error.story} was recorded by a newer edition, or is damaged: this one cannot read it. Nothing is lost; the other stories are not concerned.`,
      version: error.version,
    });
  return fail(c, "internal", { detail: "Something went wrong here. It was noted." });
});
