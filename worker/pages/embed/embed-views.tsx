/** The parts of a story that stand in a frame of their own: what each is read from, and how it is shown. */
import type { HtmlEscapedString } from "hono/utils/html";
import type { ProjectionName } from "../../../projections/registry.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { EmbeddablePart } from "../../http/embeds.ts";
import type { EmbeddedPart } from "../../read/embed.ts";
import { Corrections } from "../corrections.tsx";
import { Cast } from "../story/cast.tsx";
import { TimelineEntry } from "../story/entry.tsx";
import { Insults } from "../story/insults.tsx";
import { Offers } from "../story/offers.tsx";
import { Questions } from "../story/questions.tsx";
import { Section, type StoryContext } from "../story/story-context.tsx";
import { StoryStatus } from "../story/story-status.tsx";

type Show<Name extends ProjectionName> = (context: StoryContext, part: EmbeddedPart<Name>) => HtmlEscapedString;
type Shown = { names: readonly ProjectionName[]; withTimeline?: boolean; show: Show<ProjectionName> };

// What is read is what its names say.
const of = <Name extends ProjectionName>(names: readonly Name[], show: Show<Name>): Shown => ({
  names,
  show: show as Shown["show"],
});

/** Entries of the timeline. */
export const EmbeddedEntries = ({ context, entries }: { context: StoryContext; entries: readonly Entry[] }) => (
  <Section id="timeline" title={context.reader.words.timeline.title}>
    <ol class="plain entries">
      {entries.map((entry) => (
        <TimelineEntry context={context} entry={entry} />
      ))}
    </ol>
  </Section>
);

/** So many entries of the timeline. */
const newest = 10;

/** A new part is a name in `embeds` and a line here. */
export const embedViews: Record<EmbeddablePart, Shown> = {
  status: of(["status", "offers"], (context, { story, views }) => <StoryStatus context={context} story={story} views={views} />),
  offers: of(["offers"], (context, { views }) => <Offers context={context} offers={views.offers.offers} open />),
  timeline: {
    names: [],
    withTimeline: true,
    show: (context, { timeline }) => <EmbeddedEntries context={context} entries={timeline?.entries.slice(0, newest) ?? []} />,
  },
  insults: of(["insults"], (context, { views }) => <Insults context={context} ledger={views.insults} />),
  questions: of(["questions"], (context, { views }) => <Questions context={context} questions={views.questions} />),
  cast: of(["cast"], (context, { views }) => <Cast context={context} parties={views.cast.parties} />),
  corrections: of(["corrections"], (context, { views }) => (
    <Section id="corrections" title={context.reader.words.corrections.title}>
      <Corrections context={context} corrections={views.corrections.corrections} />
    </Section>
  )),
};
