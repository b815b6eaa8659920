/** An entry in plain words: made once, then written as Atom, as JSON Feed, as JSON-LD or for TimelineJS. */

import { html, raw } from "hono/html";
import type { Story } from "../../../events/story.ts";
import type { Precision, Source } from "../../../events/values.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { eventPath } from "../../http/links.ts";
import { localizedPath, type Reader } from "../reader.ts";
import { changesBetween } from "../story/changes.ts";
import { presentationOf } from "../story/presentation.ts";
import { languageName } from "../story/quotation.tsx";
import { anchorOf } from "../story/story-context.tsx";
import { formatTime } from "../times.tsx";

/** Words, or words that are marked: in a language of their own, as a link, as gone. */
type Part =
  | string
  | { text: string; as: "a" | "cite" | "del" | "ins" | "q" | "span"; language?: string | undefined; href?: string };
/** A paragraph, or words that were said. */
type Line = { as: "p" | "blockquote"; language?: string | undefined; parts: readonly Part[] };

/** What became of an entry: when, by whom, and in a line. */
type Note = { at: string; by: string; line: Line };

/** An entry in words: all of it is text that nobody has escaped yet. */
export type FeedItem = {
  /** Where it stands on the story's page: `v18`. */
  anchor: string;
  /** Its name for good, whatever the language: its event's own address. */
  id: string;
  /** The same in the reader's language. */
  url: string;
  type: string;
  /** How loudly it is told: see `presentationOf`. */
  kind: ReturnType<typeof presentationOf>["kind"];
  headline: string;
  /** What the headline does not say; nothing of what was retracted or taken down. */
  lines: Line[];
  occurred: { occurredAt: string; precision: Precision };
  /** When and by whom it entered the log, and when it was last amended there. */
  published: string;
  modified: string;
  by: string;
  corrections: Note[];
  /** Set on what does not stand any more. */
  end?: (Note & { kind: "retracted" | "takenDown" }) | undefined;
};

/** Tells entries in words. `language` is the story's. */
export const feedItemsOf = (reader: Reader, slug: string, language: string, entries: readonly Entry[]): FeedItem[] => {
  const tell = { reader, language };
  return entries.map((entry) => {
    const { corrected, retracted, takenDown, recordedAt, recordedBy } = entry;
    return {
      anchor: anchorOf(entry.version),
      id: idOf(reader, slug, entry.version),
      url: new URL(localizedPath(reader, eventPath({ slug }, entry.version)), reader.url).href,
      type: entry.type,
      kind: presentationOf(entry).kind,
      headline: entry.headline,
      lines: retracted || takenDown ? [] : linesOf(tell, entry),
      occurred: { occurredAt: entry.occurredAt, precision: entry.precision },
      published: recordedAt,
      modified: takenDown?.recordedAt ?? retracted?.recordedAt ?? corrected.at(-1)?.recordedAt ?? recordedAt,
      by: recordedBy,
      corrections: corrected.map((correction, index) => correctionOf(tell, correction, corrected[index + 1]?.before ?? entry)),
      end: endOf(tell, entry),
    };
  });
};

type Tell = { reader: Reader; language: string };

const linesOf = ({ reader, language }: Tell, { quote, translation, sources, ...entry }: Entry): Line[] => {
  const { words } = reader;
  const lines: Line[] = [];
  if (quote) lines.push({ as: "blockquote", language: quote.language, parts: [quote.text] });
  if (translation) {
    const by = translation.translator ? ` (${words.quote.translatedBy} ${translation.translator})` : "";
    const said = { text: translation.text, as: "q", language: translation.language } as const;
    lines.push({ as: "p", parts: [words.quote.translation(languageName(reader, said.language)), by, words.colon, said] });
  }
  for (const { label, text } of presentationOf(entry).texts)
    lines.push({
      as: "p",
      parts: [label ? words.timeline[label] + words.colon : "", { text, as: "span", language }],
    });
  return [...lines, ...sources.map((source) => sourceLine(reader, source))];
};

const sourceLine = ({ words }: Reader, { publisher, title, url, language }: Source): Line => {
  const text = title ?? publisher;
  const named = title === undefined ? [] : [publisher, ", "];
  const cited = url === undefined ? ({ text, as: "cite", language } as const) : ({ text, as: "a", language, href: url } as const);
  return { as: "p", parts: [words.timeline.source, words.colon, ...named, cited] };
};

