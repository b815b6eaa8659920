/** Drafts in a list: what each is about, whose it is, and what is to become of it. */

import type { Child } from "../../http/html/jsx-runtime.ts";
import type { ListedDraft } from "../../store/draft.ts";
import type { DeskSession } from "../desk-page.ts";
import { DeskTime } from "../desk-time.tsx";
import { labelOf } from "../form/labels.ts";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/fill-in.ts";

/** Where drafts are. */
export const draftsPath = "/desk/drafts";

/** What a draft is about. */
export const draftTitle = ({ drafts, colon, ...words }: DeskSession["words"], { types, text }: ListedDraft): string => {
  const kind = types.map((type) => labelOf(words, type)).join(", ") || (text === "" ? drafts.untitled : drafts.line);
  return text === "" ? kind : kind + colon + text;
};

/** A sentence whose gaps are filled with what is no text alone. */
const Filled = ({ sentence, gaps }: { sentence: string; gaps: Record<string, Child> }) => (
  <>{sentence.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : gaps[part]))}</>
);

/** Whose a draft is, in which state, since when; and why it came back. */
export const DraftState = ({ desk, draft }: { desk: DeskSession; draft: ListedDraft }) => {
  const { states, reasons } = desk.words.drafts;
  const { state, owner, handedTo, shared, dueAt, recorder, version, reason } = draft;
  const key = state === "draft" ? (shared ? "shared" : handedTo === undefined ? "draft" : "handed") : state;
  const why = reason && (Object.hasOwn(reasons, reason.code) ? reasons[reason.code as keyof typeof reasons] : reasons.other);
  const gaps = {
    who: <bdi>{owner}</bdi>,
    to: <bdi>{handedTo}</bdi>,
    recorder: <bdi>{recorder}</bdi>,
    version: String(version ?? ""),
    when: <DeskTime visit={desk} at={draft.updatedAt} />,
    due: dueAt === undefined ? "" : <DeskTime visit={desk} at={dueAt} />,
  };
  return (
    <>
      <p class="aside">
        <Filled sentence={states[key]} gaps={gaps} />
      </p>
      {reason && why ? <p class="desk-notice">{fillIn(why, { detail: reason.detail })}</p> : null}
    </>
  );
};

/** The drafts; those of one story do not say which. */
export const DraftList = ({
  desk,
  drafts,
  ofStory = false,
}: {
  desk: DeskSession;
  drafts: readonly ListedDraft[];
  ofStory?: boolean;
}) => (
  <ul class="plain desk-stories desk-drafts">
    {drafts.map((draft) => (
      <li>
        <h3>
          <a href={draft.state === "recorded" ? `${draftsPath}/${draft.id}` : `${draftsPath}/${draft.id}/open`} dir="auto">
            {draftTitle(desk.words, draft)}
          </a>
        </h3>
        <DraftState desk={desk} draft={draft} />
        <ul class="row aside">
          {ofStory ? null : (
            <li>
              <a href={deskStoryPath(draft.story)}>{draft.story}</a>
            </li>
          )}
          <li>
            <a
              href={`${draftsPath}/${draft.id}`}
              aria-label={desk.words.drafts.more + desk.words.colon + draftTitle(desk.words, draft)}
            >
              {desk.words.drafts.more}
            </a>
          </li>
        </ul>
      </li>
    ))}
  </ul>
);
