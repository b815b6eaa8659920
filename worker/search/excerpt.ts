/** The part of an entry in which what was searched for stands, and where it stands in it. */
import { between } from "./entry-terms.ts";
import type { Phrase } from "./query.ts";
import { type Term, termsOf } from "./terms.ts";

/** A part of what an entry says, and whether it is what was searched for. */
export type Piece = { text: string; hit: boolean };

/** How long an excerpt is, and how much of it stands before what was found, in UTF-16 code units. */
const length = 160;
const before = 40;
/** What is found more often than this is not looked at. */
const mostSpans = 500;

/** Where a phrase stands. */
type Span = { from: number; to: number; phrase: Phrase };

/** An excerpt of the text that has the most of the phrases: names come first where texts have no more. */
export const excerptOf = ({ names, texts }: { names: string; texts: string }, phrases: readonly Phrase[]): Piece[] => {
  const found = [names, texts].flatMap((text) => (text === "" ? [] : [bestPart(text, phrases)]));
  const [best] = found.toSorted((a, b) => b.count - a.count);
  return best ? piecesOf(best) : [];
};

type Part = { text: string; start: number; spans: Span[]; count: number };

/** The part of a text in which the most different phrases stand. */
const bestPart = (text: string, phrases: readonly Phrase[]): Part => {
  const spans = spansIn(text, phrases);
  let best: Part = { text, start: 0, spans: [], count: 0 };
  let end = 0;
  for (const [index, { from }] of spans.entries()) {
    while (end < spans.length && (spans[end]?.to ?? 0) <= from + length - before) end += 1;
    const part = spans.slice(index, Math.max(end, index + 1));
    const count = new Set(part.map(({ phrase }) => phrase)).size;
    if (count > best.count) best = { text, start: from, spans: part, count };
  }
  return best;
};

/** Where phrases stand in a text, by where they begin. */
const spansIn = (text: string, phrases: readonly Phrase[]): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  for (const row of text.split(between)) {
    const terms = termsOf(row);
    const starting = Map.groupBy(terms, ({ at }) => at);
    for (const term of terms)
      for (const phrase of phrases) {
        if (spans.length === mostSpans) return spans;
        const end = endOf(phrase, 0, term, starting);
        if (end !== undefined) spans.push({ from: start + term.from, to: start + end, phrase });
      }
    start += row.length + between.length;
  }
  return spans;
};

/** Where a phrase ends whose term of that index stands there; undefined where it does not stand there. */
const endOf = ({ terms, isOpen }: Phrase, index: number, term: Term, starting: Map<number, Term[]>): number | undefined => {
  const isLast = index === terms.length - 1;
  const wanted = terms[index] ?? "";
  if (!(isLast && isOpen ? term.term.startsWith(wanted) : term.term === wanted)) return undefined;
  if (isLast) return term.to;
  for (const next of starting.get(term.at + term.width) ?? []) {
    const end = endOf({ terms, isOpen }, index + 1, next, starting);
    if (end !== undefined) return end;
  }
  return undefined;
};

/** The excerpt around what was found; it begins and ends at a space, where there is one near. */
const piecesOf = ({ text, start, spans }: Part): Piece[] => {
  const from = start <= before ? 0 : spaceAfter(text, start - before, start);
  const most = from + length;
  const to = most >= text.length ? text.length : spaceBefore(text, most, Math.min(spans.at(-1)?.to ?? from, most));
  const pieces: Piece[] = [{ text: from > 0 ? "…" : "", hit: false }];
  let at = from;
  for (const span of spans) {
    // What begins within another is marked already, but for its rest.
    const [begins, ends] = [Math.max(span.from, at), Math.min(span.to, to)];
    if (begins >= ends) continue;
    pieces.push({ text: text.slice(at, begins), hit: false }, { text: text.slice(begins, ends), hit: true });
    at = ends;
  }
  pieces.push({ text: `${text.slice(at, to)}${to < text.length ? "…" : ""}`, hit: false });
  return merged(pieces);
};

const merged = (pieces: readonly Piece[]): Piece[] => {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    if (piece.text === "") continue;
    if (last && last.hit === piece.hit) last.text += piece.text;
    else kept.push({ ...piece });
  }
  return kept;
};

const spaceAfter = (text: string, from: number, most: number): number => {
  const space = text.slice(from, most).search(/\s/u);
  return space === -1 ? letterAt(text, from) : from + space + 1;
};

const spaceBefore = (text: string, to: number, least: number): number => {
  const [rest = ""] = /\S*$/u.exec(text.slice(least, to)) ?? [];
  return rest.length < to - least ? to - rest.length - 1 : letterAt(text, to);
};

/** Where a letter begins, at a place or before it. */
const letterAt = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at);
