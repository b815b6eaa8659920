/** What an entry says beneath its headline, in lines: whether it holds, the quotation, the editor's words, the sources. */
import { plain } from "../../../events/tell/runs.ts";
import type { Source } from "../../../events/values.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { whosOf } from "../party-names.tsx";
import type { Reader } from "../reader.ts";
import { presentationOf } from "../story/presentation.ts";
import { languageName } from "../story/quotation.tsx";
import { formatTime } from "../times.tsx";
import type { Line } from "./lines.ts";

/** Who reads, and the story's language. */
export type Tell = { reader: Reader; language: string };

/** The lines. What the headline tells whole is not told again. */
export const linesOf = (tell: Tell, entry: Entry): Line[] => {
  const { texts } = presentationOf(entry);
  const { words } = tell.reader;
  return [
    ...certaintyLines(tell, entry),
    ...quotedLines(tell, entry),
    ...texts.flatMap(({ label, text }) =>
      text.split(/\n+/).map((paragraph, index): Line => {
        const introduced = label && index === 0 ? words.timeline[label] + words.colon : "";
        return { as: "p", parts: [introduced, { text: paragraph, as: "span", language: tell.language }] };
      }),
    ),
    ...entry.sources.map((source) => sourceLine(tell.reader, source)),
  ];
};

type Told = { occurredAt: string; precision: Entry["precision"] };

const remarkLine = (reader: Reader, told: string, at: Told): Line => ({
  as: "p",
  parts: [`${told}, ${formatTime(reader, at)}`],
});

const certaintyLines = ({ reader }: Tell, { certainty, confirmed, denied }: Entry): Line[] => {
  const { timeline } = reader.words;
  const reported: Line[] = certainty === "reported" ? [{ as: "p", parts: [timeline.reported] }] : [];
  return [
    ...reported,
    ...confirmed.map(({ by, ...at }) => remarkLine(reader, plain(timeline.confirmed(whosOf(by))), at)),
    ...denied.map(({ by, ...at }) => remarkLine(reader, plain(timeline.denied(whosOf(by))), at)),
  ];
};

const quotedLines = ({ reader }: Tell, entry: Entry): Line[] => {
  const { quote, translation, takenBack } = entry;
  const { words } = reader;
  const lines: Line[] = [];
  if (quote && presentationOf(entry).quotes) lines.push({ as: "blockquote", language: quote.language, parts: [quote.text] });
  if (translation) {
    const by = translation.translator ? ` (${words.quote.translatedBy} ${translation.translator})` : "";
    const said = { text: translation.text, as: "q", language: translation.language } as const;
    lines.push({ as: "p", parts: [words.quote.translation(languageName(reader, said.language)), by, words.colon, said] });
  }
  return [
    ...lines,
    ...takenBack.map(({ by, how, ...at }) => remarkLine(reader, plain(words.quote.takenBack[how](whosOf(by))), at)),
  ];
};

const sourceLine = ({ words }: Reader, { publisher, title, url, language }: Source): Line => {
  const text = title ?? publisher;
  const named = title === undefined ? [] : [publisher, ", "];
  const cited = url === undefined ? ({ text, as: "cite", language } as const) : ({ text, as: "a", language, href: url } as const);
  return { as: "p", parts: [words.timeline.source, words.colon, ...named, cited] };
};
