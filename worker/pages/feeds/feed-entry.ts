/** What a feed holds, of a story or of all of them, as entries that any format can write. */
import type { ChangedEntry } from "../../read/changes.ts";
import type { ListedStory } from "../../read/stories.ts";
import type { Reader } from "../reader.ts";
import type { FeedEntry } from "./feed.ts";
import { bodyLinesOf, feedItemsOf, itemHeadlineOf } from "./feed-item.ts";
import { picturesHtml } from "./feed-pictures.ts";
import { linesHtml, lineText, paragraphHtml } from "./lines.ts";
import { feedName } from "./names.ts";

/** The story, as its entries are told: its slug, its language, and the hash of its first event. */
type Told = { slug: string; language: string; firstHash: string };

/** The entries of a story's feed. */
export const eventEntriesOf = (reader: Reader, told: Told, changed: readonly ChangedEntry[]): FeedEntry[] => {
  const { slug, language, firstHash } = told;
  const items = feedItemsOf(
    reader,
    slug,
    language,
    changed.map(({ entry }) => entry),
  );
  return items.map((item, index): FeedEntry => {
    const { version, url, type, pictures, published, modified, by, end } = item;
    const [title, lines] = [itemHeadlineOf(reader, item), bodyLinesOf(item)];
    const changedAt = changed[index]?.changedAt ?? "";
    return {
      id: feedName(firstHash, version),
      url,
      title,
      language: item.language,
      published,
      // Times that the server has set are written alike, and sort as texts.
      updated: changedAt > modified ? changedAt : modified,
      author: by,
      category: type,
      pictures,
      // An entry has words: where the headline says it all, it is they.
      html: picturesHtml(pictures) + linesHtml(lines) || paragraphHtml(title),
      text: lines.map(lineText).join("\n") || title,
      takenDown: end?.kind === "takenDown" ? { at: end.at, comment: lineText(end.line) } : undefined,
    };
  });
};

/** A story in the feed of all of them. */
export const storyEntryOf = ({ language }: Reader, story: ListedStory, firstHash: string, address: string): FeedEntry => ({
  id: feedName(firstHash),
  url: `${address}?lang=${language}`,
  title: story.title,
  language: story.language,
  updated: story.lastActivity,
  html: paragraphHtml(story.headline),
  text: story.headline,
});
