/** What a form's buttons do with its draft: keep it, submit it, record it. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import { orderDraft } from "../../write/change-draft.ts";
import { draftKey } from "../../write/record-draft.ts";
import { DeskLayout } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { answerDeskPage, redirectInDesk } from "../desk-page.ts";
import { type TypedForm, typedValue } from "../form/typed-form.ts";
import { type DeskPostingResult, recordPosting } from "../story/posting.ts";
import { deskStoryPath } from "../story-path.ts";
import { draftNamed, draftRequest, keepForm } from "./draft-form.ts";
import { draftsPath } from "./draft-list.tsx";

/** Keeps a form as a draft, and submits it where that is asked for; answers with the draft's page. */
export const keepPosted = async (
  c: Context<App>,
  desk: DeskSession,
  story: string,
  form: TypedForm,
  step: "keep" | "submit",
): Promise<Response> => {
  const { outcome, isCopy } = await keepForm(c, desk.person, story, form);
  if (outcome.kind !== "kept") return notKept(c, desk, outcome.kind === "erased");
  const { id, revision } = outcome.draft;
  const request = draftRequest(desk.person, id, String(revision));
  const ordered = step === "submit" ? await orderDraft({ env: c.env, d1: c.var.d1 }, request, { state: "submitted" }) : outcome;
  const done = isCopy ? "copied" : step === "submit" && ordered.kind === "kept" ? "submitted" : "kept";
  return redirectInDesk(c, `${draftsPath}/${id}?done=${done}`);
};

/** What was typed is nowhere but on this page: the browser's way back leads to it. */
const notKept = (c: Context<App>, desk: DeskSession, isErased: boolean): Promise<Response> => {
  const { gone, goneText, faults, title } = desk.words.drafts;
  const page = (
    <DeskLayout visit={desk} title={title}>
      <h1>{isErased ? gone : title}</h1>
      <p class="desk-notice" role="alert">
        {isErased ? goneText : faults.tooMany}
      </p>
      <p>
        <a href={draftsPath}>{title}</a>
      </p>
    </DeskLayout>
  );
  return answerDeskPage(c, page, 409);
};

/**
 * Records a form that is kept in a draft: the draft's key is the posting's, so that of all who may record it one does. Where the draft was
 * changed meanwhile, nothing is recorded, and what was typed is kept beside it.
 */
export const recordKept = async (
  c: Context<App>,
  desk: DeskSession,
  story: string,
  carried: { form: TypedForm; version: number; events: readonly unknown[] },
): Promise<DeskPostingResult | Response> => {
  const { form, version, events } = carried;
  const before = await draftNamed(c, typedValue(form, "draft"));
  // Whose answer got lost sends the same again: by its key it is told what became of it.
  const again =
    before?.state === "recorded" && before.recorder === desk.person.name
      ? await recordPosting(c, { story, events, key: draftKey(before) })
      : undefined;
  if (again?.kind === "replayed") return again;
  const { outcome, isCopy } = await keepForm(c, desk.person, story, form);
  if (outcome.kind !== "kept") return notKept(c, desk, outcome.kind === "erased");
  const { id, revision } = outcome.draft;
  if (isCopy) return redirectInDesk(c, `${draftsPath}/${id}?done=copied`);
  const request = draftRequest(desk.person, id, String(revision));
  const recorded = await orderDraft({ env: c.env, d1: c.var.d1 }, request, { state: "recorded", expectedVersion: version });
  if (recorded.kind === "kept") {
    const said = new URLSearchParams({ recorded: String(recorded.draft.version ?? 0) });
    return redirectInDesk(c, `${deskStoryPath(story)}?${said}#recorded`);
  }
  if (recorded.kind !== "unrecorded") return redirectInDesk(c, `${draftsPath}/${id}`);
  carried.form = new Map([...form, ["revision", [String(recorded.draft.revision)]]]);
  return recorded.result;
};
