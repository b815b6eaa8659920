/** What of a story other sites can embed, and the code that does it. */
import { html } from "hono/html";

/** The parts of a story that stand in a frame of their own. */
export const embeddableParts = ["status", "offers", "timeline", "insults", "questions", "cast", "corrections"] as const;
/** The name of such a part. */
export type EmbeddablePart = (typeof embeddableParts)[number];

/** A part of a story: in a language where one is named, as it was after a version where one is. */
export type EmbedTarget = { slug: string; part: EmbeddablePart; language?: string | undefined; version?: number | undefined };

/** The address of a part, on the origin of `url`. */
export const embedAddress = (url: string | URL, { slug, part, language, version }: EmbedTarget): string => {
  const address = new URL(`/embed/${slug}/${part}`, url);
  if (language !== undefined) address.searchParams.set("lang", language);
  if (version !== undefined) address.searchParams.set("version", `${version}`);
  return address.href;
};

/**
 * The frame that shows it. No script runs in it: the page's own policy sees to that. It is let run them because a sandbox that forbids
 * scripts forbids a page to load itself anew too (HTML, section 7.1.5: automatic features), which is how it stays live.
 */
export const embedCode = (address: string, title: string, width: number, height: number): string =>
  String(
    html`<iframe src="${address}" title="${title}" width="${width}" height="${height}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`,
  );
