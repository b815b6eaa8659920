/** In which language a quotation may be: a proposal, by its script and its commonest words, and never more. */

const scripts: readonly [RegExp, string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Greek}/u, "el"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{Script=Thai}/u, "th"],
];

const commonWords: Readonly<Record<string, string>> = {
  en: "the and of to in is that it for on with as this be are was we you not have will our i he they what no yes thank but if by an never my your their from",
  fr: "le la les de des du et en un une que qui est pas ne pour dans ce il elle nous vous je sur avec au aux se sont mais si plus son sa ses cette merci c'est n'est jamais",
  de: "der die das und ist nicht ein eine zu von mit den dem wir sie ich es auf für sich auch werden haben kein aber wie",
  es: "el los las y que es no una por con para del se lo como pero más nosotros está son su al yo nunca",
  it: "il lo gli e che è non una per con di della del si come ma più noi sono al questo mai",
  pt: "o os as e que é não uma por com para do da em se como mas mais nós está são ao seu nunca",
  nl: "de het een en van is niet dat in te we op voor met zijn ik er aan maar ook geen",
};

/** The language (BCP 47) that a quotation seems to be in; undefined where nothing tells. */
export const guessLanguage = (text: string): string | undefined => {
  const sample = text.slice(0, 2000);
  const byScript = scripts.find(([script]) => script.test(sample));
  if (byScript) return byScript[1];
  const words =
    sample
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}']+/gu) ?? [];
  const scores = Object.entries(commonWords).map(([language, list]) => {
    const common = new Set(list.split(" "));
    return { language, score: words.filter((word) => common.has(word)).length };
  });
  const [first, second] = scores.sort((a, b) => b.score - a.score);
  return first && first.score > (second?.score ?? 0) ? first.language : undefined;
};
