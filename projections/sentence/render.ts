/** Where a story stands, in one sentence, in each language. */
import type { Language } from "../../events/tell/languages.ts";
import type { Runs } from "../../events/tell/runs.ts";
import { renderEnglish } from "./en/sentence.ts";
import { renderFrench } from "./fr/sentence.ts";
import type { Situation } from "./situation.ts";

/** A situation as a whole sentence. Dates of `year` are told without it. */
type Renderer = (situation: Situation, year?: number) => Runs;

const renderers: Readonly<Record<Language, Renderer>> = { en: renderEnglish, fr: renderFrench };

/** One sentence on where a story stands: a capital first, one full stop last. Dates of `year`, the newest event's, are told without it. */
export const renderSituation = (situation: Situation, language: Language, year?: number): Runs =>
  renderers[language](situation, year);
