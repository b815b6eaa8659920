/** What a form needs to be kept while it is typed: by a press of a button, or by itself where scripts run. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import type { DeskSession } from "../desk-page.ts";
import { type TypedForm, typedValue } from "../form/typed-form.ts";
import { draftFields, draftNamed } from "./draft-form.ts";

/** What `drafts.js` finds a form by: the story that it is of, whose it is, and what is said of keeping it. */
export const keptForm = ({ person, words }: DeskSession, story: string): Record<string, string> => ({
  "data-keep": story,
  "data-editor": person.name,
  "data-locale": words.locale,
  "data-words": JSON.stringify(words.drafts.status),
});

/** In which draft the form is kept, and at which revision. Empty until it is. */
export const DraftFields = ({ form }: { form: TypedForm }) => (
  <>
    {draftFields.map((name) => (
      <input type="hidden" name={name} value={typedValue(form, name)} autocomplete="off" />
    ))}
  </>
);

/** The draft of a line that an address names, as a form: the line, the draft, its revision. */
export const keptLine = async (c: Context<App>): Promise<TypedForm> => {
  const draft = await draftNamed(c, c.req.query("draft"));
  if (!draft) return new Map();
  return new Map([
    ["draft", [draft.id]],
    ["revision", [String(draft.revision)]],
    ["line", [draft.content.line ?? ""]],
  ]);
};

/** Where it is said whether what was typed is kept: aloud only where it is not, or not as it was. */
export const KeptStatus = () => (
  <p class="field-help desk-kept">
    <span />
    <span role="status" />
  </p>
);

/** Keeps it, whether scripts run or not. */
export const KeepButton = ({ desk }: { desk: DeskSession }) => (
  <button type="submit" name="step" value="keep" class="quiet">
    {desk.words.drafts.keep}
  </button>
);
