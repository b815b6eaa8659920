/** Sentences and headlines as they are made: of text, and of names, quotations and editors' words, which each stand on their own. */
import { merged, type Run, type Runs as RunsOfText } from "../../../events/tell/runs.ts";

type Shown = { runs: RunsOfText; partyHref?: ((party: string) => string) | undefined };

/**
 * Runs on a page: what is not the page's own words is isolated, and has its language where that is another than the page's. `partyHref`:
 * where the name of a party leads.
 */
export const Runs = ({ runs, partyHref }: Shown) => (
  <>
    {runs.map((run) => {
      if (run.as === undefined && run.language === undefined && run.direction === undefined) return run.text;
      const words = <bdi lang={run.language}>{run.text}</bdi>;
      if (run.party === undefined || !partyHref) return words;
      return (
        <a class="name" href={partyHref(run.party)}>
          {words}
        </a>
      );
    })}
  </>
);

/** What stands before a quotation and closes after it. */
const opens = /[\s:]*[“«"]\s*$/u;
const closes = /^\s*[”»"]/u;

/** The same without its quotations: of what was retracted, nobody is quoted. */
export const withoutQuotations = (runs: RunsOfText): RunsOfText => {
  const isQuote = (run: Run | undefined): boolean => run?.as === "quote";
  return merged(
    runs.flatMap((run, index) => {
      if (isQuote(run)) return [];
      const opened = isQuote(runs[index + 1]) ? run.text.replace(opens, "") : run.text;
      return { ...run, text: isQuote(runs[index - 1]) ? opened.replace(closes, "") : opened };
    }),
  );
};

/** Words without spaces, points and quotation marks: headlines leave out or exchange some of these. */
const spoken = (text: string): string => text.replaceAll(/[\s.…"“”«»‘’‚„‹›]+/gu, "");

/** Whether a headline tells a text whole, not only how it begins. */
export const tellsWhole = (runs: RunsOfText, text: string): boolean =>
  runs.some((run) => run.as !== undefined && spoken(run.text) === spoken(text));
