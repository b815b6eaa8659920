/** The phrases of what is not found, and of other problems, in French. */
import type { Phrases } from "../shape.ts";

export const notFound: Pick<Phrases, "notFound"> = {
  notFound: { version: (version) => `Le récit n’en est pas là : il est à la version ${version}.` },
};
