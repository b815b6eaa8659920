/** What stands around every request: its id, its D1 and what that cost. */
import { createMiddleware } from "hono/factory";
import { type App, d1Of } from "../../env.ts";

/** Gives each request an id and a database of its own; the answer tells the id, and what was asked of the database. */
export const requestContext = createMiddleware<App>(async (c, next) => {
  const requestId = crypto.randomUUID();
  const d1 = d1Of(c.env);
  c.set("requestId", requestId);
  c.set("d1", d1);
  await next();
  c.header("X-Request-Id", requestId);
  const { trips, read, written, ms } = d1.cost;
  // https://www.w3.org/TR/server-timing/
  if (trips > 0) c.header("Server-Timing", `d1;dur=${ms.toFixed(1)};desc="trips=${trips} read=${read} written=${written}"`);
});
