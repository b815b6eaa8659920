/** What became of an entry, in a line each: what a correction has changed, why it was retracted. */
import type { Edit } from "../../../events/values.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { Reader } from "../reader.ts";
import { amendmentLabel } from "../story/amendments.tsx";
import { type Change, changesBetween } from "../story/changes.ts";
import { formatTime } from "../times.tsx";
import type { Tell } from "./entry-lines.ts";
import type { Line, Part } from "./lines.ts";

/** What became of an entry: when, and in a line. */
export type Note = { at: string; line: Line };
/** The end of an entry. */
export type End = Note & { kind: "retracted" | "takenDown" };

/** The corrections, updates and clarifications of an entry, and its reinstatements, oldest first. */
export const notesOf = (tell: Tell, entry: Entry): (Note & { kind: Edit | "reinstated" })[] => {
  const { words } = tell.reader;
  const notes = [
    ...[...entry.corrected, ...entry.updated].map((edit) => {
      const changes = changesOf(tell, edit, entry.retracted === null);
      return { version: edit.version, kind: edit.edit, ...noteOf(tell, amendmentLabel(words, edit.edit), edit, changes) };
    }),
    ...entry.reinstated.map((one) => ({
      version: one.version,
      kind: "reinstated" as const,
      ...noteOf(tell, words.timeline.reinstated, one),
    })),
  ];
  return notes.sort((a, b) => a.version - b.version);
};

const changesOf = (tell: Tell, { before, after }: Entry["corrected"][number], quotes: boolean): Part[] => {
  const { reader } = tell;
  const words = reader.words.timeline;
  const { told, others } = changesBetween({ ...tell, quotes }, before, after);
  const marked = ({ text, language }: NonNullable<Change["is"]>, as: "del" | "ins"): Part => ({ text, as, language });
  const changes = told.flatMap(({ was, is }): Part[] => [
    ...(was ? [` · ${words.before} `, marked(was, "del")] : []),
    ...(is ? [` · ${words.after} `, marked(is, "ins")] : []),
  ]);
  return others.length > 0 ? [...changes, ` · ${words.also}${reader.words.colon}${others.join(", ")}`] : changes;
};

type Amended = { recordedAt: string; reason: string | null | undefined };

const noteOf = ({ reader, language }: Tell, label: string, amended: Amended, parts: readonly Part[] = []): Note => {
  const { recordedAt: at, reason } = amended;
  return { at, line: { as: "p", parts: [`${label}, ${minuteOf(reader, at)}`, ...parts, ...why(reader, language, reason)] } };
};

/** The end of an entry that does not stand any more. */
export const endOf = (tell: Tell, { takenDown, retracted, recordedAt }: Entry): End | undefined => {
  const end = takenDown ?? retracted;
  if (!end) return undefined;
  const kind = takenDown ? "takenDown" : "retracted";
  // Where the log is read as it was before a takedown, nobody says when that came.
  return { kind, ...noteOf(tell, tell.reader.words.timeline[kind], { ...end, recordedAt: end.recordedAt ?? recordedAt }) };
};

const minuteOf = (reader: Reader, at: string): string => formatTime(reader, { occurredAt: at, precision: "minute" });

const why = ({ words }: Reader, language: string, reason: string | null | undefined): Part[] =>
  reason ? [` · ${words.timeline.why}${words.colon}`, { text: reason, as: "span", language }] : [];
