/** A story's page: where it stands, what one needs to know, the latest, the offers, the timeline; beside it who is who. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { languages } from "../../events/tell/languages.ts";
import { toldIn } from "../../events/tell/story-in.ts";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { decodePlaceCursor, placeCursorParam } from "../http/links.ts";
import { readQuery } from "../http/query.ts";
import { afterParam, kindParam, partyParam, sinceParam, toLogInstant, versionParam } from "../http/route.ts";
import { readStoryPage, type StoryPage } from "../read/story-page.ts";
import { errorPage } from "./error.tsx";
import { answerKeptPage, answerOncePerVersion } from "./once-per-version.ts";
import { type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { type Reader, readerOf } from "./reader.ts";
import { Brief } from "./story/brief.tsx";
import { Cast, castShown } from "./story/cast.tsx";
import { TableOfContents } from "./story/contents.tsx";
import { StoryHead } from "./story/head.tsx";
import { Insults } from "./story/insults.tsx";
import { itemPlaces } from "./story/list-window.tsx";
import { NewsBar } from "./story/news-bar.tsx";
import { NewsSince } from "./story/news-since.tsx";
import { Offers, offersShown } from "./story/offers.tsx";
import { asOfParam, PastNotice, PastPicker, parseAsOf, type ShownTime } from "./story/past.tsx";
import { Questions } from "./story/questions.tsx";
import { Share } from "./story/share.tsx";
import { Standing } from "./story/standing.tsx";
import { Section, type StoryContext, storyContextOf } from "./story/story-context.tsx";
import { Facts } from "./story/story-status.tsx";
import { Timeline, timelineShown } from "./story/timeline.tsx";

/** What the page heeds of its address; it minds nothing else. Where both are given, a version says more than an instant. */
const query = z.object({
  version: z.optional(versionParam),
  asOf: z.optional(asOfParam),
  order: z.optional(z.enum(["asc", "desc"])),
  since: sinceParam,
  kind: kindParam,
  party: partyParam,
  cursor: placeCursorParam,
  offers: afterParam,
  questions: afterParam,
  cast: afterParam,
});

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = query.safeParse(filledIn(readQuery(new URL(c.req.url).searchParams)));
  if (!slug.success) return errorPage(c, "not-found");
  if (!asked.success) return errorPage(c, "invalid", { faulty: asked.error.issues.map(({ path }) => String(path[0])) });
  const reader = readerOf(c);
  const { cursor, asOf: day, offers, questions, cast, since, order = "desc", ...wanted } = asked.data;
  const then = { version: wanted.version, asOf: wanted.version === undefined ? parseAsOf(day, reader.zone) : undefined };
  const from = typeof since === "string" ? { sinceInstant: toLogInstant(since) } : { since };
  const page = { ...wanted, order, ...then, ...from, after: decodePlaceCursor(cursor) };
  // A deployment that tells times in another zone has other pages.
  const made = { ...pageRevision, name: `${pageRevision.name}-${reader.zone.replaceAll("/", "-")}` };
  return answerKeptPage(c, {
    read: (held) => readStoryPage(c.var.d1, { story: slug.data, language: reader.language, held, ...page }, made),
    draw: ({ view, version, head }, room) => {
      const at = { version, head, since: view.timeline.news?.since, room, turned: { offers, questions, cast } };
      return <StoryHtml context={contextOf(reader, slug.data, view, at)} story={view} then={then} from={page.sinceInstant} />;
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

/** `from`: the instant since when what is new was asked for, where that was an instant. */
type Shown = { context: StoryContext; story: StoryPage; then: ShownTime; from: string | undefined };

const StoryHtml = ({ context, story: whole, then, from }: Shown) => {
  const story = { ...whole, timeline: timelineShown(context.room, whole.timeline) };
  const { status, offers, insults, questions, cast, timeline } = story;
  const { reader, slug, version, head } = context;
  const { news } = timeline;
  const isPast = then.version !== undefined || then.asOf !== undefined;
  const live = `/api/stories/${slug}/live`;
  const meta = <StoryHead context={context} story={story} />;
  return (
    <PageLayout
      reader={reader}
      title={story.story.title}
      description={status.headline}
      told={toldIn(story.story, languages)}
      data={`/api/stories/${slug}`}
      head={meta}
      modules={isPast ? ["story.js", "erased.js"] : ["story.js"]}
    >
      <div
        id="story"
        data-story={slug}
        data-version={version}
        data-recorded={story.story.recordedAt}
        data-erased={story.story.amendments.findLast(({ kind }) => kind === "taken-down")?.version}
        data-live={isPast ? undefined : live}
        data-erasures={isPast ? live : undefined}
        data-head={isPast ? head : undefined}
      >
        {isPast ? <PastNotice context={context} then={then} /> : null}
        {news ? <NewsSince context={context} news={news} from={from} page={timeline} /> : null}
        <Standing context={context} story={story} />
        <TableOfContents context={context} views={story} />
        <Brief context={context} story={story} />
        {offers.offers.length > 0 ? (
          <Offers context={context} offers={offers.offers} open={context.turned?.offers !== undefined} />
        ) : null}
        <div class="columns">
          <Timeline context={context} page={timeline} cast={cast.parties} />
          <div class="notes">
            <Section id="facts" title={reader.words.story.facts}>
              <Facts context={context} story={story.story} views={{ status, offers }} />
            </Section>
            <Cast context={context} parties={cast.parties} />
            {insults.total > 0 ? <Insults context={context} ledger={insults} /> : null}
            {questions.open.length + questions.answered.length > 0 ? <Questions context={context} questions={questions} /> : null}
          </div>
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
