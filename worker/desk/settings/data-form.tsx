/** The form of an event's data alone: it happens now, and nobody but the desk is its source. */
import { definitionOf, type EventType } from "../../../events/registry.ts";
import { ForgeryField } from "../desk-layout.tsx";
import { Fields } from "../form/field-view.tsx";
import { fieldsOfData } from "../form/fields.ts";
import type { TypedForm } from "../form/typed-form.ts";
import type { DeskStory, StoryVisit } from "../story/desk-story.ts";
import { postingPath } from "../story/posting-form.tsx";

/** The story that is set, and who sets it. */
export type SettingsShown = { desk: StoryVisit; story: DeskStory };

/** The form, to be previewed; `form` fills it, by the names of its fields. */
export const DataForm = ({ desk, story, type, form = new Map() }: SettingsShown & { type: EventType; form?: TypedForm }) => (
  <form method="post" action={postingPath(story.slug)} class="desk-form" novalidate>
    <ForgeryField person={desk.person} />
    <input type="hidden" name="0.type" value={type} />
    <input type="hidden" name="0.occurredAt" value={desk.words.open.now} />
    <Fields
      view={{ visit: desk, type, form, faults: [], choices: story.choices }}
      fields={fieldsOfData(definitionOf(type).data)}
      name="0.data"
    />
    <button type="submit" name="step" value="preview">
      {desk.words.form.preview}
    </button>
  </form>
);
