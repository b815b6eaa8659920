/** What every part of a story's page knows, and the small pieces that they share. */

import type { PropsWithChildren } from "hono/jsx";
import type { Precision } from "../../../events/values.ts";
import type { Reader } from "../reader.ts";
import { When } from "../times.tsx";

/** The reader, the language in which the story's editors write, and which events have an entry on this page. */
export type Scene = { reader: Reader; language: string; entries: ReadonlySet<number> };

/** Where an event's entry stands on the page. */
export const anchorOf = (version: number): string => `v${version}`;

/** A link to an event's entry, where the page has it. */
export const ToEntry = ({ scene, version, children }: PropsWithChildren<{ scene: Scene; version: number }>) =>
  scene.entries.has(version) ? <a href={`#${anchorOf(version)}`}>{children}</a> : <span>{children}</span>;

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
