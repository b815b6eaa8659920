/** Records what amends an entry, by the path that everything is posted on. */
import { answerDeskPage, redirectInDesk } from "../desk-page.ts";
import { sessionEndedPage } from "../session/turned-away.tsx";
import { MovedOnPage } from "../story/moved-on.tsx";
import { recordedPath, recordPosting } from "../story/posting.ts";
import type { Carried } from "../story/preview.tsx";
import type { EntryVisit } from "./entry-visit.tsx";

/** Records it at the version that its editor has seen; `answerRefused` shows the form again, with why it was not recorded. */
export const recordAmendment = async (
  { c, desk, story }: EntryVisit,
  carried: Carried,
  answerRefused: (notice: string) => Response | Promise<Response>,
): Promise<Response> => {
  const { events, version, key } = carried;
  const { words } = desk;
  const result = await recordPosting(c, { story: story.slug, events, version, key });
  switch (result.kind) {
    case "appended":
    case "replayed":
      return redirectInDesk(c, recordedPath(story.slug, result));
    case "mismatch":
      return answerDeskPage(c, <MovedOnPage desk={desk} story={story} head={result.head} carried={carried} />, 412);
    case "unauthorized":
      return sessionEndedPage(c, desk);
    case "refused":
      return answerRefused(result.refusals.map(({ detail }) => detail).join(" "));
    case "contended":
      return answerRefused(words.story.contended);
    case "key-reused":
      return answerRefused(words.story.keyReused);
    default:
      return answerRefused(words.story.expired);
  }
};
