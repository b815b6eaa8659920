/** A part of a story for other sites' pages: in a frame, live or as it was after a version, without any script. */

import type { Context } from "hono";
import type { PropsWithChildren } from "hono/jsx";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { type EmbeddablePart, embeddableParts } from "../http/embeds.ts";
import { assetAddress } from "../http/html/assets.ts";
import { storyPath } from "../http/links.ts";
import { versionParam } from "../http/route.ts";
import { readEmbed } from "../read/embed.ts";
import { embedViews } from "./embed/embed-views.tsx";
import { errorPage } from "./error.tsx";
import { fitPage, type Room } from "./fit-page.ts";
import { answerMadePage, type Page, pageRevision } from "./page.ts";
import { type Reader, readerOf } from "./reader.ts";
import { embedTitle } from "./story/share.tsx";
import { languagesOf, type StoryContext } from "./story/story-context.tsx";

/** How often, in seconds, a live part loads itself anew: nothing in it runs that could ask whether there is something new. */
const refresh = "60";

const handle = async (c: Context<App>): Promise<Response> => {
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
  const cache = version ? cacheControl.forever : cacheControl.briefly;
  if (reading.kind === "no-story") return errorPage(c, "not-found");
  if (reading.kind === "no-version") return errorPage(c, "not-found", { version: reading.version });
  if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cache);
  const { view, head, etag } = reading;
  const { story } = view;
  const context = (room: Room): StoryContext => ({
    reader: ofStory(reader, slug.data, version?.data),
    slug: slug.data,
    version: reading.version,
    head,
    ...languagesOf(story),
    // Whatever is told of an event leads to its own address.
    entries: new Set(),
    room,
  });
  const page = await fitPage((room) => (
    <EmbedHtml context={context(room)} part={name} title={story.title} pinned={version !== undefined}>
      {show(context(room), view)}
    </EmbedHtml>
  ));
  const isLive = !version && !story.concluded;
  return answerMadePage(c, page, {
    ETag: etag,
    "Cache-Control": cache,
    "X-Robots-Tag": "noindex",
    ...(isLive ? { Refresh: refresh } : {}),
  });
};

/** The reader, as if on the story's own page: all links lead there. */
const ofStory = (reader: Reader, slug: string, version: number | undefined): Reader => {
  const url = new URL(storyPath({ slug }), reader.url);
  if (reader.namesLanguage) url.searchParams.set("lang", reader.language);
  if (version !== undefined) url.searchParams.set("version", `${version}`);
  return { ...reader, url };
};

type Shown = { context: StoryContext; part: EmbeddablePart; title: string; pinned: boolean };

const EmbedHtml = ({ context, part, title, pinned, children }: PropsWithChildren<Shown>) => {
  const { reader, language } = context;
  const { words } = reader;
  const story = reader.url.pathname + reader.url.search;
  return (
    <html lang={reader.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${embedTitle(words, part)} · ${title} · Riposte`}</title>
        <base href={story} target="_blank" />
        <link rel="stylesheet" href={assetAddress("riposte.css")} />
      </head>
      <body class="embedded">
        <main>
          {part === "status" ? null : (
            <h1 lang={language} dir="auto">
              <a href={story}>{title}</a>
            </h1>
          )}
          {children}
        </main>
        <footer class="footer">
          {pinned ? <p>{words.past.asItWas(context.version)}</p> : null}
          <p>
            <a href={story}>{words.share.whole}</a>
            {" · Riposte"}
          </p>
        </footer>
      </body>
    </html>
  );
};

/** The page at `/embed/{story}/{projection}`. */
export const embedPage: Page = { path: "/embed/:story/:projection", handle };
