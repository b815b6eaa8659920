/** A story's page: where it stands, the offers, the insults, what is not known, the timeline, the cast. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { decodePlaceCursor, placeCursorParam } from "../http/links.ts";
import { afterParam, kindParam, partyParam, versionParam } from "../http/route.ts";
import { readStoryPage, type StoryPage } from "../read/story-page.ts";
import { answerOncePerVersion } from "./at-version.ts";
import { errorPage } from "./error.tsx";
import { PageLayout } from "./frame.tsx";
import { answerPage, type Page, pageRevision } from "./page.ts";
import { readerOf } from "./reader.ts";
import { Cast } from "./story/cast.tsx";
import { StoryHead } from "./story/head.tsx";
import { Insults } from "./story/insults.tsx";
import { NewsBar } from "./story/news.tsx";
import { Offers } from "./story/offers.tsx";
import { asOfParam, PastNotice, PastPicker, parseAsOf, type ShownTime } from "./story/past.tsx";
import { Questions } from "./story/questions.tsx";
import { type StoryContext, storyContextOf } from "./story/scene.tsx";
import { Share } from "./story/share.tsx";
import { NewsSince } from "./story/since.tsx";
import { StoryStatus, TableOfContents } from "./story/standing.tsx";
import { Timeline } from "./story/timeline.tsx";

/** What the page heeds of its address; it minds nothing else. Where both are given, a version says more than an instant. */
const query = z.object({
  version: z.optional(versionParam),
  asOf: z.optional(asOfParam),
  order: z._default(z.enum(["asc", "desc"]), "desc"),
  since: afterParam,
  kind: kindParam,
  party: partyParam,
  cursor: placeCursorParam,
});

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = query.safeParse(filledIn(c.req.query()));
  if (!slug.success) return errorPage(c, "not-found");
  if (!asked.success) return errorPage(c, "invalid", { faulty: asked.error.issues.map(({ path }) => String(path[0])) });
  const reader = readerOf(c);
  const { cursor, asOf: day, ...wanted } = asked.data;
  const then = { version: wanted.version, asOf: wanted.version === undefined ? parseAsOf(day) : undefined };
  const page = { ...wanted, ...then, after: decodePlaceCursor(cursor) };
  const reading = await readStoryPage(
    c.var.d1,
    { story: slug.data, language: reader.language, held: heldEtags(c), ...page },
    pageRevision,
  );
  if (reading.kind === "no-story") return errorPage(c, "not-found");
  if (reading.kind === "no-version") return errorPage(c, "not-found", { version: reading.version });
  if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cacheControl.briefly);
  const { view, version, head, etag } = reading;
  const scene = storyContextOf(reader, slug.data, view, { version, head, since: wanted.since });
  return answerPage(c, <StoryHtml scene={scene} story={view} then={then} />, {
    ETag: etag,
    "Cache-Control": cacheControl.briefly,
  });
};

/** A form sends its empty fields too: they ask for nothing. */
const filledIn = (query: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

type Shown = { scene: StoryContext; story: StoryPage; then: ShownTime };

const StoryHtml = ({ scene, story, then }: Shown) => {
  const { status, offers, insults, questions, cast, timeline } = story;
  const { reader, slug, version, head, since } = scene;
  const isPast = then.version !== undefined || then.asOf !== undefined;
  const meta = <StoryHead scene={scene} story={story} />;
  return (
    <PageLayout
      reader={reader}
      title={story.story.title}
      description={status.headline}
      data={`/api/stories/${slug}`}
      head={meta}
      modules={["/story.js"]}
    >
      <div
        id="story"
        data-story={slug}
        data-version={version}
        data-erased={story.story.amendments.findLast(({ kind }) => kind === "taken-down")?.version}
        data-live={isPast ? undefined : `/api/stories/${slug}/live`}
      >
        {isPast ? <PastNotice scene={scene} then={then} /> : null}
        {since === undefined ? null : <NewsSince scene={scene} since={since} page={timeline} />}
        <StoryStatus scene={scene} story={story.story} views={{ status, offers }} />
        <TableOfContents scene={scene} views={story} />
        <Offers scene={scene} offers={offers.offers} />
        <div class="columns">
          <div class="notes">
            <Insults scene={scene} ledger={insults} />
            <Questions scene={scene} questions={questions} />
          </div>
          <Timeline scene={scene} page={timeline} cast={cast.parties} />
          <Cast scene={scene} parties={cast.parties} />
        </div>
        {isPast || head < 2 ? null : <PastPicker scene={scene} />}
      </div>
      <NewsBar reader={reader} />
      <Share scene={scene} title={story.story.title} pinned={isPast ? version : undefined} />
    </PageLayout>
  );
};

export const storyPage: Page = { path: "/stories/:story", handle: (c) => answerOncePerVersion(c, handle) };
