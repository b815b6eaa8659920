/** What a story that has only been opened says of its next step, in the names of its own parties. */
import { partyAt } from "../../../events/story.ts";
import type { DeskSession } from "../desk-page.ts";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/fill-in.ts";
import type { DeskStory } from "./desk-story.ts";

/** Two lines to try, as long as nothing but introductions stands in the story. */
export const FirstSteps = ({ desk, story }: { desk: DeskSession; story: DeskStory }) => {
  const { firstSteps } = desk.words;
  const parties = Object.keys(story.story.parties).flatMap((party) => partyAt(story.story, party) ?? []);
  const hasBegun = story.timeline.entries.some(({ type }) => type !== "StoryOpened");
  const whom = parties.find(({ kind }) => kind === "organization") ?? parties[1];
  const who = parties.find((one) => one.kind === "person") ?? parties.find((one) => one !== whom);
  if (hasBegun || !who) return null;
  const names = { who: who.short ?? who.name, whom: whom?.short ?? whom?.name ?? "" };
  return (
    <section class="desk-notice" aria-labelledby="first">
      <h2 id="first">{firstSteps.title}</h2>
      <p>{firstSteps.line}</p>
      <ul>
        {[...(whom ? [firstSteps.offer] : []), firstSteps.said].map((sentence) => {
          const line = fillIn(sentence, names);
          return (
            <li>
              <a href={`${deskStoryPath(story.slug)}?${new URLSearchParams({ line })}`}>{line}</a>
            </li>
          );
        })}
      </ul>
      <p>{firstSteps.or}</p>
    </section>
  );
};
