/** A page of its own for an event: what happened, where the story stood then, what came before and after, and the way into the story. */
import type { Context } from "hono";
import { languages } from "../../events/tell/languages.ts";
import { toldIn } from "../../events/tell/story-in.ts";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { cacheControl } from "../http/answer.ts";
import { Runs, withoutQuotations } from "../http/html/runs.tsx";
import { encodePlaceCursor, eventPath, pictureAddress, storyPath } from "../http/links.ts";
import { versionParam } from "../http/route.ts";
import { pictureSize } from "../picture/sheet.ts";
import { type EventPage, readEventPage } from "../read/event-page.ts";
import { errorPage } from "./error.tsx";
import { answerPage, type Page } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { canonicalAddress, localizedPath, readerOf, readerOfStory } from "./reader.ts";
import { WholeEntry } from "./story/entry.tsx";
import { OpenGraph } from "./story/head.tsx";
import { presentationOf } from "./story/presentation.ts";
import { Dateline } from "./story/standing.tsx";
import { anchorOf, languagesOf, Section, type StoryContext } from "./story/story-context.tsx";

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = versionParam.safeParse(c.req.param("version"));
  if (!slug.success || !asked.success) return errorPage(c, "not-found");
  const reader = readerOf(c);
  const found = await readEventPage(c.var.d1, slug.data, asked.data, reader.language);
  if (!found) return errorPage(c, "not-found");
  const { version } = found.entry;
  const headers = { "Cache-Control": cacheControl.briefly };
  if (version !== asked.data) {
    // What changed an entry is told with it.
    c.header("Cache-Control", headers["Cache-Control"]);
    const path = localizedPath(reader, eventPath({ slug: slug.data }, version));
    return c.redirect(`${path}#${anchorOf(asked.data)}`, 302);
  }
  const { story, head } = found;
  const context: StoryContext = {
    reader: readerOfStory(reader, story),
    slug: slug.data,
    version: head,
    head,
    ...languagesOf(story),
    entries: new Set(),
    isApart: true,
  };
  return answerPage(c, <EventHtml context={context} found={found} />, headers);
};

type Shown = { context: StoryContext; found: EventPage };

/** The page of the timeline that begins with the entry: what comes after the place just before it, newest first. */
const placeInStory = (context: StoryContext, { place }: EventPage): string => {
  const address = new URL(localizedPath(context.reader, storyPath(context)), context.reader.url);
  address.searchParams.set("cursor", encodePlaceCursor({ ...place, version: place.version + 1 }));
  address.hash = anchorOf(place.version);
  return address.pathname + address.search + address.hash;
};

const EventHtml = ({ context, found }: Shown) => {
  const { reader, slug } = context;
  const { story, entry, status, head } = found;
  const words = reader.words.eventPage;
  const url = canonicalAddress(reader);
  const title = entry.retracted ? reader.words.timeline.retracted : entry.headline;
  const about = `${title} · ${story.title}`;
  const description = status?.headline ?? story.title;
  const image = { url: pictureAddress(url, slug, entry.version, reader.language), ...pictureSize, alt: description };
  return (
    <PageLayout
      reader={reader}
      title={about}
      description={description}
      data={`/api/stories/${slug}/events/${entry.version}`}
      told={toldIn(story, languages, [entry.version])}
      passing={entry.retracted !== null || entry.takenDown !== null}
      head={<OpenGraph reader={reader} title={about} description={description} more={{ "og:type": "article" }} image={image} />}
      modules={["entry.js", "erased.js"]}
    >
      <div class="event-page" data-erasures={`/api/stories/${slug}/live`} data-head={head}>
        <p class="crumb">
          <a href={localizedPath(reader, storyPath(context))} lang={context.languageOf(story.title)} dir="auto">
            {story.title}
          </a>
        </p>
        <div class={`entry entry-${presentationOf(entry).kind} entry-alone`} id={anchorOf(entry.version)}>
          <WholeEntry context={context} entry={entry} heading="h1" />
        </div>
        <Dateline context={context} at={entry.recordedAt} />
        <Section id="then" title={words.standing}>
          {status ? (
            <p class="deck">
              <Runs runs={entry.retracted ? withoutQuotations(status.headlineRuns) : status.headlineRuns} />
            </p>
          ) : null}
          <ul class="row aside">
            <li>
              <a href={placeInStory(context, found)}>{words.inStory}</a>
            </li>
            <li>
              <a href={`${storyPath(context)}?${asItWas(context, entry.version)}`}>{reader.words.timeline.atThisPoint}</a>
            </li>
            <li>{reader.words.event(entry.version)}</li>
          </ul>
        </Section>
        <Neighbours context={context} found={found} />
      </div>
    </PageLayout>
  );
};

const asItWas = ({ reader }: StoryContext, version: number): URLSearchParams =>
  new URLSearchParams({ ...(reader.namesLanguage ? { lang: reader.language } : {}), version: `${version}` });

/** What happened just before and just after. */
const Neighbours = ({ context, found: { before, after } }: Shown) => {
  const { reader } = context;
  const words = reader.words.eventPage;
  const steps = [
    { rel: "prev", version: before, label: words.before },
    { rel: "next", version: after, label: words.after },
  ];
  if (before === undefined && after === undefined) return null;
  return (
    <nav class="turning" aria-label={words.around}>
      <ul class="row">
        {steps.map(({ rel, version, label }) =>
          version === undefined ? null : (
            <li>
              <a rel={rel} href={localizedPath(reader, eventPath(context, version))}>
                {label}
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
};

/** The page at `/stories/{story}/events/{version}`. */
export const eventPage: Page = { path: "/stories/:story/events/:version", handle };
