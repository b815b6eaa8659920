/** From the form of an event, filled in anew, to the correction that it posts. */
import { amended } from "../../../events/amend.ts";
import { mergePatch } from "../../../events/merge-patch.ts";
import type { Said } from "../../../events/recorded.ts";
import { definitionOf, isTakenDown } from "../../../events/registry.ts";
import type { Edit } from "../../../events/values.ts";
import { lastSaid, type Told } from "../../../projections/pages.ts";
import type { FieldFault } from "../desk-layout.tsx";
import { fieldFaultsOf } from "../form/form-faults.ts";
import { readForm } from "../form/read-form.ts";
import { partOf, type TypedForm } from "../form/typed-form.ts";
import { writeForm } from "../form/write-form.ts";
import { type DeskStory, settingFor } from "../story/desk-story.ts";
import type { DeskWords } from "../words/shape.ts";
import { replacementOf } from "./difference.ts";
import { type Edited, mayBeMinor, proposeEdit } from "./propose-edit.ts";

/** What the event said at a version of the story, whatever became of it since; undefined where its words are gone. */
const saidAt = ({ event, amendments }: Told, version: number): Said | undefined => {
  const said = lastSaid({ event, amendments: amendments.filter((one) => one.version <= version) });
  return "data" in said ? said : undefined;
};

/** The form of an event as it read at a version, filled in; undefined where its words are gone. */
export const formOfEntry = (story: DeskStory, told: Told, version: number): TypedForm | undefined => {
  const said = saidAt(told, version);
  if (!said) return undefined;
  const written = writeForm(definitionOf(told.event.type), { ...said, data: said.data as object }, story.setting);
  return new Map([...written].map(([name, values]) => [`0.${name}`, values]));
};

/** What the form changes: nothing, or a replacement, with the kind that is proposed for it, and whether it may be a typo. */
export type ReadEdit = { faults: FieldFault[]; edit?: { replacement: object; proposed: Edit; mayBeMinor: boolean } };

/** Reads the form against what the event said at the version at which it was opened: what its editor left alone stays as it is now. */
export const readEdit = (story: DeskStory, words: DeskWords, told: Told, version: number, form: TypedForm): ReadEdit => {
  const { event } = told;
  const definition = definitionOf(event.type);
  const opened = formOfEntry(story, told, version);
  const said = saidAt(told, version);
  if (!opened || !said || isTakenDown(event)) return { faults: [] };
  const read = (one: TypedForm) => {
    const part = partOf(one, "0");
    return readForm(definition, part, settingFor(story, part));
  };
  const [was, is] = [read(opened), read(inOrderOf(opened, form))];
  const faults = [...is.faults, ...(is.posted.occurredAt === undefined ? [missingTime] : [])];
  if (faults.length > 0) return { faults: fieldFaultsOf(words, definition, 0, faults) };
  const { replacement, lost } = replacementOf(was.posted, is.posted);
  const kept = lost.map((name) => ({ name, detail: words.entry.cannotBeTakenAway }));
  if (!replacement) return { faults: fieldFaultsOf(words, definition, 0, kept) };
  const { data, ...others } = replacement;
  const before = amended(event, said);
  const after = amended(event, { ...said, ...others, data: data ? mergePatch(said.data, data) : said.data } as Said);
  const edited: Edited = { story: story.story, before, after };
  return { faults: [], edit: { replacement, proposed: proposeEdit(edited), mayBeMinor: mayBeMinor(edited) } };
};

/** The form with the same parties in the order in which they were recorded: boxes are ticked in another. */
const inOrderOf = (opened: TypedForm, form: TypedForm): TypedForm => {
  const setOf = (values: readonly string[]): string =>
    [...values]
      .flatMap((value) => value.split(","))
      .sort()
      .join();
  return new Map(
    [...form].map(([name, values]) => {
      const before = opened.get(name);
      return [name, before && setOf(before) === setOf(values) ? before : values];
    }),
  );
};

const missingTime = { name: "occurredAt", detail: "is required" };
