/** The one question that saving an edit asks, and what readers will see by the answer. */
import { languages } from "../../../events/tell/languages.ts";
import type { Edit } from "../../../events/values.ts";
import { FieldError, type FieldFault } from "../desk-layout.tsx";
import { type Carried, CarriedFields, type Rehearsal, Warnings } from "../story/preview.tsx";
import { StepsForm } from "../story/steps-form.tsx";
import { fillIn } from "../words/apart.ts";
import { AmendedReaders } from "./amended-readers.tsx";
import { EntryLayout, type EntryVisit, ReasonField } from "./entry-visit.tsx";

type Question = EntryVisit & {
  carried: Carried;
  kind: Edit;
  reason: string;
  mayBeMinor: boolean;
  faults?: readonly FieldFault[];
  /** What readers would see; not known before a reason is given. */
  rehearsal?: Rehearsal;
};

const kinds: readonly Edit[] = ["minor", "update", "clarification", "correction"];

/** The page: the kind is proposed, and what is shown is what will be recorded. */
export const EditQuestion = async (question: Question) => {
  const { c, desk, story, entry, carried, kind, reason, mayBeMinor, faults = [], rehearsal } = question;
  const { entry: words, story: storyWords } = desk.words;
  // What is asked here is not carried besides.
  const form = new Map([...carried.form].filter(([name]) => name !== "0.edit" && name !== "0.reason"));
  const record = rehearsal ? [["record", storyWords.record] as const] : [];
  const readers =
    rehearsal && (await Promise.all(languages.map((language) => AmendedReaders({ c, story, rehearsal, language }))));
  return (
    <EntryLayout desk={desk} story={story} entry={entry} title={fillIn(words.edit, { version: entry.version })} faults={faults}>
      {rehearsal ? <Warnings desk={desk} warnings={rehearsal.warnings} /> : null}
      {readers}
      <StepsForm
        desk={desk}
        story={story}
        action={carried.action}
        entry={entry}
        steps={[...record, ["preview", words.show], ["edit", storyWords.changeIt]]}
      >
        <CarriedFields desk={desk} carried={{ ...carried, form }} />
        <fieldset class="desk-group" id="0.edit">
          <legend>{words.whatKind}</legend>
          <FieldError field="0.edit" faults={faults} />
          {kinds.map((one) => (
            <p>
              <label class="desk-choice">
                <input
                  type="radio"
                  name="0.edit"
                  value={one}
                  checked={one === kind}
                  disabled={one === "minor" && !mayBeMinor}
                  aria-describedby={`kind-${one}`}
                />{" "}
                {words.kinds[one].name}
              </label>{" "}
              <span class="field-help" id={`kind-${one}`}>
                {one === "minor" && !mayBeMinor ? words.noTypo : words.kinds[one].help}
              </span>
            </p>
          ))}
        </fieldset>
        <ReasonField desk={desk} story={story} reason={reason} faults={faults} />
      </StepsForm>
    </EntryLayout>
  );
};
