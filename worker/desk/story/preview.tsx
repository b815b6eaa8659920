/** What readers would see, before it counts: the sentence and the entries in each language, with what there is to say against it. */

import { type Language, languages } from "../../../events/tell/languages.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { Child } from "../../http/html/jsx-runtime.ts";
import { languageNames } from "../../http/html/language-names.ts";
import { Runs } from "../../http/html/runs.tsx";
import { roleAllows } from "../../store/token.ts";
import type { AppendResult } from "../../write/append.ts";
import { DeskLayout, ForgeryField } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { DraftFields } from "../drafts/kept-form.tsx";
import { labelOf } from "../form/labels.ts";
import { type TypedForm, typedValue, type Understood } from "../form/typed-form.ts";
import { BackToStory } from "./back-to-story.tsx";
import { DeskEntry } from "./desk-entry.tsx";
import type { DeskStory } from "./desk-story.ts";
import { StepsForm } from "./steps-form.tsx";

/** A dry run's answer. */
export type Rehearsal = Extract<AppendResult, { kind: "rehearsed" }>;

/** What a form carries from step to step: where it is posted to, what was typed, what it comes to, the version that was seen, and the request's key. */
export type Carried = { action: string; form: TypedForm; events: readonly unknown[]; version: number; key: string };

/** What a preview has carried along; undefined where it is none. */
export const carriedIn = (form: TypedForm, action: string): Carried | undefined => {
  try {
    const events: unknown = JSON.parse(typedValue(form, "events"));
    const [version, key] = [Number(typedValue(form, "version")), typedValue(form, "key")];
    return Array.isArray(events) && Number.isSafeInteger(version) && /^[\x20-\x7e]{1,128}$/.test(key)
      ? { action, form, events, version, key }
      : undefined;
  } catch {
    return undefined;
  }
};

/** Everything that the next step needs, in fields that nobody sees. */
export const CarriedFields = ({ desk, carried: { form, events, version, key } }: { desk: DeskSession; carried: Carried }) => (
  <>
    <ForgeryField person={desk.person} />
    <DraftFields form={form} />
    <input type="hidden" name="events" value={JSON.stringify(events)} />
    <input type="hidden" name="version" value={String(version)} />
    <input type="hidden" name="key" value={key} />
    {[...form].flatMap(([name, values]) =>
      /^\d+\./.test(name) ? values.map((value) => <input type="hidden" name={name} value={value} />) : [],
    )}
  </>
);

type Preview = {
  desk: DeskSession;
  story: DeskStory;
  rehearsal: Rehearsal;
  carried: Carried;
  understood: readonly (readonly Understood[])[];
};

/** The page of a preview. */
export const PreviewPage = ({ desk, story, rehearsal, carried, understood }: Preview) => {
  const { words } = desk;
  const { warnings, notes } = rehearsal;
  const mayRecord = roleAllows(desk.person.role, "editor");
  const steps = [
    mayRecord ? (["record", words.story.record] as const) : (["submit", words.drafts.submit] as const),
    ["keep", words.drafts.keep] as const,
    ["edit", words.story.changeIt] as const,
  ];
  return (
    <DeskLayout visit={desk} title={words.story.previewTitle}>
      <BackToStory story={story} />
      <h1>{words.story.previewTitle}</h1>
      <Warnings desk={desk} warnings={warnings} />
      <UnderstoodList desk={desk} understood={understood} />
      {notes.length > 0 ? (
        <p class="aside">
          {words.story.putRight}: {notes.map(({ pointer }) => labelOf(words, pointer.split("/").at(-1) ?? "")).join(", ")}
        </p>
      ) : null}
      {languages.map((language) => (
        <ReadersSee story={story} rehearsal={rehearsal} language={language} />
      ))}
      <StepsForm desk={desk} story={story} action={carried.action} steps={steps}>
        <CarriedFields desk={desk} carried={carried} />
        {mayRecord ? null : <p>{words.story.editorsRecord}</p>}
      </StepsForm>
    </DeskLayout>
  );
};

/** What there is to say against it, by the field that it is about. */
export const Warnings = ({ desk: { words }, warnings }: { desk: DeskSession; warnings: Rehearsal["warnings"] }) =>
  warnings.length === 0 ? null : (
    <section class="desk-warnings" aria-labelledby="warnings">
      <h2 id="warnings">{words.story.warnings}</h2>
      <ul>
        {warnings.map(({ detail, pointer = "" }) => (
          <li>
            {pointer === "" ? null : <strong>{labelOf(words, lastStep(pointer.replaceAll("/", ".")))}: </strong>}
            <span lang="en">{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const lastStep = (name: string): string => name.split(".").findLast((step) => !/^\d+$/.test(step)) ?? name;

/** What was understood of money and times, and what was proposed. */
const UnderstoodList = ({ desk: { words }, understood }: Pick<Preview, "desk" | "understood">) => {
  // One request may say the same of several events: when they happened.
  const all = [...new Map(understood.flat().map((one) => [lastStep(one.name) + one.said, one])).values()];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="understood">
      <h2 id="understood">{words.form.understood}</h2>
      <dl class="desk-understood">
        {all.map(({ name, said, notes }) => (
          <div>
            <dt>{labelOf(words, lastStep(name))}</dt>
            <dd>
              <bdi>{said}</bdi>
              {notes.length > 0 ? <small> ({notes.map((note) => words.form.notes[note]).join("; ")})</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** Where the story will stand and the entries, in a language; `beneath` is asked for what stands beneath an entry. */
export const ReadersSee = ({
  story,
  rehearsal,
  language,
  beneath,
}: Pick<Preview, "story" | "rehearsal"> & { language: Language; beneath?: (entry: Entry) => Child }) => {
  const { status, entries } = rehearsal.readers[language];
  const name = languageNames[language];
  return (
    <section lang={language} class="desk-readers" aria-label={name}>
      <h2>{name}</h2>
      <p class="desk-sentence">
        <Runs runs={status.headlineRuns} />
      </p>
      {entries.map((entry) => (
        <DeskEntry entry={entry} zone={story.setting.zone} language={language}>
          {beneath?.(entry)}
        </DeskEntry>
      ))}
    </section>
  );
};
