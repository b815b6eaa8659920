/** A form of several steps, as all that is posted at a story goes: its fields, a button for each step from here, and the way out. */

import type { Child } from "../../http/html/jsx-runtime.ts";
import { FieldError, type FieldFault } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import type { DeskStory } from "./desk-story.ts";
import { deskHomeOf } from "./unopened-story.ts";

type Steps = {
  desk: DeskSession;
  story: Pick<DeskStory, "slug" | "version">;
  action: string;
  /** The steps and what their buttons say; the first is what most want. */
  steps: readonly (readonly [step: string, label: string])[];
  /** The entry that is worked at, where it is one: colleagues see it. */
  entry?: { version: number };
  children?: Child;
};

/** The form; `children` are its fields. */
export const StepsForm = ({ desk, story, action, steps, entry, children }: Steps) => (
  <form method="post" action={action} class="desk-form desk-steps" data-open={entry && `entry ${entry.version}`}>
    {children}
    {steps.map(([step, label], index) => (
      <button type="submit" name="step" value={step} class={index > 0 ? "quiet" : undefined}>
        {label}
      </button>
    ))}
    <a href={deskHomeOf(story)}>{desk.words.story.discard}</a>
  </form>
);

type LabelledField = { name: string; label: string; help: string; faults: readonly FieldFault[]; children?: Child };

/** A field with its label, its help and what is wrong with it; `children`: the field, which names `{name}-help` and `{name}-error` as what describes it. */
export const LabelledField = ({ name, label, help, faults, children }: LabelledField) => (
  <div class="desk-field">
    <label for={name}>{label}</label>
    <p class="field-help" id={`${name}-help`}>
      {help}
    </p>
    <FieldError field={name} faults={faults} />
    {children}
  </div>
);

type TextField = Omit<LabelledField, "children"> & { value: string; most: number; language?: string | undefined };

/** A field for a text of several lines. */
export const TextField = ({ name, value, most, language, ...labelled }: TextField) => (
  <LabelledField name={name} {...labelled}>
    <textarea
      id={name}
      name={name}
      rows={3}
      maxlength={most}
      aria-describedby={`${name}-help ${name}-error`}
      dir="auto"
      lang={language}
    >
      {`\n${value}`}
    </textarea>
  </LabelledField>
);
