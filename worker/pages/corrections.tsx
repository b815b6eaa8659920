/** A story's corrections, retractions and takedowns, newest first: what it said, what it says, why, when and by whom. */

import type { Context } from "hono";
import type { Story } from "../../events/story.ts";
import { languages } from "../../events/tell/languages.ts";
import { toldIn } from "../../events/tell/story-in.ts";
import { storySlug } from "../../events/values.ts";
import type { ViewOf } from "../../projections/registry.ts";
import type { App } from "../env.ts";
import { changesBetween } from "../http/html/changes.ts";
import { Runs, withoutQuotations } from "../http/html/runs.tsx";
import { eventPath, storyPath } from "../http/links.ts";
import { afterParam } from "../http/route.ts";
import { loadStory, revisionsOf, viewsOf } from "../read/projections.ts";
import { errorPage } from "./error.tsx";
import { answerKeptPage } from "./once-per-version.ts";
import { type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, readerOf, readerOfStory } from "./reader.ts";
import { Amendment, amendmentLabel, Difference, MarkedText } from "./story/amendments.tsx";
import { ListTurning, listWindow } from "./story/list-window.tsx";
import { languagesOf, type StoryContext } from "./story/story-context.tsx";
import { formatTime } from "./times.tsx";

const names = ["corrections"] as const;

/** So many are shown at a time. */
const most = 50;

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  if (!slug.success) return errorPage(c, "not-found");
  const from = afterParam.safeParse(c.req.query("corrections") || undefined);
  if (!from.success) return errorPage(c, "invalid", { faulty: ["corrections"] });
  const reader = readerOf(c);
  const { language } = reader;
  const made = [{ ...pageRevision, name: "corrections-page" }, ...revisionsOf(names)];
  return answerKeptPage(c, {
    read: (held) =>
      loadStory(c.var.d1, { story: slug.data, language, held }, { names, made }, ({ folded }) => ({
        story: folded.story,
        ...viewsOf(folded, names, language),
      })),
    draw: ({ view, version, head }, room) => {
      const at = { version, head, room, turned: { corrections: from.data } };
      const context: StoryContext = {
        reader: readerOfStory(reader, view.story),
        slug: slug.data,
        ...at,
        ...languagesOf(view.story),
        entries: new Set(),
      };
      return <CorrectionsHtml context={context} story={view.story} corrections={view.corrections.corrections} />;
    },
    missing: () => errorPage(c, "not-found"),
  });
};

type Correction = ViewOf<"corrections">["corrections"][number];
type Shown = { context: StoryContext; story: Story; corrections: readonly Correction[] };

const CorrectionsHtml = ({ context, story, corrections }: Shown) => {
  const { reader, slug, language } = context;
  const { title } = story;
  const words = reader.words.corrections;
  return (
    <PageLayout
      reader={reader}
      title={`${words.title} · ${title}`}
      data={`/api/stories/${slug}/corrections`}
      told={toldIn(story, languages)}
      modules={["erased.js"]}
    >
      <header class="standing" data-erasures={`/api/stories/${slug}/live`} data-head={context.head}>
        <p class="lone">
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
export const Corrections = ({ context, corrections }: Omit<Shown, "story">) => {
  const retracted = retractedIn(corrections);
  const shown = listWindow(context, "corrections", corrections, { most });
  return (
    <>
      {corrections.length === 0 ? <p class="none">{context.reader.words.corrections.none}</p> : null}
      <ol class="plain corrections-list">
        {shown.items.map((correction) => (
          <li>
            <Corrected context={context} correction={correction} quotes={!retracted.has(correction.event)} />
          </li>
        ))}
      </ol>
      <ListTurning context={context} list="corrections" title={context.reader.words.corrections.title} window={shown} />
    </>
  );
};

const Corrected = ({ context, correction, quotes }: { context: StoryContext; correction: Correction; quotes: boolean }) => {
  const { reader, language } = context;
  const { timeline, corrections } = reader.words;
  const { event, kind, edit = "correction", before, after } = correction;
  const named = after ?? before;
  const label = kind === "corrected" ? edit : kind === "taken-down" ? "takenDown" : kind;
  return (
    <Amendment context={context} kind={amendmentLabel(reader.words, label)} amended={correction}>
      {kind === "corrected" && before && after ? (
        <Difference
          context={context}
          changes={changesBetween({ time: (at) => formatTime(reader, at), language, quotes }, before, after)}
        />
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
      <p class="aside lone">
        <a href={localizedPath(reader, eventPath(context, event))}>
          {corrections.of}
          {reader.words.colon}
          {named ? <Runs runs={withoutQuotations(named.headlineRuns)} /> : reader.words.event(event)}
        </a>
      </p>
    </Amendment>
  );
};

/** The page at `/stories/{story}/corrections`. */
export const correctionsPage: Page = { path: "/stories/:story/corrections", handle };
