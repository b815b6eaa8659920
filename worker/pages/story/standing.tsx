/** The head of a story's page: its title, the sentence on where it stands, when that was, and in whose time. */

import { Runs } from "../../http/html/runs.tsx";
import type { StoryPage } from "../../read/story-page.ts";
import { RecordedTime } from "../times.tsx";
import { partyLink } from "./list-window.tsx";
import type { StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; story: StoryPage };

/** The head. What an editor has summed up since takes the place of what the story was opened with. */
export const Standing = ({ context, story: { story, status } }: Shown) => {
  const { reader } = context;
  const { title, summary, points } = story;
  return (
    <header class="standing">
      <p class="label stage">{reader.words.stages[status.stage]}</p>
      <h1 lang={context.languageOf(title)} dir="auto">
        {title}
      </h1>
      <p class="deck">
        <Runs runs={status.headlineRuns} partyHref={(party) => partyLink(context, party)} />
      </p>
      {summary && !points ? (
        <p class="summary" lang={context.languageOf(summary)} dir="auto">
          {summary}
        </p>
      ) : null}
      <Dateline context={context} at={story.recordedAt} />
    </header>
  );
};

/** When the page changed last, and in whose time it is told: scripts offer the reader's own. */
export const Dateline = ({ context: { reader }, at }: { context: StoryContext; at: string }) => {
  const { words, zone } = reader;
  return (
    <p class="dateline aside">
      <span class="zones" data-zone={zone} data-words={JSON.stringify(words.times.told(zone))}>
        <span class="zone-told">{words.times.zone(zone)}</span> <button type="button" class="zone-switch" hidden />
      </span>{" "}
      <span>
        {words.times.updated} <RecordedTime reader={reader} at={at} />
      </span>
    </p>
  );
};
