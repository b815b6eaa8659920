/** The parts of a story that stand in a frame of their own: what each is read from, and how it is shown. */
import type { HtmlEscapedString } from "hono/utils/html";
import type { ProjectionName } from "../../../projections/registry.ts";
import type { EmbeddablePart } from "../../http/embeds.ts";
import type { EmbeddedPart } from "../../read/embed.ts";
import { Corrections } from "../corrections.tsx";
import { Cast } from "../story/cast.tsx";
import { TimelineEntry } from "../story/entry.tsx";
import { Insults } from "../story/insults.tsx";
import { Offers } from "../story/offers.tsx";
import { Questions } from "../story/questions.tsx";
import { Section, type StoryContext } from "../story/scene.tsx";
import { StoryStatus } from "../story/standing.tsx";

type Show<Name extends ProjectionName> = (
  scene: StoryContext,
  part: EmbeddedPart<Name>,
) => HtmlEscapedString | Promise<HtmlEscapedString>;
type Shown = { names: readonly ProjectionName[]; withTimeline?: boolean; show: Show<ProjectionName> };

// What is read is what its names say.
const of = <Name extends ProjectionName>(names: readonly Name[], show: Show<Name>): Shown => ({
  names,
  show: show as Shown["show"],
});

/** So many entries of the timeline. */
const newest = 10;

/** A new part is a name in `embeds` and a line here. */
export const embedViews: Record<EmbeddablePart, Shown> = {
  status: of(["status", "offers"], (scene, { story, views }) => <StoryStatus scene={scene} story={story} views={views} />),
  offers: of(["offers"], (scene, { views }) => <Offers scene={scene} offers={views.offers.offers} />),
  timeline: {
    names: [],
    withTimeline: true,
    show: (scene, { timeline }) => (
      <Section id="timeline" title={scene.reader.words.timeline.title}>
        <ol class="plain entries">
          {timeline?.entries.slice(0, newest).map((entry) => (
            <TimelineEntry scene={scene} entry={entry} />
          ))}
        </ol>
      </Section>
    ),
  },
  insults: of(["insults"], (scene, { views }) => <Insults scene={scene} ledger={views.insults} />),
  questions: of(["questions"], (scene, { views }) => <Questions scene={scene} questions={views.questions} />),
  cast: of(["cast"], (scene, { views }) => <Cast scene={scene} parties={views.cast.parties} />),
  corrections: of(["corrections"], (scene, { views }) => (
    <Section id="corrections" title={scene.reader.words.corrections.title}>
      <Corrections scene={scene} corrections={views.corrections.corrections} />
    </Section>
  )),
};
