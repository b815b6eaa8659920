/** What a search has found: the stories, each with its best entries. */
import type { FoundStory, SearchResult } from "../../search/search.ts";
import { localizedPath, type Reader } from "../reader.ts";
import { EventTime } from "../times.tsx";
import { StoryListItem } from "./story-list-item.tsx";

/** The stories that a search found, each with its best entries. */
export const FoundStories = ({ reader, found: { stories } }: { reader: Reader; found: SearchResult }) => (
  <ol class="plain stories found">
    {stories.map((story) => (
      <StoryListItem reader={reader} story={story}>
        <Hits reader={reader} story={story} />
      </StoryListItem>
    ))}
  </ol>
);

const Hits = ({ reader, story: { hits, found } }: { reader: Reader; story: FoundStory }) => (
  <div class="hits">
    <ul class="plain">
      {hits.map(({ page, excerpt, ...at }) => (
        <li>
          {/* An entry may quote in any language: which of them was found is not known. */}
          <a href={localizedPath(reader, page)} lang="" dir="auto">
            {excerpt.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}
          </a>{" "}
          <small>
            <EventTime reader={reader} at={at} />
          </small>
        </li>
      ))}
    </ul>
    {found > hits.length ? <p class="aside">{reader.words.search.others(found - hits.length)}</p> : null}
  </div>
);
