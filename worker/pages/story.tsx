/** A story's page: where it stands, the offers, the insults, what is not known, the timeline, the cast. */
import type { Context } from "hono";
import * as z from "zod";
import { instant, storySlug } from "../../events/values.ts";
import { heldBy, keep, unmodified } from "../answer.ts";
import type { App } from "../env.ts";
import { placeAt, placed } from "../links.ts";
import { readStoryPage, type StoryPage } from "../read-story-page.ts";
import { toRecorded, version } from "../route.ts";
import { errorPage } from "./error.tsx";
import { Frame } from "./frame.tsx";
import { answerPage, look, type Page } from "./page.ts";
import { type Reader, readerOf } from "./reader.ts";
import { Cast } from "./story/cast.tsx";
import { Insults } from "./story/insults.tsx";
import { Offers } from "./story/offers.tsx";
import { Questions } from "./story/questions.tsx";
import type { Scene } from "./story/scene.tsx";
import { AsItWas, Standing } from "./story/standing.tsx";
import { Timeline } from "./story/timeline.tsx";

/** What the page heeds of its address; it minds nothing else. Where both are given, a version says more than an instant. */
const query = z.object({
  version: version.optional(),
  asOf: instant.optional(),
  order: z.enum(["asc", "desc"]).default("desc"),
  cursor: placed,
});
type Then = { version: number | undefined; asOf: string | undefined };

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  const asked = query.safeParse(c.req.query());
  if (!slug.success) return errorPage(c, "not-found");
  if (!asked.success) return errorPage(c, "invalid", { faulty: asked.error.issues.map(({ path }) => String(path[0])) });
  const reader = readerOf(c);
  const { language } = reader;
  const { order, version } = asked.data;
  const asOf = version === undefined ? toRecorded(asked.data.asOf) : undefined;
  const page = { order, after: placeAt(asked.data.cursor), version, asOf };
  const reading = await readStoryPage(c.var.d1, { story: slug.data, language, held: heldBy(c), ...page }, look);
  if (reading.kind === "no-story") return errorPage(c, "not-found");
  if (reading.kind === "no-version") return errorPage(c, "not-found", { version: reading.version });

  if (reading.kind === "unmodified") return unmodified(c, reading.etag, keep.briefly);
  const shown = (
    <StoryHtml reader={reader} slug={slug.data} version={reading.version} story={reading.view} then={{ version, asOf }} />
  );
  return answerPage(c, shown, { ETag: reading.etag, "Cache-Control": keep.briefly });
};

type Shown = { reader: Reader; slug: string; version: number; story: StoryPage; then: Then };

const StoryHtml = ({ reader, slug, version, story, then }: Shown) => {
  const { status, offers, insults, questions, cast, timeline } = story;
  const { title, summary, language } = story.story;
  const scene: Scene = { reader, language, entries: new Set(timeline.entries.map((entry) => entry.version)) };
  const passing = then.version !== undefined || then.asOf !== undefined;
  return (
    <Frame reader={reader} title={title} description={status.headline} data={`/api/stories/${slug}`} passing={passing}>
      <AsItWas scene={scene} {...then} />
      <Standing scene={scene} title={title} summary={summary} version={version} views={{ status, offers }} />
      <Offers scene={scene} offers={offers.offers} />
      <div class="columns">
        <div class="notes">
          <Insults scene={scene} ledger={insults} />
          <Questions scene={scene} questions={questions} />
        </div>
        <Timeline scene={scene} page={timeline} />
        <Cast scene={scene} parties={cast.parties} />
      </div>
    </Frame>
  );
};

export const storyPage: Page = { path: "/stories/:story", handle };
