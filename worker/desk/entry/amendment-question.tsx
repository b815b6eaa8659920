/** The one question that an amendment asks, and what readers will see by the answer. */
import { type Language, languages } from "../../../events/tell/languages.ts";
import type { Edit } from "../../../events/values.ts";
import { FieldError, type FieldFault } from "../desk-layout.tsx";
import { type Carried, CarriedFields, ReadersSee, type Rehearsal, Warnings } from "../story/preview.tsx";
import { StepsForm, TextField } from "../story/steps-form.tsx";
import { fillIn } from "../words/fill-in.ts";
import { readDeskWords } from "../words/read-words.ts";
import { AmendmentBox } from "./amendment-box.tsx";
import { EntryLayout, type EntryVisit } from "./entry-visit.tsx";
import { Hanging, hangingOn } from "./hanging.tsx";
import type { KindOfEdit } from "./propose-edit.ts";

type Question = {
  visit: EntryVisit;
  act: "edit" | "retract" | "reinstate";
  carried: Carried;
  edit: KindOfEdit | undefined;
  faults: readonly FieldFault[];
  /** What readers would see; not known before a reason is given. */
  rehearsal: Rehearsal | undefined;
};

/** What is asked here is not carried besides. */
const asked = ["0.edit", "0.reason"];

/** The page: what is shown on it is what will be recorded. */
export const AmendmentQuestion = async ({ visit, act, carried, edit, faults, rehearsal }: Question) => {
  const { desk, story, entry } = visit;
  const { entry: words, story: storyWords } = desk.words;
  const { form } = carried;
  const title = fillIn(words[act], { version: entry.version });
  const hanging = edit ? undefined : await hangingOn(visit, carried.events);
  const steps = [
    ...(rehearsal ? [["record", edit ? storyWords.record : title] as const] : []),
    ["preview", words.show] as const,
    ...(edit ? [["edit", storyWords.changeIt] as const] : []),
  ];
  return (
    <EntryLayout {...visit} title={title} faults={faults}>
      {hanging ? <Hanging visit={visit} hanging={hanging} /> : null}
      {rehearsal ? <Warnings desk={desk} warnings={rehearsal.warnings} /> : null}
      {rehearsal ? await Promise.all(languages.map((language) => AmendedReaders({ visit, rehearsal, language }))) : null}
      {hanging && hanging.refusals.length > 0 ? null : (
        <StepsForm {...visit} action={carried.action} steps={steps}>
          <CarriedFields
            desk={desk}
            carried={{ ...carried, form: new Map([...form].filter(([name]) => !asked.includes(name))) }}
          />
          {edit ? <EditKinds visit={visit} edit={edit} faults={faults} /> : null}
          <TextField
            name="0.reason"
            label={words.reason}
            help={words.reasonHelp}
            value={form.get("0.reason")?.[0] ?? ""}
            most={1000}
            faults={faults}
            language={story.story.language}
          />
        </StepsForm>
      )}
    </EntryLayout>
  );
};

const kinds: readonly Edit[] = ["minor", "update", "clarification", "correction"];

type Kinds = Pick<Question, "visit" | "faults"> & { edit: KindOfEdit };

/** The kind that is proposed is chosen; a typo can be chosen only where it may be one. */
const EditKinds = ({ visit, edit: { kind, mayBeMinor }, faults }: Kinds) => {
  const { entry: words } = visit.desk.words;
  return (
    <fieldset class="desk-group" id="0.edit">
      <legend>{words.whatKind}</legend>
      <FieldError field="0.edit" faults={faults} />
      {kinds.map((one) => {
        const isOut = one === "minor" && !mayBeMinor;
        return (
          <p>
            <label class="desk-choice">
              <input
                type="radio"
                name="0.edit"
                value={one}
                checked={one === kind}
                disabled={isOut}
                aria-describedby={`kind-${one}`}
              />{" "}
              {words.kinds[one].name}
            </label>
            <span class="field-help" id={`kind-${one}`}>
              {isOut ? words.noTypo : words.kinds[one].help}
            </span>
          </p>
        );
      })}
    </fieldset>
  );
};

type Readers = { visit: EntryVisit; rehearsal: Rehearsal; language: Language };

/** What readers will see in a language of theirs: the sentence, the entry, and beneath it the box that tells of the amendment. */
const AmendedReaders = async ({ visit: { c, story }, rehearsal, language }: Readers) => {
  const words = await readDeskWords(c, language);
  return (
    <ReadersSee
      story={story}
      rehearsal={rehearsal}
      language={language}
      beneath={(entry) => (
        <AmendmentBox words={words} language={language} story={story} entry={entry} version={rehearsal.version} />
      )}
    />
  );
};
