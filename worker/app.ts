/** The application: what stands around every request, then the API's routes, then the pages. */

import type { Context } from "hono";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { languageDetector } from "hono/language";
import { secureHeaders } from "hono/secure-headers";
import { languages } from "../events/tell.ts";
import type { App } from "./env.ts";
import { around } from "./middleware/around.ts";
import { editorsOnly } from "./middleware/editor.ts";
import { notFoundPage } from "./pages/not-found.tsx";
import { pages } from "./pages/registry.ts";
import { invalid, problem } from "./problem.ts";
import { parseInput, type Route } from "./route.ts";
import { routes } from "./routes/registry.ts";
import { Unreachable } from "./store/d1.ts";

export const app = new Hono<App>();

app.use(around);
app.use(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "strict-origin-when-cross-origin",
    crossOriginResourcePolicy: false,
  }),
);
const readable = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD"],
  allowHeaders: ["Accept", "Accept-Language", "If-None-Match"],
  exposeHeaders: ["ETag", "Link", "Server-Timing", "X-Request-Id"],
  maxAge: 86_400,
});
app.use("/api/*", readable);
app.use("/openapi.json", readable);
app.use(
  languageDetector({
    order: ["querystring", "header"],
    lookupQueryString: "lang",
    supportedLanguages: [...languages],
    fallbackLanguage: "en",
    caches: false,
  }),
);

/** `/a/{b}` as the router writes it. */
const pattern = ({ path }: { path: string }) => path.replaceAll(/\{(\w+)\}/g, ":$1");

const mount = (route: Route): void => {
  if (route.editorsOnly) app.on(route.method, pattern(route), editorsOnly);
  app.on(route.method, pattern(route), async (c) => {
    const parsed = parseInput(route, c.req.param(), c.req.query());
    if ("input" in parsed) return route.handle(c, parsed.input);
    if (parsed.in === "path" && route.method === "get")
      return problem(c, "not-found", { detail: "There is nothing at this address." });
    return invalid(c, parsed.faults);
  });
};
routes.forEach(mount);
for (const page of pages) app.get(page.path, page.handle);

const methodsAt = Map.groupBy(
  [
    ...routes.map((route) => ({ path: pattern(route), method: route.method })),
    ...pages.map(({ path }) => ({ path, method: "get" })),
  ],
  ({ path }) => path,
);
for (const [path, taken] of methodsAt) {
  const methods = taken.flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
  app.all(path, (c) =>
    problem(c, "method-not-allowed", {
      detail: `This address takes ${methods.join(", ")}.`,
      headers: { Allow: methods.join(", ") },
    }),
  );
}

const isApi = (c: Context<App>) => c.req.path.startsWith("/api");

app.notFound((c) => (isApi(c) ? problem(c, "not-found", { detail: "There is nothing at this address." }) : notFoundPage(c)));

app.onError((error, c) => {
  // Logged for whoever runs this, never shown: a message may tell of the inside.
  console.error(JSON.stringify({ requestId: c.var.requestId, path: c.req.path, error: error.stack ?? String(error) }));
  if (error instanceof Unreachable)
    return problem(c, "unavailable", {
      detail: "The log cannot be reached at the moment. Send the request again.",
      headers: { "Retry-After": "2" },
    });
  return problem(c, "internal", { detail: "Something went wrong here. It was noted." });
});
