/** What a story is called, at which stage it is, and the sentence on where it stands. */
import { Runs } from "../../http/html/runs.tsx";
import type { Views } from "../../read/projections.ts";
import type { StoryContext } from "./story-context.tsx";

type Heading = {
  context: StoryContext;
  title: string;
  status: Views<"status">["status"];
  summary: string | undefined;
  /** Where the names in the sentence lead, where they lead anywhere. */
  partyHref?: (party: string) => string;
};

/** The heading, without what stands around it. */
export const StoryHeading = ({ context, title, status, summary, partyHref }: Heading) => (
  <>
    <p class="label stage">{context.reader.words.stages[status.stage]}</p>
    <h1 lang={context.languageOf(title)} dir="auto">
      {title}
    </h1>
    <p class="deck">
      <Runs runs={status.headlineRuns} partyHref={partyHref} />
    </p>
    {summary ? (
      <p class="summary" lang={context.languageOf(summary)} dir="auto">
        {summary}
      </p>
    ) : null}
  </>
);
