/** What no sentence may look like, whatever it tells: faults of grammar and typography. */
import type { Language } from "../../events/tell/languages.ts";

const isolates = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu;

/** Spaces of all widths, both apostrophes and invisible marks count alike. */
const even = (text: string): string =>
  text
    .normalize("NFC")
    .replace(isolates, "")
    .replace(/[\u00a0\u202f\u2009]/gu, " ")
    .replace(/[\u2019\u02bc]/gu, "'");

const always: readonly RegExp[] = [
  /\.\./iu,
  /[?!…]\.$/iu,
  /^\p{Ll}/u,
  /undefined|\bNaN\b|\[object/iu,
  / {2,}/iu,
  /^(?!.*[.!?…][”"»') ]{0,2}$)/u,
];

const ofLanguage: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /^(withdrawn|accepted[^:]{0,30}|rejected|lapsed|terminated|closed|open|the deal is (done|off)|it is over) ?:/iu,
    /JP¥|CN¥|\d,\d{3} billion| - /iu,
    /\b(share)?(holders|machinists|members|writers|workers|owners) (has|is|was|does|owes|calls|rejects|accepts|says)\b/iu,
    / [,;.]/iu,
  ],
  fr: [
    /^(caduque|retirée|rejetée|acceptée[^:]{0,30}|affaire (conclue|rompue)|c'est fini|révision|nouvelle mise) ?:|: refus de/iu,
    /\b(de|à) (le|les) (\p{Lu}|actionnaires|gouvernement|salariés|studios|membres)/u,
    /\b(de|que) [AEIOUÉÈÊ]/u,
    /\$US|£GB|\bMd? ?\$|\bBn\b|\b(JPY|USD|GBP|EUR|CHF)\b/iu,
    /(^|[;,] |et |mais )les (actionnaires|salariés|membres|studios|machinistes|scénaristes)( d[^;,]{0,40})? (a|n'a|est|n'est|rejette|accepte|refuse|approuve) /iu,
  ],
};

/** Which faults a sentence has, as the expressions that find them; none where it is well written. */
export const styleFaults = (sentence: string, language: Language): string[] =>
  [...always, ...ofLanguage[language]].filter((fault) => fault.test(even(sentence))).map(String);
