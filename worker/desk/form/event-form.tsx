/** The form of one event, among those of a posting: all of its fields, named after the number under which it is posted. */
import type * as z from "zod/mini";
import type { FieldFault } from "../desk-layout.tsx";
import type { Choices } from "./choices.ts";
import { Fields, type FormView } from "./field-view.tsx";
import { commonFields, fieldsOfData } from "./fields.ts";
import { labelOf } from "./labels.ts";
import type { TypedForm } from "./typed-form.ts";

/** The form of an event. `form` and `faults` name their fields as the whole posting does: `0.data.price`. */
export type EventFormView = {
  visit: FormView["visit"];
  index: number;
  definition: { type: string; data: z.ZodMiniObject };
  form: TypedForm;
  faults: readonly FieldFault[];
  choices: Choices;
  publisher?: string | undefined;
};

/** All fields of the event: its data, when it happened, and where it comes from. */
export const EventForm = ({ index, definition, ...shared }: EventFormView) => {
  const view: FormView = { ...shared, type: definition.type };
  const { words } = shared.visit;
  return (
    <fieldset class="desk-event">
      <legend>{labelOf(words, definition.type)}</legend>
      <input type="hidden" name={`${index}.type`} value={definition.type} />
      <Fields view={view} fields={fieldsOfData(definition.data)} name={`${index}.data`} />
      <Fields view={view} fields={commonFields} name={`${index}`} />
    </fieldset>
  );
};
