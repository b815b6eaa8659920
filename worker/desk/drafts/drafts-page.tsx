/** The drafts that somebody may see: their own, and those that wait at the desk. */
import type { Context } from "hono";
import type { App } from "../../env.ts";
import { listDrafts } from "../../store/drafts.ts";
import { postDueDrafts } from "../../write/record-draft.ts";
import { DeskLayout } from "../desk-layout.tsx";
import { answerDeskPage, type DeskPage, type DeskSession } from "../desk-page.ts";
import { DraftList, draftsPath } from "./draft-list.tsx";

/** What was done to a draft, told on the page that follows. */
export const DraftDone = ({ desk }: { desk: DeskSession }) => {
  const { done } = desk.words.drafts;
  const name = desk.url.searchParams.get("done") ?? "";
  return Object.hasOwn(done, name) ? (
    <p class="desk-done" role="status">
      {done[name as keyof typeof done]}
    </p>
  ) : null;
};

const handle = async (c: Context<App>, desk: DeskSession): Promise<Response> => {
  const { name } = desk.person;
  // What somebody typed and recorded alone is in the log, and no more to be told.
  const all = (await listDrafts(c.var.d1, name)).filter(({ state, trail }) => state !== "recorded" || trail.length > 1);
  c.executionCtx.waitUntil(postDueDrafts(c.env, c.var.d1));
  const [own = [], others = []] = [true, false].map((wanted) =>
    all.filter(({ owner, handedTo }) => [handedTo ?? owner, owner].includes(name) === wanted),
  );
  const { words } = desk;
  return answerDeskPage(
    c,
    <DeskLayout visit={desk} title={words.drafts.title} modules={["desk/drafts.js"]}>
      <h1>{words.drafts.title}</h1>
      <DraftDone desk={desk} />
      <p class="desk-lead">{all.length > 0 ? words.drafts.lead : words.drafts.none}</p>
      {(
        [
          ["yours", own],
          ["desk", others],
        ] as const
      ).map(([part, drafts]) =>
        drafts.length === 0 ? null : (
          <section aria-labelledby={part}>
            <h2 id={part}>{words.drafts[part]}</h2>
            <DraftList desk={desk} drafts={drafts} />
          </section>
        ),
      )}
    </DeskLayout>,
  );
};

/** The page at `/desk/drafts`. */
export const draftsPage: DeskPage = { method: "get", path: draftsPath, role: "contributor", handle };
