/** What readers will see of an entry once it is amended, in a language of theirs. */
import type { Context } from "hono";
import type { Language } from "../../../events/tell/languages.ts";
import type { App } from "../../env.ts";
import type { DeskStory } from "../story/desk-story.ts";
import { ReadersSee, type Rehearsal } from "../story/preview.tsx";
import { withAllWords } from "../words/apart.ts";
import { deskWords } from "../words.ts";
import { AmendmentBox } from "./amendment-box.tsx";

type Shown = { c: Context<App>; story: DeskStory; rehearsal: Rehearsal; language: Language };

/** The sentence, the entry, and beneath it the box that tells of the amendment. */
export const AmendedReaders = async ({ c, story, rehearsal, language }: Shown) => {
  const { words } = await withAllWords(c, { language, words: deskWords[language] });
  const { version } = rehearsal;
  return (
    <ReadersSee
      story={story}
      rehearsal={rehearsal}
      language={language}
      beneath={(entry) => <AmendmentBox words={words} language={language} story={story} entry={entry} version={version} />}
    />
  );
};
