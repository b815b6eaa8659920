/** Names after « de » and « à »: « d’Alpha, de Beta et des actionnaires ». */
import { nameRun } from "../foreign.ts";
import { listed, type Run, type Runs } from "../runs.ts";
import { nameIn, type Who } from "../who.ts";
import { contracted, say } from "./typography.ts";

/** A party's name in French, short where it has a short one. */
export const name = (who: Who): Runs => [nameRun(who, "fr")];

/** Names as a list: « A, B et C ». */
export const names = (whos: readonly Who[]): Runs => listed(whos.map(name), ", ", " et ");

/** « de » before each of the names, elided or contracted: « du Monde, d’Orange et des actionnaires ». */
export const of = (whos: readonly Who[]): Runs =>
  listed(
    whos.map((who) => after("de", who)),
    ", ",
    " et ",
  );

/** « à » before each of the names, contracted: « au Monde, à Orange et aux actionnaires ». */
export const to = (whos: readonly Who[]): Runs =>
  listed(
    whos.map((who) => after("à", who)),
    ", ",
    " et ",
  );

/**
 * Whether a verb takes its plural after these: several, or one whose name is plural. « Les » tells that by itself; of a group of which it
 * was not told, the name's ending does.
 */
export const isSeveral = (whos: readonly Who[]): boolean => {
  const [who, ...others] = whos;
  if (who === undefined || others.length > 0) return others.length > 0;
  const { kind, plural } = who.facts;
  const { text, language } = nameIn(who, "fr");
  const isFrench = language === undefined || /^fr\b/i.test(language);
  if (isFrench && (kind === "person" ? /^les / : /^les /i).test(text)) return true;
  if (plural !== undefined || kind !== "group") return plural === true;
  return /^(?!l[ae] )\p{L}+[sx](?= |$)/iu.test(text) || /^the .*s$|[’'].*s$/i.test(text);
};

/** Whether a party is among others. */
export const isAmong = ({ party }: Who, whos: readonly Who[]): boolean => whos.some((who) => who.party === party);

/** « Le » and « Les » are an article in what an organization or a group is called (« du Monde »), and part of a person's name (« de Le Pen »). */
const after = (word: "de" | "à", who: Who): Runs => {
  const run: Run = nameRun(who, "fr");
  const article = who.facts.kind !== "person" && run.language === undefined ? /^Les? (?=\S)/u.exec(run.text)?.[0] : undefined;
  if (article === undefined) return say`${`${word} `}${run}`;
  return [{ text: contracted(word, article) }, { ...run, text: run.text.slice(article.length) }];
};
