/** A story's page: where it stands, the offers, the insults, what is not known, the timeline, the cast. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { languages } from "../../events/tell/languages.ts";
import { isToldIn } from "../../events/tell/story-in.ts";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { decodePlaceCursor, placeCursorParam } from "../http/links.ts";
import { afterParam, kindParam, partyParam, versionParam } from "../http/route.ts";
import { readStoryPage, type StoryPage } from "../read/story-page.ts";
import { errorPage } from "./error.tsx";
import { answerKeptPage, answerOncePerVersion } from "./once-per-version.ts";
import { type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { type Reader, readerOf } from "./reader.ts";
import { Cast, castShown } from "./story/cast.tsx";
import { StoryHead } from "./story/head.tsx";
import { Insults } from "./story/insults.tsx";
import { itemPlaces } from "./story/list-window.tsx";
import { NewsBar } from "./story/news-bar.tsx";
import { NewsSince } from "./story/news-since.tsx";
import { Offers, offersShown } from "./story/offers.tsx";
import { asOfParam, PastNotice, PastPicker, parseAsOf, type ShownTime } from "./story/past.tsx";
import { Questions } from "./story/questions.tsx";
import { Share } from "./story/share.tsx";
import { type StoryContext, storyContextOf } from "./story/story-context.tsx";
import { StoryStatus, TableOfContents } from "./story/story-status.tsx";
import { Timeline, timelineShown } from "./story/timeline.tsx";

/** What the page heeds of its address; it minds nothing else. Where both are given, a version says more than an instant. */
const query = z.object({
  version: z.optional(versionParam),
  asOf: z.optional(asOfParam),
  order: z._default(z.enum(["asc", "desc"]), "desc"),
  since: afterParam,
  kind: kindParam,
  party: partyParam,
  cursor: placeCursorParam,
  offers: afterParam,
  questions: afterParam,
  cast: afterParam,
});

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = query.safeParse(filledIn(c.req.query()));
  if (!slug.success) return errorPage(c, "not-found");
  if (!asked.success) return errorPage(c, "invalid", { faulty: asked.error.issues.map(({ path }) => String(path[0])) });
  const reader = readerOf(c);
  const { cursor, asOf: day, offers, questions, cast, ...wanted } = asked.data;
  const then = { version: wanted.version, asOf: wanted.version === undefined ? parseAsOf(day) : undefined };
  const page = { ...wanted, ...then, after: decodePlaceCursor(cursor) };
  return answerKeptPage(c, {
    read: (held) => readStoryPage(c.var.d1, { story: slug.data, language: reader.language, held, ...page }, pageRevision),
    draw: ({ view, version, head }, room) => {
      const at = { version, head, since: wanted.since, room, turned: { offers, questions, cast } };
      return <StoryHtml context={contextOf(reader, slug.data, view, at)} story={view} then={then} />;
    },
    missing: (reading) => errorPage(c, "not-found", reading.kind === "no-version" ? { version: reading.version } : {}),
  });
};

type At = Parameters<typeof storyContextOf>[3];

/** The context of a page that may turn its lists: what it shows of them is known to whatever leads to their items. */
const contextOf = (reader: Reader, slug: string, view: StoryPage, at: At): StoryContext => {
  const timeline = timelineShown(at.room, view.timeline);
  const context = storyContextOf(reader, slug, { ...view, timeline }, at);
  const offers = view.offers.offers;
  const { parties } = view.cast;
  const items = {
    offers: itemPlaces(
      offers.map(({ offer }) => offer),
      offersShown(context, offers),
    ),
    cast: itemPlaces(
      parties.map(({ party }) => party),
      castShown(context, parties),
    ),
  };
  return { ...context, items };
};

/** A form sends its empty fields too: they ask for nothing. */
const filledIn = (query: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

type Shown = { context: StoryContext; story: StoryPage; then: ShownTime };

const StoryHtml = ({ context, story: whole, then }: Shown) => {
  const story = { ...whole, timeline: timelineShown(context.room, whole.timeline) };
  const { status, offers, insults, questions, cast, timeline } = story;
  const { reader, slug, version, head, since } = context;
  const isPast = then.version !== undefined || then.asOf !== undefined;
  const live = `/api/stories/${slug}/live`;
  const meta = <StoryHead context={context} story={story} />;
  return (
    <PageLayout
      reader={reader}
      title={story.story.title}
      description={status.headline}
      told={languages.filter((language) => isToldIn(story.story, language))}
      data={`/api/stories/${slug}`}
      head={meta}
      modules={isPast ? ["story.js", "erased.js"] : ["story.js"]}
    >
      <div
        id="story"
        data-story={slug}
        data-version={version}
        data-erased={story.story.amendments.findLast(({ kind }) => kind === "taken-down")?.version}
        data-live={isPast ? undefined : live}
        data-erasures={isPast ? live : undefined}
        data-head={isPast ? head : undefined}
      >
        {isPast ? <PastNotice context={context} then={then} /> : null}
        {since === undefined ? null : <NewsSince context={context} since={since} page={timeline} />}
        <StoryStatus context={context} story={story.story} views={{ status, offers }} />
        <TableOfContents context={context} views={story} />
        <Offers context={context} offers={offers.offers} />
        <div class="columns">
          <div class="notes">
            <Insults context={context} ledger={insults} />
            <Questions context={context} questions={questions} />
          </div>
          <Timeline context={context} page={timeline} cast={cast.parties} />
          <Cast context={context} parties={cast.parties} />
        </div>
        {isPast || head < 2 ? null : <PastPicker context={context} />}
      </div>
      <NewsBar reader={reader} />
      <Share context={context} title={story.story.title} pinned={isPast ? version : undefined} />
    </PageLayout>
  );
};

/** The page at `/stories/{story}`. */
export const storyPage: Page = { path: "/stories/:story", handle: (c) => answerOncePerVersion(c, handle) };
