/** What edits, retractions and reinstatements have in common: a question, what readers will see by the answer, and the record. */
import type { FieldFault } from "../desk-layout.tsx";
import { answerDeskPage } from "../desk-page.ts";
import { type TypedForm, typedFormOf, typedValue } from "../form/typed-form.ts";
import { type DeskPostingResult, previewPosting } from "../story/posting.ts";
import { type Carried, carriedIn, type Rehearsal } from "../story/preview.tsx";
import { AmendmentQuestion } from "./amendment-question.tsx";
import { isSame } from "./difference.ts";
import { type EntryVisit, withEntry } from "./entry-visit.tsx";
import type { KindOfEdit } from "./propose-edit.ts";
import { recordAmendment } from "./record-amendment.tsx";

type Answered = Response | Promise<Response>;

/** An amendment as it is posted, and what is asked of an edit. */
type Amendment = { type: string; data: object; edit?: KindOfEdit };

/** One way to amend. `opened` is the version of the story at which its form was opened. */
export type Act = {
  name: "edit" | "retract" | "reinstate";
  /** Reads the form: what it posts, or what is to be answered instead. */
  read: (visit: EntryVisit, form: TypedForm, opened: number) => Amendment | { answer: Answered };
  /** Answers where the rules or the schema have something against it. */
  refuse: (visit: EntryVisit, form: TypedForm, opened: number, result: DeskPostingResult) => Answered;
  /** Shows the form again. */
  back: (visit: EntryVisit, form: TypedForm, opened: number) => Answered;
};

type Asked = {
  act: Act["name"];
  amendment: Amendment;
  form: TypedForm;
  opened: number;
  faults?: readonly FieldFault[];
  rehearsal?: Rehearsal;
};

/** Why, as it was typed. */
export const reasonIn = (form: TypedForm): string => typedValue(form, "0.reason").replaceAll("\r\n", "\n");

/** The page that asks, with what readers will see where that is known already. */
export const askAbout = async (
  visit: EntryVisit,
  { act, amendment, form, opened, faults = [], rehearsal }: Asked,
  status: 200 | 409 | 422 = 200,
): Promise<Response> => {
  const { type, data, edit } = amendment;
  const carried: Carried = {
    action: `${visit.path}/${act}`,
    form: new Map([...form, ["0.opened", [String(opened)]]]),
    events: [{ type, occurredAt: new Date(visit.story.setting.now).toISOString(), data }],
    version: Number(typedValue(form, "version")) || opened,
    key: crypto.randomUUID(),
  };
  return answerDeskPage(visit.c, await AmendmentQuestion({ visit, act, carried, edit, faults, rehearsal }), status);
};

/** Handles what is posted: nothing is recorded that was not shown as it stands in the form. */
export const amendBy = (act: Act) =>
  withEntry(async (visit) => {
    const { c, desk, story, path } = visit;
    const { entry: words } = desk.words;
    const form = typedFormOf(desk.form);
    const opened = Number(typedValue(form, "0.opened")) || story.version;
    const step = typedValue(form, "step");
    if (step === "edit") return act.back(visit, form, opened);
    const amendment = act.read(visit, form, opened);
    if ("answer" in amendment) return amendment.answer;
    const { type, data, edit } = amendment;
    const asked = { act: act.name, amendment, form, opened };
    const isMinor = edit?.kind === "minor";
    const wrong =
      isMinor && !edit.mayBeMinor
        ? { field: "0.edit", text: words.noTypo }
        : !isMinor && reasonIn(form) === ""
          ? { field: "0.reason", text: words.whyMissing }
          : undefined;
    // Nobody is told of a fault in what was not asked yet.
    if (wrong) return form.has("0.reason") ? askAbout(visit, { ...asked, faults: [wrong] }, 422) : askAbout(visit, asked);
    const carried = carriedIn(form, `${path}/${act.name}`);
    const [shown, ...more] = (carried?.events ?? []) as { type?: string; data?: object }[];
    if (step === "record" && carried && more.length === 0 && isSame([shown?.type, shown?.data ?? {}], [type, data]))
      return recordAmendment(visit, carried, (result) => act.refuse(visit, form, opened, result));
    const result = await previewPosting(c, { story: story.slug, events: [{ type, occurredAt: new Date().toISOString(), data }] });
    return result.kind === "rehearsed"
      ? askAbout(visit, { ...asked, rehearsal: result })
      : act.refuse(visit, form, opened, result);
  });
