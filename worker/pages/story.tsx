/** A story's page: where it stands, the offers, the insults, what is not known, the timeline, the cast. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { heldBy, keep, unmodified } from "../http/answer.ts";
import { placeAt, placed } from "../http/links.ts";
import { after, kind, party, version } from "../http/route.ts";
import { readStoryPage, type StoryPage } from "../read/story-page.ts";
import { atVersion } from "./at-version.ts";
import { errorPage } from "./error.tsx";
import { Frame } from "./frame.tsx";
import { answerPage, look, type Page } from "./page.ts";
import { readerOf } from "./reader.ts";
import { Cast } from "./story/cast.tsx";
import { StoryHead } from "./story/head.tsx";
import { Insults } from "./story/insults.tsx";
import { News } from "./story/news.tsx";
import { Offers } from "./story/offers.tsx";
import { AsItWas, GoBack, instantOf, pastInstant, type Then } from "./story/past.tsx";
import { Questions } from "./story/questions.tsx";
import { type Scene, sceneOf } from "./story/scene.tsx";
import { Share } from "./story/share.tsx";
import { Since } from "./story/since.tsx";
import { Contents, Standing } from "./story/standing.tsx";
import { Timeline } from "./story/timeline.tsx";

/** What the page heeds of its address; it minds nothing else. Where both are given, a version says more than an instant. */
const query = z.object({
  version: z.optional(version),
  asOf: z.optional(pastInstant),
  order: z._default(z.enum(["asc", "desc"]), "desc"),
  since: after,
  kind,
  party,
  cursor: placed,
});

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = query.safeParse(filledIn(c.req.query()));
  if (!slug.success) return errorPage(c, "not-found");
  if (!asked.success) return errorPage(c, "invalid", { faulty: asked.error.issues.map(({ path }) => String(path[0])) });
  const reader = readerOf(c);
  const { cursor, asOf: day, ...wanted } = asked.data;
  const then = { version: wanted.version, asOf: wanted.version === undefined ? instantOf(day) : undefined };
  const page = { ...wanted, ...then, after: placeAt(cursor) };
  const reading = await readStoryPage(c.var.d1, { story: slug.data, language: reader.language, held: heldBy(c), ...page }, look);
  if (reading.kind === "no-story") return errorPage(c, "not-found");
  if (reading.kind === "no-version") return errorPage(c, "not-found", { version: reading.version });
  if (reading.kind === "unmodified") return unmodified(c, reading.etag, keep.briefly);
  const { view, version, head, etag } = reading;
  const scene = sceneOf(reader, slug.data, view, { version, head, since: wanted.since });
  return answerPage(c, <StoryHtml scene={scene} story={view} then={then} />, { ETag: etag, "Cache-Control": keep.briefly });
};

/** A form sends its empty fields too: they ask for nothing. */
const filledIn = (query: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

type Shown = { scene: Scene; story: StoryPage; then: Then };

const StoryHtml = ({ scene, story, then }: Shown) => {
  const { status, offers, insults, questions, cast, timeline } = story;
  const { reader, slug, version, head, since } = scene;
  const isPast = then.version !== undefined || then.asOf !== undefined;
  const meta = <StoryHead scene={scene} story={story} />;
  return (
    <Frame
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
        {isPast ? <AsItWas scene={scene} then={then} /> : null}
        {since === undefined ? null : <Since scene={scene} since={since} page={timeline} />}
        <Standing scene={scene} story={story.story} views={{ status, offers }} />
        <Contents scene={scene} views={story} />
        <Offers scene={scene} offers={offers.offers} />
        <div class="columns">
          <div class="notes">
            <Insults scene={scene} ledger={insults} />
            <Questions scene={scene} questions={questions} />
          </div>
          <Timeline scene={scene} page={timeline} cast={cast.parties} />
          <Cast scene={scene} parties={cast.parties} />
        </div>
        {isPast || head < 2 ? null : <GoBack scene={scene} />}
      </div>
      <News reader={reader} />
      <Share scene={scene} title={story.story.title} pinned={isPast ? version : undefined} />
    </Frame>
  );
};

export const storyPage: Page = { path: "/stories/:story", handle: (c) => atVersion(c, handle) };
