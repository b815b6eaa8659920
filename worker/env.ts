/** What the platform gives the Worker. */
import type { Meter } from "./store/d1.ts";

/** The bindings of `wrangler.toml`. */
export type Bindings = { DB: D1Database };

/** What the middleware gives every handler. */
export type Variables = {
  /** D1, and what this request has asked of it. */
  d1: Meter;
  /** A random UUID: the answer's `X-Request-Id`, and a problem's `instance`. */
  requestId: string;
  /** `en` or `fr`: the language asked for. */
  language: string;
  /** Who writes; set where a route wants an editor. */
  editor: string;
};

export type App = { Bindings: Bindings; Variables: Variables };
