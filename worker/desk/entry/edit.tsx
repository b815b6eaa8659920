/** Editing an entry in place: its form, as it reads now; saving it asks of what kind the edit is. */
import { definitionOf } from "../../../events/registry.ts";
import type { Edit } from "../../../events/values.ts";
import { type FieldFault, ForgeryField } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage } from "../desk-page.ts";
import { EventForm } from "../form/event-form.tsx";
import { type TypedForm, typedValue } from "../form/typed-form.ts";
import { faultsOfResult } from "../story/read-posting.ts";
import { StepsForm } from "../story/steps-form.tsx";
import { fillIn } from "../words/fill-in.ts";
import { type Act, amendBy, reasonIn } from "./amend.tsx";
import { EntryLayout, type EntryVisit, withEntry } from "./entry-visit.tsx";
import { formOfEntry, readEdit } from "./read-edit.ts";

type EditForm = { form: TypedForm; opened: number; faults?: readonly FieldFault[]; notice?: string | undefined };

const answerForm = (visit: EntryVisit, { form, opened, faults = [], notice }: EditForm, status: 200 | 409 | 422 = 200) => {
  const { desk, story, entry, path } = visit;
  return answerDeskPage(
    visit.c,
    <EntryLayout {...visit} title={fillIn(desk.words.entry.edit, { version: entry.version })} notice={notice} faults={faults}>
      <StepsForm {...visit} action={`${path}/edit`} steps={[["preview", desk.words.form.preview]]}>
        <ForgeryField person={desk.person} />
        <input type="hidden" name="0.opened" value={String(opened)} />
        <EventForm
          visit={desk}
          index={0}
          definition={definitionOf(entry.type)}
          form={form}
          faults={faults}
          choices={story.choices}
        />
      </StepsForm>
    </EntryLayout>,
    status,
  );
};

const open = (visit: EntryVisit) => {
  const { story, told, entry, desk } = visit;
  const form = formOfEntry(story, told, story.version);
  if (form && !entry.retracted && !definitionOf(entry.type).amends) return answerForm(visit, { form, opened: story.version });
  const { edit, notEditable } = desk.words.entry;
  const page = <EntryLayout {...visit} title={fillIn(edit, { version: entry.version })} notice={notEditable} />;
  return answerDeskPage(visit.c, page, 409);
};

const isEdit = (value: string): value is Edit => ["minor", "update", "clarification", "correction"].includes(value);

const read: Act["read"] = (visit, form, opened) => {
  const { desk, story, told, entry } = visit;
  const { faults, edit } = readEdit(story, desk.words, told, opened, form);
  if (!edit) {
    const notice = faults.length > 0 ? undefined : desk.words.entry.nothingDiffers;
    return { answer: answerForm(visit, { form, opened, faults, notice }, 422) };
  }
  const { replacement, proposed, mayBeMinor } = edit;
  const chosen = typedValue(form, "0.edit");
  const kind = isEdit(chosen) ? chosen : proposed;
  const why = kind === "minor" ? {} : { reason: reasonIn(form) };
  return {
    type: "EventCorrected",
    data: { event: entry.version, edit: kind, ...why, replacement },
    edit: { kind, mayBeMinor },
  };
};

/** What the schema and the rules have against the replacement stands at the fields of the event's own form. */
const refuse: Act["refuse"] = (visit, form, opened, result) => {
  const own = <Fault extends { pointer?: string }>(fault: Fault): Fault => ({
    ...fault,
    pointer: (fault.pointer ?? "").replace("/data/replacement", ""),
  });
  const { desk, entry } = visit;
  const told =
    result.kind === "invalid"
      ? { ...result, faults: result.faults.map(own) }
      : result.kind === "refused"
        ? { ...result, refusals: result.refusals.map(own) }
        : result;
  const faults = faultsOfResult(desk.words, [definitionOf(entry.type).type], told);
  const { refused, contended } = desk.words.story;
  return answerForm(
    visit,
    { form, opened, faults, notice: faults.length > 0 ? refused : contended },
    faults.length > 0 ? 422 : 409,
  );
};

const path = "/desk/:story/events/:version/edit";

/** The page at `/desk/{story}/events/{version}/edit`. */
export const editPages: readonly DeskPage[] = [
  { method: "get", path, role: "editor", handle: withEntry(open) },
  {
    method: "post",
    path,
    role: "editor",
    handle: amendBy({ name: "edit", read, refuse, back: (visit, form, opened) => answerForm(visit, { form, opened }) }),
  },
];
