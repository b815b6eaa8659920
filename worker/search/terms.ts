/**
 * The terms of a text, as a search knows them: folded, and cut by rules that look at the letters alone. The index and the query are cut by
 * the same rules, so that what is typed is found wherever it stands; a dictionary (`Intl.Segmenter`) cuts the same letters otherwise in
 * another sentence, and otherwise in the next release.
 */

/**
 * A word, or one letter of a script that writes words without spaces between them, with its marks. `at` is its place among the terms of its
 * text; a word with apostrophes is the terms that these part, and, joined, one more that is as many places wide. `from` and `to` are where it stands in the text.
 */
export type Term = { term: string; isWord: boolean; at: number; width: number; from: number; to: number };

/** Scripts whose words are found by their letters in a row: Chinese, Japanese, Korean (which hangs endings on words), Thai and its neighbours. */
const unspaced = String.raw`[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const inWords = String.raw`[[\p{L}\p{M}\p{N}\p{Co}]--${unspaced}]`;
const wordStart = String.raw`[[\p{L}\p{N}\p{Co}]--${unspaced}]`;
// A letter that is written below another, by a sign that Khmer and Burmese have for it, is of the same syllable.
const letter = String.raw`[[\p{L}\p{N}]&&${unspaced}](?:\p{M}+(?:(?<=[\u1039\u17D2])\p{L})?)*`;
const terms = new RegExp(`(${letter})|${wordStart}${inWords}*(?:'${inWords}+)*`, "gv");

/** What is longer is known by its beginning. */
const longest = 60;
const cut = (term: string): string => (term.length <= longest ? term : term.slice(0, longest).toWellFormed());

/** The terms of a text, by where they begin: a word before what it is joined to. */
export const termsOf = (text: string): Term[] => {
  const { folded, from, to } = fold(text);
  const found: Term[] = [];
  let at = 0;
  const note = (term: string, start: number, isWord: boolean): Term => {
    const end = start + term.length - 1;
    const noted = { term: cut(term), isWord, at, width: 1, from: from[start] ?? 0, to: to[end] ?? text.length };
    at += 1;
    return noted;
  };
  for (const { 0: whole, 1: single, index } of folded.matchAll(terms)) {
    if (single !== undefined) found.push(note(single, index, false));
    else if (!whole.includes("'")) found.push(note(whole, index, true));
    else {
      let start = index;
      const parts = whole.split("'").map((part) => {
        const noted = note(part, start, true);
        start += part.length + 1;
        return noted;
      });
      for (const [nth, part] of parts.entries()) found.push(part, ...joinsFrom(parts.slice(nth, nth + 3)));
    }
  }
  return found;
};

/** What the first of some words becomes with the next, and with the next but one: “d’O’Sullivan” is found by “osullivan” too. */
const joinsFrom = ([first, second, third]: readonly Term[]): Term[] => {
  if (!first || !second) return [];
  const two = { ...first, term: cut(first.term + second.term), width: 2, to: second.to };
  return third ? [two, { ...two, term: cut(two.term + third.term), width: 3, to: third.to }] : [two];
};

/** A text whose letters are folded, and for each of its units where what it was made of begins and ends. */
type Folded = { folded: string; from: number[]; to: number[] };

/** Letters of ASCII in a row, or a letter with its marks; of half the width, Japanese ones are no marks by name. */
const clusters = /[\0-\x7F]+(?!\p{M})|\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gu;

const fold = (text: string): Folded => {
  const made: Folded = { folded: "", from: [], to: [] };
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const isAscii = cluster.charCodeAt(0) < 128 && (cluster.length === 1 || cluster.charCodeAt(1) < 128);
    const folded = isAscii ? cluster.toLowerCase().replaceAll("`", "'") : foldLetter(cluster);
    made.folded += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      made.from.push(isAscii ? index + unit : index);
      made.to.push(isAscii ? index + unit + 1 : index + cluster.length);
    }
  }
  return made;
};

const apostrophes = /^[´ʹʻʼʽʾʿ‘’‛′＇]/u;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
/** Letters that differ from another by a stroke or a tie, which Unicode does not take apart; and the stroke that Arabic lengthens words with. */
const alike: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ł: "l",
  þ: "th",
  ς: "σ",
  ـ: "",
};
const marked = /^[\p{sc=Latn}\p{sc=Grek}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]/u;

/** Folds a letter with its marks: of the scripts in which a mark is an accent it goes, of all others it is a part of the letter. */
const foldAnew = (cluster: string): string => {
  const seen = cluster.replace(ignorable, "");
  if (apostrophes.test(seen)) return "'";
  if (seen === "" || /^[^\p{L}\p{M}\p{N}\p{Co}]/u.test(seen)) return seen === "" ? "" : " ";
  // By way of capitals: what has none of its own comes back from others, “ß” from “SS”.
  const parts = seen.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase();
  const bare = marked.test(parts) ? parts.replace(/\p{Mn}/gu, "") : parts.replace(/[\u0300\u0301]/g, "").replace("е\u0308", "е");
  return bare.replace(/[æœøđðħłþςـ]/g, (one) => alike[one] ?? one).normalize("NFC");
};

/** Letters are few, and are met again; a text that is all marks shall not fill the memory. */
const folds = new Map<string, string>();
const foldLetter = (cluster: string): string => {
  const known = folds.get(cluster);
  if (known !== undefined) return known;
  const folded = foldAnew(cluster);
  if (folds.size >= 10_000) folds.clear();
  if (cluster.length <= 8) folds.set(cluster, folded);
  return folded;
};
