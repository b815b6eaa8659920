/** The head of a story's page: its title, the sentence on where it stands, when that was, and in whose time. */

import type { StoryPage } from "../../read/story-page.ts";
import { RecordedTime } from "../times.tsx";
import { partyLink } from "./list-window.tsx";
import type { StoryContext } from "./story-context.tsx";
import { StoryHeading } from "./story-heading.tsx";

type Shown = { context: StoryContext; story: StoryPage };

/** The head. What an editor has summed up since takes the place of what the story was opened with. */
export const Standing = ({ context, story: { story, status } }: Shown) => {
  const { title, summary, points } = story;
  return (
    <header class="standing">
      <StoryHeading
        context={context}
        title={title}
        status={status}
        summary={points ? undefined : summary}
        partyHref={(party) => partyLink(context, party)}
      />
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
