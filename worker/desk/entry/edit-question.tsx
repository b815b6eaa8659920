/** The one question that saving an edit asks, and what readers will see by the answer. */
import { languages } from "../../../events/tell/languages.ts";
import type { Edit } from "../../../events/values.ts";
import { ErrorSummary, FieldError, type FieldFault } from "../desk-layout.tsx";
import { type Carried, CarriedFields, type Rehearsal, Warnings } from "../story/preview.tsx";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/apart.ts";
import { AmendedReaders } from "./amended-readers.tsx";
import { EntryLayout, type EntryVisit } from "./entry-visit.tsx";

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
  const readers =
    rehearsal && (await Promise.all(languages.map((language) => AmendedReaders({ c, story, rehearsal, language }))));
  return (
    <EntryLayout desk={desk} story={story} entry={entry} title={fillIn(words.edit, { version: entry.version })}>
      <ErrorSummary visit={desk} faults={faults} />
      {rehearsal ? <Warnings desk={desk} warnings={rehearsal.warnings} /> : null}
      {readers}
      <form method="post" action={carried.action} class="desk-form desk-steps" data-open={`entry ${entry.version}`}>
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
        <div class="desk-field">
          <label for="0.reason">{words.reason}</label>
          <p class="field-help" id="0.reason-help">
            {words.reasonHelp}
          </p>
          <FieldError field="0.reason" faults={faults} />
          <textarea
            id="0.reason"
            name="0.reason"
            rows={3}
            maxlength={1000}
            dir="auto"
            lang={story.story.language}
            aria-describedby={faults.some(({ field }) => field === "0.reason") ? "0.reason-help 0.reason-error" : "0.reason-help"}
          >
            {`\n${reason}`}
          </textarea>
        </div>
        {rehearsal ? (
          <button type="submit" name="step" value="record">
            {storyWords.record}
          </button>
        ) : null}
        <button type="submit" name="step" value="preview" class={rehearsal ? "quiet" : undefined}>
          {words.show}
        </button>
        <button type="submit" name="step" value="edit" class="quiet">
          {storyWords.changeIt}
        </button>
        <a href={deskStoryPath(story.slug)}>{storyWords.discard}</a>
      </form>
    </EntryLayout>
  );
};
