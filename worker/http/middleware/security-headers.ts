/** The headers that tell browsers what a page may do, and who may frame it. They are written here as they are sent. */
import { createMiddleware } from "hono/factory";
import type { App } from "../../env.ts";

/** A Content-Security-Policy that allows nothing but this origin's looks, and what is said besides. */
const policy = (...more: string[]): string =>
  ["default-src 'none'", ...more, "style-src 'self'", "img-src 'self' data:", "font-src 'self'"].join("; ");

const shared = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Permitted-Cross-Domain-Policies": "none",
};

/** Everything but what follows: its own scripts, nobody's frame. */
const page = {
  ...shared,
  "Content-Security-Policy": `${policy("script-src 'self'")}; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "Origin-Agent-Cluster": "?1",
  "X-Frame-Options": "DENY",
};

/** The desk: no address of it is told to another site. */
const desk = { ...page, "Referrer-Policy": "same-origin" };

/** Where one signs in: the address may have a link's code in it, and is told to nobody. */
const signIn = { ...page, "Referrer-Policy": "no-referrer" };

const headersAt = (path: string): Record<string, string> => {
  if (path.startsWith("/embed/")) return embedded;
  if (path === "/desk/sign-in") return signIn;
  return /^\/desk(?:\/|$)/.test(path) ? desk : page;
};

/**
 * What other sites embed: anybody's frame, and this origin's scripts, which follow the story. Its links lead from the story's own address. In
 * a sandbox it has no origin that could be keyed.
 */
const embedded = {
  ...shared,
  "Content-Security-Policy": `${policy("script-src 'self'")}; connect-src 'self'; form-action 'none'; base-uri 'self'; frame-ancestors *`,
};

/** Guards every answer. */
export const securityHeaders = createMiddleware<App>(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headersAt(c.req.path))) c.res.headers.set(name, value);
  // RFC 6797, section 6.1. The subdomains are not ours to speak for, unless whoever runs this says so.
  const scope = c.env.HSTS_SUBDOMAINS === "on" ? "; includeSubDomains" : "";
  c.res.headers.set("Strict-Transport-Security", `max-age=15552000${scope}`);
});
