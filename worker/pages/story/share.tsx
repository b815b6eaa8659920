/** How to follow a story from elsewhere, and how to show it there. */

import { type EmbeddablePart, embedAddress, embeddableParts, embedElement } from "../../http/embeds.ts";
import { storyPath } from "../../http/links.ts";
import { feedFormats } from "../feeds/feed-formats.ts";
import type { Words } from "../words/shape.ts";
import type { StoryContext } from "./story-context.tsx";

/** `pinned`: the version that the page shows, where that is the past. What is embedded from there stays as it was then. */
type Shown = { context: StoryContext; title: string; pinned: number | undefined };

/** The title of a part of the story. */
export const embedTitle = (words: Words, part: EmbeddablePart): string =>
  part === "status" ? words.share.status : words[part].title;

/** As large as the frame in the code is: whoever takes it changes that. */
const frame = { width: 600, height: 400 };

/** Links to a story's parts, and the code that embeds one; `pinned`: the version that they stay at. */
export const Share = ({ context, title, pinned }: Shown) => {
  const { reader, slug } = context;
  const words = reader.words.share;
  const { language } = reader;
  const path = storyPath(context);
  const address = (part: EmbeddablePart) => embedAddress(reader.url, { slug, part, language, version: pinned });
  const code = embedElement({ address: address("status"), title: `${title} · Riposte`, ...frame });
  const data = [
    ...feedFormats.map(({ type, path: name, name: title }) => [type.split(";")[0], `${path}/${name}?lang=${language}`, title]),
    ["application/json", `${path}/timelinejs.json?lang=${language}`, "TimelineJS"],
    ["application/json", `/api/stories/${slug}`, "API"],
  ];
  return (
    <details class="share">
      <summary>{words.title}</summary>
      <h2>{words.follow}</h2>
      <ul class="row">
        {data.map(([type, href, name]) => (
          <li>
            <a href={href} type={type}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.embed}</h2>
      <p>{pinned === undefined ? words.live : words.frozen(pinned)}</p>
      <ul class="row">
        {embeddableParts.map((part) => (
          <li>
            <a href={address(part)}>{embedTitle(reader.words, part)}</a>
          </li>
        ))}
      </ul>
      <label>
        {words.code}
        <textarea rows={5} readonly spellcheck={false}>
          {code}
        </textarea>
      </label>
    </details>
  );
};
