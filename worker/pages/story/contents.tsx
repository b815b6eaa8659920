/** Where the page's parts are. On a phone three of them stay at hand while one reads. */
import type { Views } from "../../read/projections.ts";
import type { StoryContext } from "./story-context.tsx";

type Shown = { context: StoryContext; views: Views<"status" | "offers" | "insults" | "questions" | "cast"> };

/** Links to the parts that there are. */
export const TableOfContents = ({ context, views }: Shown) => {
  const { words } = context.reader;
  const { status, offers, insults, questions, cast } = views;
  const parts = [
    { id: "latest", title: words.brief.latest, count: status.lastMove ? undefined : 0, atHand: true },
    { id: "offers", title: words.offers.title, count: offers.offers.length, atHand: true },
    { id: "timeline", title: words.timeline.title, count: undefined, atHand: false },
    { id: "cast", title: words.cast.title, count: cast.parties.length, atHand: true },
    { id: "insults", title: words.insults.title, count: insults.total, atHand: false },
    { id: "questions", title: words.questions.title, count: questions.open.length + questions.answered.length, atHand: false },
  ];
  return (
    <nav class="contents" aria-label={words.story.contents}>
      <ul class="row">
        {parts
          .filter(({ count }) => count !== 0)
          .map(({ id, title, count, atHand }) => (
            <li class={atHand ? undefined : "further"}>
              <a href={`#${id}`}>{title}</a>
              {count === undefined ? null : <span class="count"> {count}</span>}
            </li>
          ))}
      </ul>
    </nav>
  );
};
