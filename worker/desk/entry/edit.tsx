/** Editing an entry in place: its form, one question, what readers will see, and the record. */
import { definitionOf } from "../../../events/registry.ts";
import type { Edit } from "../../../events/values.ts";
import { type FieldFault, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage } from "../desk-page.ts";
import { EventForm } from "../form/event-form.tsx";
import { type TypedForm, typedFormOf, typedValue } from "../form/typed-form.ts";
import { previewPosting } from "../story/posting.ts";
import { type Carried, carriedIn } from "../story/preview.tsx";
import { faultsOfResult } from "../story/read-posting.ts";
import { fillIn } from "../words/apart.ts";
import { EditQuestion } from "./edit-question.tsx";
import { EntryLayout, type EntryVisit, withEntry } from "./entry-visit.tsx";
import { formOfEntry, readEdit } from "./read-edit.ts";
import { recordAmendment } from "./record-amendment.tsx";

type EditForm = { form: TypedForm; version: number; faults?: readonly FieldFault[]; notice?: string | undefined };

const answerForm = (visit: EntryVisit, shown: EditForm, status: 200 | 409 | 422 = 200) =>
  answerDeskPage(visit.c, <EditPage {...visit} {...shown} />, status);

const EditPage = ({ desk, story, entry, path, form, version, faults = [], notice }: EntryVisit & EditForm) => (
  <EntryLayout
    desk={desk}
    story={story}
    entry={entry}
    title={fillIn(desk.words.entry.edit, { version: entry.version })}
    notice={notice}
    faults={faults}
  >
    <form method="post" action={`${path}/edit`} class="desk-form" data-open={`entry ${entry.version}`} novalidate>
      <ForgeryField person={desk.person} />
      <input type="hidden" name="version" value={String(version)} />
      <EventForm
        visit={desk}
        index={0}
        definition={definitionOf(entry.type)}
        form={form}
        faults={faults}
        choices={story.choices}
      />
      <button type="submit" name="step" value="preview">
        {desk.words.form.preview}
      </button>
    </form>
  </EntryLayout>
);

const open = (visit: EntryVisit) => {
  const { story, told, entry, desk } = visit;
  const { version } = story;
  const form = formOfEntry(story, told, version);
  const { amends } = definitionOf(entry.type);
  if (entry.retracted || !form || amends)
    return answerDeskPage(
      visit.c,
      <EntryLayout
        {...visit}
        title={fillIn(desk.words.entry.edit, { version: entry.version })}
        notice={desk.words.entry.notEditable}
      />,
      409,
    );
  return answerForm(visit, { form, version });
};

const isEdit = (value: string): value is Edit => ["minor", "update", "clarification", "correction"].includes(value);

const preview = async (visit: EntryVisit, form: TypedForm, version: number, isAsked: boolean): Promise<Response> => {
  const { c, desk, story, told, entry, path } = visit;
  const { words } = desk;
  const { faults, edit } = readEdit(story, words, told, version, form);
  if (faults.length > 0) return answerForm(visit, { form, version, faults }, 422);
  if (!edit) return answerForm(visit, { form, version, notice: words.entry.nothingDiffers }, 422);
  const chosen = typedValue(form, "0.edit");
  const kind = isEdit(chosen) ? chosen : edit.proposed;
  const reason = typedValue(form, "0.reason").replaceAll("\r\n", "\n");
  const correction = {
    type: "EventCorrected",
    occurredAt: new Date(story.setting.now).toISOString(),
    data: { event: entry.version, edit: kind, ...(kind === "minor" ? {} : { reason }), replacement: edit.replacement },
  };
  const carried: Carried = { action: `${path}/edit`, form, events: [correction], version, key: crypto.randomUUID() };
  const question = { ...visit, carried, kind, reason, mayBeMinor: edit.mayBeMinor };
  const fault = kind === "minor" && !edit.mayBeMinor ? "0.edit" : kind !== "minor" && reason === "" ? "0.reason" : undefined;
  if (fault) {
    const text = fault === "0.edit" ? words.entry.noTypo : words.entry.whyMissing;
    const wrong = isAsked ? [{ field: fault, text }] : [];
    return answerDeskPage(c, await EditQuestion({ ...question, faults: wrong }), isAsked ? 422 : 200);
  }
  const result = await previewPosting(c, { story: story.slug, events: [correction] });
  if (result.kind === "rehearsed") return answerDeskPage(c, await EditQuestion({ ...question, rehearsal: result }));
  return answerForm(
    visit,
    { form, version, faults: faultsOfReplacement(visit, result), notice: words.story.refused },
    result.kind === "refused" ? 409 : 422,
  );
};

/** What the schema and the rules have against the replacement, at the fields of the event's own form. */
const faultsOfReplacement = ({ desk, entry }: EntryVisit, result: Parameters<typeof faultsOfResult>[2]): FieldFault[] => {
  const own = <Fault extends { pointer?: string }>(fault: Fault): Fault => ({
    ...fault,
    pointer: (fault.pointer ?? "").replace("/data/replacement", ""),
  });
  const type = definitionOf(entry.type).type;
  if (result.kind === "invalid") return faultsOfResult(desk.words, [type], { ...result, faults: result.faults.map(own) });
  if (result.kind === "refused") return faultsOfResult(desk.words, [type], { ...result, refusals: result.refusals.map(own) });
  return [];
};

const post = (visit: EntryVisit): Response | Promise<Response> => {
  const form = typedFormOf(visit.desk.form);
  const version = Number(typedValue(form, "version")) || visit.story.version;
  const step = typedValue(form, "step");
  if (step === "edit") return answerForm(visit, { form, version });
  const carried = carriedIn(form, `${visit.path}/edit`);
  const [event] = (carried?.events ?? []) as { data?: { event?: number; edit?: string; reason?: string } }[];
  const { edit, reason = "" } = event?.data ?? {};
  const isShown =
    event?.data?.event === visit.entry.version &&
    typedValue(form, "0.edit") === edit &&
    (edit === "minor" || typedValue(form, "0.reason").replaceAll("\r\n", "\n") === reason);
  // What is recorded is what was shown: whoever chose otherwise since is shown that first.
  return step === "record" && carried && isShown
    ? recordAmendment(visit, carried, (notice) => answerForm(visit, { form, version, notice }, 409))
    : preview(visit, form, version, form.has("0.edit"));
};

/** The page at `/desk/{story}/events/{version}/edit`. */
export const editPages: readonly DeskPage[] = [
  { method: "get", path: "/desk/:story/events/:version/edit", role: "editor", handle: withEntry(open) },
  { method: "post", path: "/desk/:story/events/:version/edit", role: "editor", handle: withEntry(post) },
];
