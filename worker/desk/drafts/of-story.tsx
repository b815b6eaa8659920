/** The drafts of one story, beside what was recorded of it: one's own, and those that wait at the desk. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import type { ListedDraft } from "../../store/draft.ts";
import { listDrafts } from "../../store/drafts.ts";
import { postDueDrafts } from "../../write/record-draft.ts";
import type { DeskSession } from "../desk-page.ts";
import { DraftList } from "./draft-list.tsx";

/** Reads those that are still to be recorded. What is due is posted then, where no clock of the platform's has done it. */
export const draftsOfStory = async (c: Context<App>, { person }: DeskSession, story: string): Promise<ListedDraft[]> => {
  c.executionCtx.waitUntil(postDueDrafts(c.env, c.var.d1));
  return (await listDrafts(c.var.d1, person.name, story)).filter(({ state }) => state !== "recorded");
};

/** Shows them. */
export const DraftsOfStory = ({ desk, drafts }: { desk: DeskSession; drafts: readonly ListedDraft[] }) =>
  drafts.length === 0 ? null : (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{desk.words.drafts.ofStory}</h2>
      <DraftList desk={desk} drafts={drafts} ofStory />
    </section>
  );
