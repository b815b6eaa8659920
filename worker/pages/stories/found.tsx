/** What a search has found: the stories, each with its best entries. */
import type { Found, FoundStory } from "../../search/search.ts";
import { type Reader, to } from "../reader.ts";
import { When } from "../times.tsx";
import { Listed } from "./listed.tsx";

export const FoundStories = ({ reader, found: { stories } }: { reader: Reader; found: Found }) => (
  <ol class="plain stories found">
    {stories.map((story) => (
      <Listed reader={reader} story={story}>
        <Hits reader={reader} story={story} />
      </Listed>
    ))}
  </ol>
);

const Hits = ({ reader, story: { hits, found } }: { reader: Reader; story: FoundStory }) => (
  <div class="hits">
    <ul class="plain">
      {hits.map(({ page, excerpt, ...at }) => (
        <li>
          {/* An entry may quote in any language: which of them was found is not known. */}
          <a href={to(reader, page)} lang="" dir="auto">
            {excerpt.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}
          </a>{" "}
          <small>
            <When reader={reader} at={at} />
          </small>
        </li>
      ))}
    </ul>
    {found > hits.length ? <p class="aside">{reader.words.search.others(found - hits.length)}</p> : null}
  </div>
);
