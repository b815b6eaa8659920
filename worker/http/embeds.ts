/** What of a story other sites can embed, and the code that does it. */
import { html } from "hono/html";

/** The parts of a story that stand in a frame of their own. */
export const embeddableParts = ["status", "offers", "timeline", "insults", "questions", "cast", "corrections"] as const;
/** The name of such a part. */
export type EmbeddablePart = (typeof embeddableParts)[number];

/** A part of a story, or one of its events: in a language where one is named, as it was after a version where one is. */
export type EmbedTarget = { slug: string; language?: string | undefined } & (
  | { part: EmbeddablePart; version?: number | undefined; event?: undefined }
  | { event: number; part?: undefined; version?: undefined }
);

/** The address of what is embedded, on the origin of `url`. */
export const embedAddress = (url: string | URL, { slug, part, event, language, version }: EmbedTarget): string => {
  const address = new URL(`/embed/${slug}/${part ?? `events/${event}`}`, url);
  if (language !== undefined) address.searchParams.set("lang", language);
  if (version !== undefined) address.searchParams.set("version", `${version}`);
  return address.href;
};

/** What a frame may do: run the scripts of what it shows, and open what a reader clicks on outside of it. */
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

type Frame = { address: string; title: string; width: number; height: number };

/** The frame that shows it, as large as is said. Its scripts have no origin of their own: they follow the story, and know of nothing else. */
export const embedCode = ({ address, title, width, height }: Frame): string =>
  String(
    html`<iframe src="${address}" title="${title}" width="${width}" height="${height}" loading="lazy" sandbox="${sandbox}"></iframe>`,
  );

/**
 * The code that a site puts into its pages: an element that gives its frame the height that it needs, and the frame, for where the script may
 * not run. It keeps the frame's origin, by which the two know each other: it is another one than that of the page around.
 */
export const embedElement = ({ address, title, width, height }: Frame): string =>
  String(
    html`<script async src="${new URL("/embed.js", address).href}"></script>
<riposte-story src="${address}"><iframe src="${address}" title="${title}" width="${width}" height="${height}" style="max-width:100%;border:0" loading="lazy" sandbox="${sandbox} allow-same-origin"></iframe></riposte-story>`,
  );
