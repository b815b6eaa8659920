/** A part of a story for other sites' pages: in a frame, live or as it was after a version. It follows the story by a script, and without one loads itself anew. */

import type { Context } from "hono";
import type { StoryIn } from "../../events/tell/story-in.ts";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { embeddableParts } from "../http/embeds.ts";
import { assetAddress } from "../http/html/assets.ts";
import type { PropsWithChildren } from "../http/html/jsx-runtime.ts";
import { storyPath } from "../http/links.ts";
import { lastModified } from "../http/modified.ts";
import { versionParam } from "../http/route.ts";
import { readEmbed, readEmbeddedEntry } from "../read/embed.ts";
import type { ReadResult } from "../read/projections.ts";
import { EmbeddedEntries, embedViews } from "./embed/embed-views.tsx";
import { errorPage } from "./error.tsx";
import { fitPage, type Room } from "./fit-page.ts";
import { answerMadePage, type Page, pageRevision } from "./page.ts";
import { type Reader, readerOf, readerOfStory } from "./reader.ts";
import { embedTitle } from "./story/share.tsx";
import { languagesOf, type StoryContext } from "./story/story-context.tsx";

/** How often, in seconds, a live part loads itself anew where no script runs that could ask whether there is something new. */
const refresh = "60";

const ofPart = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const name = embeddableParts.find((embed) => embed === c.req.param("projection"));
  if (!slug.success || !name) return errorPage(c, "not-found");
  const asked = c.req.query("version");
  const version = asked === undefined ? undefined : versionParam.safeParse(asked);
  if (version && !version.success) return errorPage(c, "invalid", { faulty: ["version"] });
  const reader = readerOf(c);
  const { names, withTimeline = false, show } = embedViews[name];
  const reading = await readEmbed(
    c.var.d1,
    { story: slug.data, language: reader.language, held: heldEtags(c), version: version?.data },
    { names, withTimeline, besides: [pageRevision, { name: `embed-${name}`, revision: 1 }] },
  );
  return answerEmbed(c, reading, {
    slug: slug.data,
    pinned: version?.data,
    title: embedTitle(reader.words, name),
    isTitled: name !== "status",
    show,
  });
};

const ofEvent = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const version = versionParam.safeParse(c.req.param("version"));
  if (!slug.success || !version.success) return errorPage(c, "not-found");
  const { language, words } = readerOf(c);
  const asked = { story: slug.data, language, held: heldEtags(c) };
  const reading = await readEmbeddedEntry(c.var.d1, asked, version.data, [pageRevision, { name: "embed-event", revision: 1 }]);
  if (reading.kind === "view" && !reading.view.entry) return errorPage(c, "not-found");
  return answerEmbed(c, reading, {
    slug: slug.data,
    title: words.timeline.title,
    isTitled: true,
    show: (context, { entry }) => <EmbeddedEntries context={context} entries={entry ? [entry] : []} />,
  });
};

type StoryTold = Pick<StoryIn, "title" | "language" | "timeZone" | "recordedAt" | "concluded" | "texts">;

/** What is embedded: of which story, at which version where it stays at one, under which title, and how it is shown. */
type Embedding<View> = {
  slug: string;
  pinned?: number | undefined;
  title: string;
  /** Whether it names its story first: the status does so by itself. */
  isTitled: boolean;
  show: (context: StoryContext, view: View) => ReturnType<typeof EmbeddedEntries>;
};

const answerEmbed = async <View extends { story: StoryTold }>(
  c: Context<App>,
  reading: ReadResult<View>,
  { slug, pinned, title, isTitled, show }: Embedding<View>,
): Promise<Response> => {
  const cache = pinned === undefined ? cacheControl.briefly : cacheControl.forever;
  if (reading.kind === "no-story") return errorPage(c, "not-found");
  if (reading.kind === "no-version") return errorPage(c, "not-found", { version: reading.version });
  if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cache);
  const { view, head, etag } = reading;
  const { story } = view;
  const context = (room: Room): StoryContext => ({
    reader: readerOfStory(ofStory(readerOf(c), slug, pinned), story),
    slug,
    version: reading.version,
    head,
    ...languagesOf(story),
    // Whatever is told of an event leads to its own address.
    entries: new Set(),
    room,
  });
  const page = await fitPage((room) => (
    <EmbedHtml context={context(room)} title={title} story={story} isTitled={isTitled} isPinned={pinned !== undefined}>
      {show(context(room), view)}
    </EmbedHtml>
  ));
  return answerMadePage(c, page, {
    ETag: etag,
    "Cache-Control": cache,
    "X-Robots-Tag": "noindex",
    ...(pinned === undefined ? { "Last-Modified": lastModified(story.recordedAt) } : {}),
  });
};

/** The reader, as if on the story's own page: all links lead there. */
const ofStory = (reader: Reader, slug: string, version: number | undefined): Reader => {
  const url = new URL(storyPath({ slug }), reader.url);
  if (reader.namesLanguage) url.searchParams.set("lang", reader.language);
  if (version !== undefined) url.searchParams.set("version", `${version}`);
  return { ...reader, url };
};

type Shown = { context: StoryContext; title: string; story: StoryTold; isTitled: boolean; isPinned: boolean };

const EmbedHtml = ({ context, title, story, isTitled, isPinned, children }: PropsWithChildren<Shown>) => {
  const { reader, language, slug, version } = context;
  const { words } = reader;
  const address = reader.url.pathname + reader.url.search;
  const live = `/api/stories/${slug}/live`;
  const isRunning = !isPinned && story.concluded === undefined;
  return (
    <html lang={reader.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${story.title} · Riposte`}</title>
        <base href={address} target="_blank" />
        <link rel="stylesheet" href={assetAddress("riposte.css")} />
        {isRunning ? (
          <noscript>
            <meta http-equiv="refresh" content={refresh} />
          </noscript>
        ) : null}
        <script type="module" src={assetAddress("framed.js")} />
      </head>
      <body
        class="embedded"
        data-version={version}
        data-live={isPinned ? undefined : live}
        data-erasures={isPinned ? live : undefined}
      >
        <main>
          {isTitled ? (
            <h1 lang={language} dir="auto">
              <a href={address}>{story.title}</a>
            </h1>
          ) : null}
          {children}
        </main>
        <footer class="footer">
          {isPinned ? <p>{words.past.asItWas(version)}</p> : null}
          <p>
            <a href={address}>{words.share.whole}</a>
            {" · Riposte"}
          </p>
        </footer>
      </body>
    </html>
  );
};

/** The pages at `/embed/{story}/{projection}` and at `/embed/{story}/events/{version}`. */
export const embedPages: readonly Page[] = [
  { path: "/embed/:story/:projection", handle: ofPart, open: true },
  { path: "/embed/:story/events/:version", handle: ofEvent, open: true },
];
