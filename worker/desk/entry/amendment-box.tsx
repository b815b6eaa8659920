/** What readers will find at an entry once it is amended: the same words, in the same order, as on the story's page. */
import type { Language } from "../../../events/tell/languages.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { type Change, changesBetween } from "../../http/html/changes.ts";
import { Runs } from "../../http/html/runs.tsx";
import type { DeskStory } from "../story/desk-story.ts";
import { changedTime } from "../story/told-time.ts";
import type { DeskWords } from "../words/shape.ts";

type Box = { words: DeskWords; language: Language; story: DeskStory; entry: Entry; version: number };

/** What the amendment of that version tells at its entry; a minor edit tells nothing, and the box says so. */
export const AmendmentBox = ({ words: { entry: words }, language, story, entry, version }: Box) => {
  const { corrected, updated, reinstated, retracted } = entry;
  const edit = [...corrected, ...updated].find((one) => one.version === version);
  const other = [...reinstated, ...(retracted ? [retracted] : [])].find((one) => one.version === version);
  const amended = edit ?? other;
  if (!amended) return <p class="aside">{words.nothingTold}</p>;
  const label = edit ? words.labels[edit.edit] : words.labels[amended === retracted ? "retracted" : "reinstated"];
  const time = (at: Pick<Entry, "occurredAt" | "precision">) => changedTime(at, story.setting.zone, language);
  const changes = edit && changesBetween({ time, language: story.story.language, quotes: true }, edit.before, edit.after);
  return (
    <div class="desk-amendment">
      <p>
        <strong>{label}</strong>
      </p>
      {amended.reason ? (
        <p>
          {words.why}
          <span lang={story.story.language} dir="auto">
            {amended.reason}
          </span>
        </p>
      ) : null}
      {changes?.told.map(({ was, is }) => (
        <p>
          <Marked label={words.before} saying={was} as="del" /> <Marked label={words.after} saying={is} as="ins" />
        </p>
      ))}
      {changes && changes.others.length > 0 ? (
        <p>
          {words.also}
          <code>{changes.others.join(", ")}</code>
        </p>
      ) : null}
    </div>
  );
};

const Marked = ({ label, saying, as: Mark }: { label: string; saying: Change["is"]; as: "del" | "ins" }) =>
  saying ? (
    <>
      <span class="aside">{label}</span>{" "}
      <Mark>
        {saying.runs ? (
          <Runs runs={saying.runs} />
        ) : (
          <span lang={saying.language} dir="auto">
            {saying.text}
          </span>
        )}
      </Mark>
    </>
  ) : null;
