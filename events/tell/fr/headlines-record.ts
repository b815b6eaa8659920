/** What becomes of the story itself and of its record, in a French headline. What was retracted or taken down is not said again. */
import type { Edit } from "../../values.ts";
import type { Headline, HeadlineContext } from "../headline.ts";
import type { Runs } from "../runs.ts";
import { french } from "./grammar.ts";
import { wordsAfter } from "./headlines.ts";

const { say, words } = french;

/** « Le suivi commence : Musk, Altman et l’offre sur OpenAI ». */
export const storyOpens: Headline<{ title: string }> = ({ title }, context) =>
  say`Le suivi commence : ${words(context.words(title))}`;

/** « L’essentiel jusqu’ici : … »: the first of its points. */
export const storyIsSummedUp: Headline<{ points: string[] }> = ({ points }, context) =>
  say`L’essentiel jusqu’ici${because(points[0], context)}`;

/** « L’histoire s’achève : les deux offres sont caduques ». */
export const storyEnds: Headline<{ outcome: string }> = ({ outcome }, context) =>
  say`L’histoire s’achève${because(outcome, context)}`;

/** « L’histoire reprend : Musk revient à la charge ». */
export const storyResumes: Headline<{ reason?: string | undefined }> = ({ reason }, context) =>
  say`L’histoire reprend${because(reason, context)}`;

type Amendment = { event: number; reason?: string | undefined };

/** « L’événement 7 est corrigé : … », by the kind of the edit. */
export const eventIsCorrected: Headline<Amendment & { edit?: Edit | undefined }> = ({ event, edit, reason }, context) =>
  say`L’événement ${String(event)} est ${edits[edit ?? "correction"]}${because(reason, context)}`;

const edits: Record<Edit, string> = {
  correction: "corrigé",
  update: "mis à jour",
  clarification: "précisé",
  minor: "retouché",
};

/** « L’événement 7 est retiré : … ». */
export const eventIsRetracted: Headline<Amendment> = ({ event, reason }, context) =>
  say`L’événement ${String(event)} est retiré${because(reason, context)}`;

/** « L’événement 7 est rétabli : … ». */
export const eventIsReinstated: Headline<Amendment> = ({ event, reason }, context) =>
  say`L’événement ${String(event)} est rétabli${because(reason, context)}`;

/** « L’événement 7 est supprimé ». */
export const eventIsTakenDown: Headline<{ event: number }> = ({ event }) => say`L’événement ${String(event)} est supprimé`;

/** « Une entrée est traduite (en) ». */
export const eventIsTranslated: Headline<{ language: string }> = ({ language }) => say`Une entrée est traduite (${language})`;

const because = (reason: string | undefined, context: HeadlineContext): Runs =>
  wordsAfter(reason === undefined ? undefined : context.words(reason));
