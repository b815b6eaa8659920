/** Stands in a file of its own, before anything else, so that the bundler writes the answer wherever it is asked, and drops what hangs on it. */

/**
 * Whether schemas and routes carry what only describes them. The scripts that make the API's description, and tests, want it. The bundled
 * Worker does without: there wrangler writes this very name in place of `navigator.userAgent`. It is `true` to the types, since what is
 * described is asked for where it is there alone.
 */
export const describes = (navigator.userAgent !== "Cloudflare-Workers") as true;
