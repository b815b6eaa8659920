/** What readers would see, before it counts: the sentence and the entries in each language, with what there is to say against it. */
import { type Language, languages } from "../../../events/tell/languages.ts";
import { Runs } from "../../http/html/runs.tsx";
import { roleAllows } from "../../store/token.ts";
import type { AppendResult } from "../../write/append.ts";
import { DeskLayout, ForgeryField } from "../desk-layout.tsx";
import { DraftFields, KeepButton } from "../drafts/kept-form.tsx";
import { labelOf } from "../form/labels.ts";
import type { TypedForm, Understood } from "../form/typed-form.ts";
import { deskWords } from "../words.ts";
import { DeskEntry } from "./desk-entry.tsx";
import type { DeskStory, StoryVisit } from "./desk-story.ts";
import { postingPath } from "./posting-form.tsx";
import { deskHomeOf } from "./unopened-story.ts";

/** A dry run's answer. */
type Rehearsal = Extract<AppendResult, { kind: "rehearsed" }>;

/** What a form carries from step to step: what was typed, what it comes to, the version that was seen, and the request's key. */
export type Carried = { form: TypedForm; events: readonly unknown[]; version: number; key: string };

/** Everything that the next step needs, in fields that nobody sees. */
export const CarriedFields = ({ desk, carried: { form, events, version, key } }: { desk: StoryVisit; carried: Carried }) => (
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
  desk: StoryVisit;
  story: DeskStory;
  rehearsal: Rehearsal;
  carried: Carried;
  understood: readonly (readonly Understood[])[];
};

/** The page of a preview. */
export const PreviewPage = ({ desk, story, rehearsal, carried, understood }: Preview) => {
  const { words } = desk;
  const { warnings, notes } = rehearsal;
  return (
    <DeskLayout visit={desk} title={words.story.previewTitle}>
      <p class="desk-back">
        <a href={deskHomeOf(story)} lang={story.story.language} dir="auto">
          {story.story.title}
        </a>
      </p>
      <h1>{words.story.previewTitle}</h1>
      {warnings.length > 0 ? (
        <section class="desk-warnings" aria-labelledby="warnings">
          <h2 id="warnings">{words.story.warnings}</h2>
          <ul>
            {warnings.map(({ detail }) => (
              <li lang="en">{detail}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <UnderstoodList desk={desk} understood={understood} />
      {notes.length > 0 ? (
        <p class="aside">
          {words.story.putRight}: {notes.map(({ pointer }) => labelOf(words, pointer.split("/").at(-1) ?? "")).join(", ")}
        </p>
      ) : null}
      {languages.map((language) => (
        <ReadersSee story={story} rehearsal={rehearsal} language={language} />
      ))}
      <form method="post" action={postingPath(story.slug)} class="desk-form desk-steps">
        <CarriedFields desk={desk} carried={carried} />
        {roleAllows(desk.person.role, "editor") ? (
          <button type="submit" name="step" value="record">
            {words.story.record}
          </button>
        ) : (
          <>
            <p>{words.story.editorsRecord}</p>
            <button type="submit" name="step" value="submit">
              {words.drafts.submit}
            </button>
          </>
        )}
        <KeepButton desk={desk} />
        <button type="submit" name="step" value="edit" class="quiet">
          {words.story.changeIt}
        </button>
        <a href={deskHomeOf(story)}>{words.story.discard}</a>
      </form>
    </DeskLayout>
  );
};

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

const ReadersSee = ({ story, rehearsal, language }: Pick<Preview, "story" | "rehearsal"> & { language: Language }) => {
  const { status, entries } = rehearsal.readers[language];
  const { name } = deskWords[language];
  return (
    <section lang={language} class="desk-readers" aria-label={name}>
      <h2>{name}</h2>
      <p class="desk-sentence">
        <Runs runs={status.headlineRuns} />
      </p>
      {entries.map((entry) => (
        <DeskEntry entry={entry} zone={story.setting.zone} language={language} />
      ))}
    </section>
  );
};
