/** What every part of a story's page knows, and the small pieces that they share. */

import type { StoryIn } from "../../../events/tell/story-in.ts";
import type { Precision } from "../../../events/values.ts";
import type { PropsWithChildren } from "../../http/html/jsx-runtime.ts";
import { eventPath } from "../../http/links.ts";
import type { StoryPage } from "../../read/story-page.ts";
import type { Room } from "../fit-page.ts";
import { localizedPath, type Reader, readerOfStory } from "../reader.ts";
import { EventTime } from "../times.tsx";

/** The lists of the page that are turned by themselves, as its address names them: each by how many items come before the first shown. */
export type TurnedList = "offers" | "questions" | "cast" | "corrections";

/** Where the items of a turned list stand in it, by name, and which of them the page shows. */
export type ItemPlaces = { places: ReadonlyMap<string, number>; from: number; to: number };

/**
 * The reader, the story, the version shown and the newest, the editors' language, which events have an entry on this page, and the version
 * that the reader knows where only what is news since then is shown. `room`: how much of its lists a page shows, all that it may where it is
 * not said; `turned`: where they begin; `items`: where their items stand; `isApart`: this is a page
 * beside the story's, and the lists are there.
 */
export type StoryContext = {
  reader: Reader;
  slug: string;
  version: number;
  head: number;
  language: string;
  /** The language of an editor's text: of its translation, or the story's. */
  languageOf: (text: string) => string;
  entries: ReadonlySet<number>;
  since?: number | undefined;
  room?: Room | undefined;
  turned?: Partial<Record<TurnedList, number | undefined>> | undefined;
  items?: Partial<Record<TurnedList, ItemPlaces>> | undefined;
  isApart?: boolean | undefined;
};

/** The context of a story that was read. */
export const storyContextOf = (
  reader: Reader,
  slug: string,
  { story, timeline }: Pick<StoryPage, "story" | "timeline">,
  at: Pick<StoryContext, "version" | "head" | "since" | "room" | "turned">,
): StoryContext => {
  const entries = new Set(timeline.entries.map((entry) => entry.version));
  return { reader: readerOfStory(reader, story), slug, ...at, ...languagesOf(story), entries };
};

/** The languages of a story's texts, as a context knows them. */
export const languagesOf = ({ language, texts }: Pick<StoryIn, "language" | "texts">) => ({
  language,
  languageOf: (text: string): string => texts.has(text) ?? language,
});

/** Where an event's entry stands on the page. */
export const anchorOf = (version: number): string => `v${version}`;

/** A link to an event's entry, on this page where it has it. */
export const EntryLink = ({ context, version, children }: PropsWithChildren<{ context: StoryContext; version: number }>) => (
  <a href={context.entries.has(version) ? `#${anchorOf(version)}` : localizedPath(context.reader, eventPath(context, version))}>
    {children}
  </a>
);

/** When it happened, and a link to the event that tells of it. */
export const LinkedTime = ({
  context,
  at,
}: {
  context: StoryContext;
  at: { version: number; occurredAt: string; precision: Precision };
}) => (
  <EntryLink context={context} version={at.version}>
    <EventTime reader={context.reader} at={at} />
  </EntryLink>
);

/** A name that stands alone or in a sentence: whatever its direction, it does not turn the words beside it. */
export const PartyName = ({ of }: { of: { name: string; language?: string | undefined } }) => (
  <bdi lang={of.language}>{of.name}</bdi>
);

/** An editor's own words, in the story's language or in that of their translation. */
export const EditorsText = ({ context, children }: PropsWithChildren<{ context: StoryContext }>) => (
  <span lang={typeof children === "string" ? context.languageOf(children) : context.language} dir="auto">
    {children}
  </span>
);

/** A part of the page, with its heading. */
export const Section = ({ id, title, children }: PropsWithChildren<{ id: string; title: string }>) => (
  <section class={`section ${id}`} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
