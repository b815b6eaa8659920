/** What becomes of the story itself and of its record, in an English headline. What was retracted or taken down is not said again. */
import type { Edit } from "../../values.ts";
import type { Headline, HeadlineContext } from "../headline.ts";
import type { Runs } from "../runs.ts";
import { english } from "./grammar.ts";
import { wordsAfter } from "./headlines.ts";

const { say, words } = english;

/** “Coverage begins: Musk, Altman and the offer for OpenAI”. */
export const storyOpens: Headline<{ title: string }> = ({ title }, context) =>
  say`Coverage begins: ${words(context.words(title))}`;

/** “The story so far: …”: the first of its points. */
export const storyIsSummedUp: Headline<{ points: string[] }> = ({ points }, context) =>
  say`The story so far${because(points[0], context)}`;

/** “The story ends: both offers have lapsed”. */
export const storyEnds: Headline<{ outcome: string }> = ({ outcome }, context) => say`The story ends${because(outcome, context)}`;

/** “The story resumes: Musk is back”. */
export const storyResumes: Headline<{ reason?: string | undefined }> = ({ reason }, context) =>
  say`The story resumes${because(reason, context)}`;

type Amendment = { event: number; reason?: string | undefined };

/** “Event 7 is corrected: …”, by the kind of the edit. */
export const eventIsCorrected: Headline<Amendment & { edit?: Edit | undefined }> = ({ event, edit, reason }, context) =>
  say`Event ${String(event)} is ${edits[edit ?? "correction"]}${because(reason, context)}`;

const edits: Record<Edit, string> = {
  correction: "corrected",
  update: "updated",
  clarification: "clarified",
  minor: "touched up",
};

/** “Event 7 is retracted: …”. */
export const eventIsRetracted: Headline<Amendment> = ({ event, reason }, context) =>
  say`Event ${String(event)} is retracted${because(reason, context)}`;

/** “Event 7 is reinstated: …”. */
export const eventIsReinstated: Headline<Amendment> = ({ event, reason }, context) =>
  say`Event ${String(event)} is reinstated${because(reason, context)}`;

/** “Event 7 is taken down”. */
export const eventIsTakenDown: Headline<{ event: number }> = ({ event }) => say`Event ${String(event)} is taken down`;

/** “An entry is translated (fr)”. */
export const eventIsTranslated: Headline<{ language: string }> = ({ language }) => say`An entry is translated (${language})`;

const because = (reason: string | undefined, context: HeadlineContext): Runs =>
  wordsAfter(reason === undefined ? undefined : context.words(reason));
