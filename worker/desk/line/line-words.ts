/** A line cut into the words, quotations and sources that it is made of, each with its place. */
import { foldWord } from "../typed/fold-text.ts";

/** A piece of a line: from where to where it stands. `word`: folded, without the possessive. */
export type Piece = {
  kind: "word" | "quotation" | "source" | "comma" | "colon";
  text: string;
  word: string;
  from: number;
  to: number;
};

/** An event's part of a line: what stands between two semicolons. */
export type Clause = { from: number; to: number; pieces: Piece[] };

const pattern =
  /@"([^"]*)"?|@(\S+)|(https?:\/\/\S+)|["“«]\s*([^"”»]*?)\s*["”»]|["“«]\s*([^"”»]*)$|(,(?!\d))|(:(?=\s|$))|(;)|([^\s";“”«»,:]+(?:[,:][^\s";“”«»,:]+)*)/gu;

/** Cuts a line into clauses. A quotation that is not closed goes on to the end. */
export const clausesOf = (line: string): Clause[] => {
  const clauses: Clause[] = [];
  let clause: Clause = { from: 0, to: line.length, pieces: [] };
  for (const found of line.matchAll(pattern)) {
    const [all, quotedSource, source, address, quotation, open, comma, colon, semicolon, word] = found;
    const place = { from: found.index, to: found.index + all.length };
    if (semicolon) {
      clauses.push({ ...clause, to: place.from });
      clause = { from: place.to, to: line.length, pieces: [] };
      continue;
    }
    const said = quotedSource ?? source ?? address;
    const quoted = quotation ?? open;
    if (said !== undefined) clause.pieces.push({ kind: "source", text: said, word: "", ...place });
    else if (quoted !== undefined) clause.pieces.push({ kind: "quotation", text: quoted, word: "", ...place });
    else if (comma || colon) clause.pieces.push({ kind: comma ? "comma" : "colon", text: all, word: "", ...place });
    else clause.pieces.push({ kind: "word", text: all, word: foldWord(word ?? ""), ...place });
  }
  return [...clauses, clause];
};
