/** The page for an address where nothing stands. */
import type { Context } from "hono";
import type { App } from "../env.ts";

export const notFoundPage = (c: Context<App>) => c.html(<p>Not found</p>, 404);
