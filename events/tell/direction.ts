/** In which direction a text runs, and a language is written. */

export type Direction = "ltr" | "rtl";

const strong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const rightToLeftLanguages = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"]);

/** A text's direction by its first letter (UAX 9, rule P2); undefined where it has none. */
export const directionOf = (text: string): Direction | undefined => {
  const letter = strong.exec(text)?.[0];
  return letter === undefined ? undefined : rightToLeft.test(letter) ? "rtl" : "ltr";
};

/** The direction in which a language (BCP 47) is usually written: its script's, where it names one. */
export const directionOfLanguage = (language: string): Direction => {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4 && /^[a-z]/.test(part));
  if (script !== undefined) return ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm"].includes(script) ? "rtl" : "ltr";
  return rightToLeftLanguages.has(primary) ? "rtl" : "ltr";
};
