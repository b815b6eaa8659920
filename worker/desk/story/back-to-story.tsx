/** The way back from a page of a story to the story; from one that is not opened yet, to all of them. */
import type { DeskStory } from "./desk-story.ts";
import { deskHomeOf } from "./unopened-story.ts";

/** A link under the story's title. */
export const BackToStory = ({ story }: { story: Pick<DeskStory, "slug" | "version" | "story"> }) => (
  <p class="desk-back">
    <a href={deskHomeOf(story)} lang={story.story.language} dir="auto">
      {story.story.title}
    </a>
  </p>
);

/** What is said of the whole page, aloud; nothing where there is nothing to say. */
export const PageNotice = ({ text }: { text: string | undefined }) =>
  text ? (
    <p class="desk-notice" role="alert">
      {text}
    </p>
  ) : null;
