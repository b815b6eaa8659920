/** What somebody said: the words as they were said, and a translation where the source gave one. */
import { once } from "../../../events/once.ts";
import type { Reader } from "../reader.ts";
import type { StoryContext } from "./story-context.tsx";

type Words = { text: string; language: string };
type Translated = Words & { translator?: string | undefined };
/** Words in the language in which they were said, and their translation. */
export type QuotedWords = { quote: Words; translation?: Translated | undefined };

const namesIn = once((locale: string) => new Intl.DisplayNames([locale], { type: "language" }));

/** The name of a language in the reader's own; its tag where it has none. */
export const languageName = ({ words }: Reader, tag: string): string =>
  // Without extensions, which name no language.
  namesIn(words.locale).of(new Intl.Locale(tag).baseName) ?? tag;

/** A quotation, its translation beside it. */
export const Quotation = ({ context, words }: { context: StoryContext; words: QuotedWords }) => {
  const { quote, translation } = words;
  return (
    <figure class="quotation">
      <blockquote lang={quote.language} dir="auto">
        <p>
          <q>{quote.text}</q>
        </p>
      </blockquote>
      {translation ? (
        <figcaption>
          <InTranslation context={context} words={translation} />
        </figcaption>
      ) : null}
    </figure>
  );
};

const InTranslation = ({ context, words }: { context: StoryContext; words: Translated }) => {
  const { reader, language } = context;
  const { translation, translatedBy } = reader.words.quote;
  return (
    <>
      {translation(languageName(reader, words.language))}
      {words.translator ? (
        <>
          {" ("}
          {translatedBy} <bdi lang={language}>{words.translator}</bdi>
          {")"}
        </>
      ) : null}
      {reader.words.colon}
      <span lang={words.language} dir="auto">
        <q>{words.text}</q>
      </span>
    </>
  );
};
