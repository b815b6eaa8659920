/** How the API tells of drafts: their shapes, and what is answered to who asks for one. */
import type { Context } from "hono";
import { faultsOf } from "../../events/parse.ts";
import type { App } from "../env.ts";
import { type Draft, type DraftContent, draftContent, mostDraftBytes } from "../store/draft.ts";
import { answerJson } from "./answer.ts";
import { readJsonBody } from "./body.ts";
import { versionEtag } from "./preconditions.ts";
import { answerInvalid, answerProblem } from "./problem.ts";

/** A draft as it is answered: neither its key nor its permit. */
const shownDraft = ({ content, key: _, permit: __, ...draft }: Draft) => ({ ...draft, ...content });

/** Answers with a draft. Nobody keeps it. */
export const answerDraft = (c: Context<App>, draft: Draft, isNew = false): Response =>
  answerJson(
    c,
    shownDraft(draft),
    {
      ETag: versionEtag(draft.revision),
      "Cache-Control": "no-store",
      ...(isNew ? { Location: `/api/drafts/${draft.id}` } : {}),
    },
    isNew ? 201 : 200,
  );

/** There is no such draft, or it is another's: nobody is told which. `erased`: a takedown took what it held. */
export const answerNoDraft = (c: Context<App>, erased = false): Response =>
  erased
    ? answerProblem(c, "taken-down", { detail: "What this draft held was taken down." })
    : answerProblem(c, "not-found", { detail: "You have no draft at this address." });

/** The draft has been changed since. */
export const answerDraftChanged = (c: Context<App>, { revision, updatedAt }: Draft): Response =>
  answerProblem(c, "version-mismatch", {
    detail: `This draft is at revision ${revision}: it was changed at ${updatedAt}.`,
    version: revision,
    headers: { ETag: versionEtag(revision) },
  });

/** Reads what is to be kept, or says what is wrong with it. */
export const readDraftBody = async (c: Context<App>): Promise<{ content: DraftContent } | { problem: Response }> => {
  const body = await readJsonBody(c);
  if ("problem" in body) return body;
  const parsed = draftContent.safeParse(body.json);
  if (!parsed.success) return { problem: answerInvalid(c, faultsOf(parsed.error, "")) };
  const large = new TextEncoder().encode(JSON.stringify(parsed.data)).length > mostDraftBytes;
  return large ? { problem: answerProblem(c, "too-large", { detail: "A draft may have 64 KiB." }) } : { content: parsed.data };
};
