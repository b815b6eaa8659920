/** An entry in plain words: made once, then written as Atom, as JSON Feed, as JSON-LD or for TimelineJS. */

import { plain } from "../../../events/tell/runs.ts";
import type { Precision } from "../../../events/values.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { withoutQuotations } from "../../http/html/runs.tsx";
import { eventPath } from "../../http/links.ts";
import { localizedPath, type Reader } from "../reader.ts";
import { presentationOf } from "../story/presentation.ts";
import { anchorOf } from "../story/story-context.tsx";
import { type End, endOf, notesOf } from "./amendment-lines.ts";
import { linesOf } from "./entry-lines.ts";
import { type FeedPicture, feedPicturesOf } from "./feed-pictures.ts";
import type { Line } from "./lines.ts";

/** An entry in words: all of it is text that nobody has escaped yet. */
export type FeedItem = {
  /** Where it stands on the story's page: `v18`. */
  anchor: string;
  version: number;
  /** Its event's own address, whatever the language, and in the reader's. */
  address: string;
  url: string;
  type: string;
  /** How loudly it is told: see `presentationOf`. */
  kind: ReturnType<typeof presentationOf>["kind"];
  /** Of what was retracted, without its quotation; and its language, where it is all in an editor's words that of the story. */
  headline: string;
  language: string;
  /** What the headline does not say; nothing of what was retracted or taken down. */
  lines: Line[];
  pictures: FeedPicture[];
  occurred: { occurredAt: string; precision: Precision };
  /** When it entered the log, and was last amended there; by whom it was written, where that is said. */
  published: string;
  modified: string;
  by: string | undefined;
  notes: ReturnType<typeof notesOf>;
  /** Set on what does not stand any more. */
  end?: End | undefined;
};

/** Tells entries in words. `language` is the story's. */
export const feedItemsOf = (reader: Reader, slug: string, language: string, entries: readonly Entry[]): FeedItem[] => {
  const tell = { reader, language };
  return entries.map((entry) => {
    const { version, type, occurredAt, precision, headline, headlineRuns, retracted, takenDown, recordedAt } = entry;
    const notes = notesOf(tell, entry);
    const end = endOf(tell, entry);
    return {
      anchor: anchorOf(version),
      version,
      ...addressOf(reader, slug, version),
      type,
      kind: presentationOf(entry).kind,
      headline: retracted ? plain(withoutQuotations(headlineRuns)) : headline,
      language: languageOf(headlineRuns) ?? reader.language,
      lines: retracted || takenDown ? [] : linesOf(tell, entry),
      pictures: feedPicturesOf(reader, entry),
      occurred: { occurredAt, precision },
      published: recordedAt,
      modified: end?.at ?? notes.at(-1)?.at ?? recordedAt,
      by: entry.byline,
      notes,
      end,
    };
  });
};

/** The language of a headline that is all in somebody's own words; undefined where it is in the reader's. */
const languageOf = ([first, ...more]: Entry["headlineRuns"]): string | undefined =>
  first?.as === "words" && more.length === 0 ? first.language : undefined;

const addressOf = (reader: Reader, slug: string, version: number): Pick<FeedItem, "address" | "url"> => ({
  address: new URL(eventPath({ slug }, version), reader.url).href,
  url: new URL(localizedPath(reader, eventPath({ slug }, version)), reader.url).href,
});

/** All that is told of an entry under its headline. */
export const bodyLinesOf = ({ lines, notes, end }: FeedItem): Line[] => [
  ...lines,
  ...notes.map(({ line }) => line),
  ...(end ? [end.line] : []),
];

/** The headline of an entry that may not stand any more: one that was retracted says so. */
export const itemHeadlineOf = ({ words }: Reader, { headline, end }: Pick<FeedItem, "headline" | "end">): string =>
  end?.kind === "retracted" ? `${words.timeline.retracted}${words.colon}${headline}` : headline;
