/** An entry at the desk, told as readers are told it. */

import type { Language } from "../../../events/tell/languages.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { Child } from "../../http/html/jsx-runtime.ts";
import { Runs, withoutQuotations } from "../../http/html/runs.tsx";
import { entryTime } from "./told-time.ts";

type Quoted = NonNullable<Entry["quote"]>;

const Quotation = ({ quote }: { quote: Quoted }) => (
  <blockquote lang={quote.language} dir="auto">
    {quote.text}
  </blockquote>
);

/** When, what, in whose words, from where; `children` stand beneath. */
export const DeskEntry = ({
  entry,
  zone,
  language,
  heading: Heading = "h3",
  children,
}: {
  entry: Entry;
  zone: string;
  language: Language;
  heading?: "h2" | "h3";
  children?: Child;
}) => {
  const { headlineRuns, quote, translation, sources, retracted } = entry;
  const headline = <Runs runs={quote ? withoutQuotations(headlineRuns) : headlineRuns} />;
  return (
    <article class="desk-entry">
      <p class="aside">
        <time datetime={entry.occurredAt}>{entryTime(entry, zone, language)}</time>
      </p>
      <Heading>{retracted ? <del>{headline}</del> : headline}</Heading>
      {quote && !retracted ? <Quotation quote={quote} /> : null}
      {translation && !retracted ? <Quotation quote={translation} /> : null}
      {sources.length > 0 ? (
        <p class="aside">
          {sources.map(({ publisher, url }, at) => (
            <>
              {at > 0 ? ", " : ""}
              {url ? (
                <a href={url} rel="noopener noreferrer">
                  {publisher}
                </a>
              ) : (
                publisher
              )}
            </>
          ))}
        </p>
      ) : null}
      {children}
    </article>
  );
};
