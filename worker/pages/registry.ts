/** The pages. A new one is a file and a line here. */
import type { Context } from "hono";
import type { App } from "../env.ts";

/** A page: where it stands, as the router writes it, and how it is answered. */
export type Page = { path: string; handle: (c: Context<App>) => Response | Promise<Response> };

export const pages: readonly Page[] = [];
