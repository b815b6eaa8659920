/** A story's corrections, retractions and takedowns, newest first: what it said, what it says, why, when and by whom. */

import type { Context } from "hono";
import { storySlug } from "../../events/values.ts";
import type { ViewOf } from "../../projections/registry.ts";
import type { App } from "../env.ts";
import { heldBy, keep, unmodified } from "../http/answer.ts";
import { eventPath, storyPath } from "../http/links.ts";
import { consult, ingredients, viewsOf } from "../read/projections.ts";
import { errorPage } from "./error.tsx";
import { Frame } from "./frame.tsx";
import { answerPage, look, type Page } from "./page.ts";
import { readerOf, to } from "./reader.ts";
import { Amendment, Difference, Text } from "./story/amendments.tsx";
import { changesBetween } from "./story/changes.ts";
import type { Scene } from "./story/scene.tsx";

const names = ["corrections"] as const;

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  if (!slug.success) return errorPage(c, "not-found");
  const reader = readerOf(c);
  const { language } = reader;
  const made = [{ ...look, name: "corrections-page" }, ...ingredients(names)];
  const reading = await consult(c.var.d1, { story: slug.data, language, held: heldBy(c) }, { names, made }, ({ folded }) => ({
    story: folded.story,
    ...viewsOf(folded, names, language),
  }));
  if (reading.kind === "unmodified") return unmodified(c, reading.etag, keep.briefly);
  if (reading.kind !== "view") return errorPage(c, "not-found");
  const { view, version, head, etag } = reading;
  const scene: Scene = { reader, slug: slug.data, version, head, language: view.story.language, entries: new Set() };
  const page = <CorrectionsHtml scene={scene} title={view.story.title} corrections={view.corrections.corrections} />;
  return answerPage(c, page, { ETag: etag, "Cache-Control": keep.briefly });
};

type Correction = ViewOf<"corrections">["corrections"][number];
type Shown = { scene: Scene; title: string; corrections: readonly Correction[] };

const CorrectionsHtml = ({ scene, title, corrections }: Shown) => {
  const { reader, slug, language } = scene;
  const words = reader.words.corrections;
  return (
    <Frame reader={reader} title={`${words.title} · ${title}`} data={`/api/stories/${slug}/corrections`}>
      <header class="standing">
        <p>
          <a href={to(reader, storyPath(scene))} lang={language} dir="auto">
            {title}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
      </header>
      <Corrections scene={scene} corrections={corrections} />
    </Frame>
  );
};

/** All of them. */
export const Corrections = ({ scene, corrections }: Omit<Shown, "title">) => (
  <>
    {corrections.length === 0 ? <p class="none">{scene.reader.words.corrections.none}</p> : null}
    <ol class="plain corrections-list">
      {corrections.map((correction) => (
        <li>
          <Corrected scene={scene} correction={correction} />
        </li>
      ))}
    </ol>
  </>
);

const Corrected = ({ scene, correction }: { scene: Scene; correction: Correction }) => {
  const { reader, language } = scene;
  const { timeline, corrections } = reader.words;
  const labels = { corrected: timeline.corrected, retracted: timeline.retracted, "taken-down": timeline.takenDown };
  const { event, kind, before, after } = correction;
  return (
    <Amendment scene={scene} kind={labels[kind]} amended={correction}>
      {before && after ? <Difference scene={scene} changes={changesBetween(reader, language, before, after)} /> : null}
      {before && !after ? (
        <p class="change">
          <Text label={timeline.before} words={{ text: before.headline }} as="del" />
        </p>
      ) : null}
      <p class="aside">
        <a href={to(reader, eventPath(scene, event))}>{corrections.of(event)}</a>
      </p>
    </Amendment>
  );
};

export const correctionsPage: Page = { path: "/stories/:story/corrections", handle };
