/** Records what amends an entry, by the path that everything is posted on. */
import { answerDeskPage, redirectInDesk } from "../desk-page.ts";
import { sessionEndedPage } from "../session/turned-away.tsx";
import { MovedOnPage } from "../story/moved-on.tsx";
import { type DeskPostingResult, recordedPath, recordPosting } from "../story/posting.ts";
import type { Carried } from "../story/preview.tsx";
import type { EntryVisit } from "./entry-visit.tsx";

/** Records it at the version that its editor has seen; `refuse` shows the form again, with why it was not recorded. */
export const recordAmendment = async (
  { c, desk, story }: EntryVisit,
  carried: Carried,
  refuse: (result: DeskPostingResult) => Response | Promise<Response>,
): Promise<Response> => {
  const { events, version, key } = carried;
  const result = await recordPosting(c, { story: story.slug, events, version, key });
  if (result.kind === "appended" || result.kind === "replayed") return redirectInDesk(c, recordedPath(story.slug, result));
  if (result.kind === "unauthorized") return sessionEndedPage(c, desk);
  return result.kind === "mismatch"
    ? answerDeskPage(c, <MovedOnPage desk={desk} story={story} head={result.head} carried={carried} />, 412)
    : refuse(result);
};
