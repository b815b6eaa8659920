/** A story's corrections, retractions and takedowns, newest first: what it said, what it says, why, when and by whom. */

import type { Context } from "hono";
import { storySlug } from "../../events/values.ts";
import type { ViewOf } from "../../projections/registry.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { eventPath, storyPath } from "../http/links.ts";
import { loadStory, revisionsOf, viewsOf } from "../read/projections.ts";
import { errorPage } from "./error.tsx";
import { answerPage, type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, readerOf } from "./reader.ts";
import { Runs, withoutQuotations } from "./runs.tsx";
import { Amendment, amendmentLabel, Difference, MarkedText } from "./story/amendments.tsx";
import { changesBetween } from "./story/changes.ts";
import type { StoryContext } from "./story/story-context.tsx";

const names = ["corrections"] as const;

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  if (!slug.success) return errorPage(c, "not-found");
  const reader = readerOf(c);
  const { language } = reader;
  const made = [{ ...pageRevision, name: "corrections-page" }, ...revisionsOf(names)];
  const reading = await loadStory(
    c.var.d1,
    { story: slug.data, language, held: heldEtags(c) },
    { names, made },
    ({ folded }) => ({
      story: folded.story,
      ...viewsOf(folded, names, language),
    }),
  );
  if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cacheControl.briefly);
  if (reading.kind !== "view") return errorPage(c, "not-found");
  const { view, version, head, etag } = reading;
  const context: StoryContext = { reader, slug: slug.data, version, head, language: view.story.language, entries: new Set() };
  const page = <CorrectionsHtml context={context} title={view.story.title} corrections={view.corrections.corrections} />;
  return answerPage(c, page, { ETag: etag, "Cache-Control": cacheControl.briefly });
};

type Correction = ViewOf<"corrections">["corrections"][number];
type Shown = { context: StoryContext; title: string; corrections: readonly Correction[] };

const CorrectionsHtml = ({ context, title, corrections }: Shown) => {
  const { reader, slug, language } = context;
  const words = reader.words.corrections;
  return (
    <PageLayout
      reader={reader}
      title={`${words.title} · ${title}`}
      data={`/api/stories/${slug}/corrections`}
      modules={["/erased.js"]}
    >
      <header class="standing" data-erasures={`/api/stories/${slug}/live`} data-head={context.head}>
        <p>
          <a href={localizedPath(reader, storyPath(context))} lang={language} dir="auto">
            {title}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
      </header>
      <Corrections context={context} corrections={corrections} />
    </PageLayout>
  );
};

/** The entries that are retracted today: corrections come newest first. */
const retractedIn = (corrections: readonly Correction[]): Set<number> => {
  const fates = new Map(
    corrections
      .filter(({ kind }) => kind !== "corrected")
      .toReversed()
      .map(({ event, kind }) => [event, kind]),
  );
  return new Set([...fates].filter(([, kind]) => kind === "retracted").map(([event]) => event));
};

/** All of them. Of what is retracted today, nobody is quoted. */
export const Corrections = ({ context, corrections }: Omit<Shown, "title">) => {
  const retracted = retractedIn(corrections);
  return (
    <>
      {corrections.length === 0 ? <p class="none">{context.reader.words.corrections.none}</p> : null}
      <ol class="plain corrections-list">
        {corrections.map((correction) => (
          <li>
            <Corrected context={context} correction={correction} quotes={!retracted.has(correction.event)} />
          </li>
        ))}
      </ol>
    </>
  );
};

const Corrected = ({ context, correction, quotes }: { context: StoryContext; correction: Correction; quotes: boolean }) => {
  const { reader, language } = context;
  const { timeline, corrections } = reader.words;
  const { event, kind, edit = "correction", before, after } = correction;
  const label = kind === "corrected" ? edit : kind === "taken-down" ? "takenDown" : kind;
  return (
    <Amendment context={context} kind={amendmentLabel(reader.words, label)} amended={correction}>
      {kind === "corrected" && before && after ? (
        <Difference context={context} changes={changesBetween({ reader, language, quotes }, before, after)} />
      ) : null}
      {kind === "reinstated" && after ? (
        <p>
          <Runs runs={after.headlineRuns} />
        </p>
      ) : null}
      {before && !after ? (
        <p class="change">
          <MarkedText
            label={timeline.before}
            words={{ text: before.headline, runs: withoutQuotations(before.headlineRuns) }}
            as="del"
          />
        </p>
      ) : null}
      <p class="aside">
        <a href={localizedPath(reader, eventPath(context, event))}>{corrections.of(event)}</a>
      </p>
    </Amendment>
  );
};

/** The page at `/stories/{story}/corrections`. */
export const correctionsPage: Page = { path: "/stories/:story/corrections", handle };
