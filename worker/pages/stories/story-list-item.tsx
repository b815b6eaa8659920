/** A story in a list: its stage, its title, where it stands, and when something was last recorded. */

import type { PropsWithChildren } from "../../http/html/jsx-runtime.ts";
import { Runs } from "../../http/html/runs.tsx";
import { storyPath } from "../../http/links.ts";
import type { ListedStory } from "../../read/stories.ts";
import { localizedPath, type Reader } from "../reader.ts";
import { RecordedTime } from "../times.tsx";

type Shown = { reader: Reader; story: ListedStory; lead?: boolean };

/** A story in a list; `lead`: the first and largest of it. */
export const StoryListItem = ({ reader, story, lead = false, children }: PropsWithChildren<Shown>) => {
  const { words } = reader;
  return (
    <li class={lead ? "lead" : undefined}>
      <article class="listed">
        <p class="label">{words.stages[story.stage]}</p>
        <h2>
          <a href={localizedPath(reader, storyPath({ slug: story.story }))} lang={story.language} dir="auto">
            {story.title}
          </a>
        </h2>
        <p class="listed-sentence">
          <Runs runs={story.headlineRuns} />
        </p>
        <p class="aside">
          {words.stories.lastActivity} <RecordedTime reader={reader} at={story.lastActivity} />
        </p>
        {children}
      </article>
    </li>
  );
};
