/** What every part of a story's page knows, and the small pieces that they share. */

import type { PropsWithChildren } from "hono/jsx";
import type { Precision } from "../../../events/values.ts";
import { eventPath } from "../../http/links.ts";
import type { StoryPage } from "../../read/story-page.ts";
import { type Reader, to } from "../reader.ts";
import { When } from "../times.tsx";

/**
 * The reader, the story, the version shown and the newest, the editors' language, which events have an entry on this page, and the version
 * that the reader knows where only what is news since then is shown.
 */
export type Scene = {
  reader: Reader;
  slug: string;
  version: number;
  head: number;
  language: string;
  entries: ReadonlySet<number>;
  since?: number | undefined;
};

/** The scene of a story that was read. */
export const sceneOf = (
  reader: Reader,
  slug: string,
  { story, timeline }: Pick<StoryPage, "story" | "timeline">,
  at: Pick<Scene, "version" | "head" | "since">,
): Scene => {
  const entries = new Set(timeline.entries.map((entry) => entry.version));
  return { reader, slug, ...at, language: story.language, entries };
};

/** Where an event's entry stands on the page. */
export const anchorOf = (version: number): string => `v${version}`;

/** A link to an event's entry, on this page where it has it. */
export const ToEntry = ({ scene, version, children }: PropsWithChildren<{ scene: Scene; version: number }>) => (
  <a href={scene.entries.has(version) ? `#${anchorOf(version)}` : to(scene.reader, eventPath(scene, version))}>{children}</a>
);

/** When it happened, and a link to the event that tells of it. */
export const Moment = ({ scene, at }: { scene: Scene; at: { version: number; occurredAt: string; precision: Precision } }) => (
  <ToEntry scene={scene} version={at.version}>
    <When reader={scene.reader} at={at} />
  </ToEntry>
);

/** A name that stands in a sentence: whatever its direction, it does not turn the words beside it. */
export const Name = ({ of }: { of: { name: string } }) => <bdi>{of.name}</bdi>;

/** An editor's own words, in the story's language. */
export const Editors = ({ scene, children }: PropsWithChildren<{ scene: Scene }>) => (
  <span lang={scene.language} dir="auto">
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