const correctionOf = (
  { reader, language }: Tell,
  { before, recordedAt, recordedBy, reason }: Entry["corrected"][number],
  after: Parameters<typeof changesBetween>[3],
): Note => {
  const words = reader.words.timeline;
  const { told, others } = changesBetween(reader, language, before, after);
  const changes = told.flatMap(({ was, is }): Part[] => [
    ...(was ? [` · ${words.before} `, { ...was, as: "del" } as const] : []),
    ...(is ? [` · ${words.after} `, { ...is, as: "ins" } as const] : []),
  ]);
  const also = others.length > 0 ? [` · ${words.also}${reader.words.colon}${others.join(", ")}`] : [];
  const parts = [`${words.corrected}, ${minuteOf(reader, recordedAt)}`, ...changes, ...also];
  return { at: recordedAt, by: recordedBy, line: { as: "p", parts: [...parts, ...why(reader, language, reason)] } };
};

const endOf = (tell: Tell, { takenDown, retracted, recordedAt, recordedBy }: Entry): FeedItem["end"] => {
  const end = takenDown ?? retracted;
  // Where the log is read as it was before a takedown, nobody says who ordered it, or when.
  const told = { ...end, recordedAt: end?.recordedAt ?? recordedAt, recordedBy: end?.recordedBy ?? recordedBy };
  return end ? goneBy(tell, takenDown ? "takenDown" : "retracted", { ...told, reason: end.reason }) : undefined;
};

type Ending = { recordedAt: string; recordedBy: string; reason: string | null };

const goneBy = ({ reader, language }: Tell, kind: "retracted" | "takenDown", ending: Ending): NonNullable<FeedItem["end"]> => {
  const { recordedAt: at, recordedBy: by, reason } = ending;
  const parts = [`${reader.words.timeline[kind]}, ${minuteOf(reader, at)}`, ...why(reader, language, reason)];
  return { kind, at, by, line: { as: "p", parts } };
};

/** The names of a story's entries that do not stand any more, and why: the newest first, each once. */
export const removedItemsOf = (reader: Reader, slug: string, { amendments, language }: Story): (Note & { id: string })[] => {
  const last = new Map(amendments.filter(({ kind }) => kind !== "corrected").map((amendment) => [amendment.event, amendment]));
  return [...last].reverse().map(([event, amendment]) => ({
    id: idOf(reader, slug, event),
    ...goneBy({ reader, language }, amendment.kind === "retracted" ? "retracted" : "takenDown", amendment),
  }));
};

const idOf = ({ url }: Reader, slug: string, version: number): string => new URL(eventPath({ slug }, version), url).href;

const minuteOf = (reader: Reader, at: string): string => formatTime(reader, { occurredAt: at, precision: "minute" });

const why = ({ words }: Reader, language: string, reason: string | null): Part[] =>
  reason ? [` · ${words.timeline.why}${words.colon}`, { text: reason, as: "span", language }] : [];

/** A line as plain text. */
export const lineText = ({ parts }: Line): string => parts.map((part) => (typeof part === "string" ? part : part.text)).join("");

/** Lines as HTML: every word of them is escaped. */
export const linesHtml = (lines: readonly Line[]): string =>
  lines.map(({ as, language, parts }) => element(as, { language }, parts.map(partHtml))).join("");

/** A text as one paragraph of HTML. */
export const paragraphHtml = (text: string): string => linesHtml([{ as: "p", parts: [text] }]);

const partHtml = (part: Part) =>
  typeof part === "string" ? part : raw(element(part.as, { language: part.language, href: part.href }, [part.text]));

type Attributes = { language?: string | undefined; href?: string | undefined };

const element = (tag: string, { language, href }: Attributes, inner: readonly (string | ReturnType<typeof raw>)[]): string => {
  const attributes = [href ? html` href="${href}"` : "", language ? html` lang="${language}" dir="auto"` : ""];
  return String(html`${raw(`<${tag}`)}${attributes}>${inner}${raw(`</${tag}>`)}`);
};

/** All that is told of an entry under its headline. */
export const bodyLinesOf = ({ lines, corrections, end }: FeedItem): Line[] => [
  ...lines,
  ...corrections.map(({ line }) => line),
  ...(end ? [end.line] : []),
];

/** The headline of an entry that may not stand any more: one that was retracted says so. */
export const itemHeadlineOf = ({ words }: Reader, { headline, end }: FeedItem): string =>
  end?.kind === "retracted" ? `${words.timeline.retracted}${words.colon}${headline}` : headline;
