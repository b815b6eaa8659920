/** What is said, taken back, reported and announced, in an English headline. */
import type { Quote } from "../../values.ts";
import type { When } from "../grammar.ts";
import type { Headline } from "../headline.ts";
import type { Runs } from "../runs.ts";
import { english } from "./grammar.ts";
import { firstWords, subject, type Verb } from "./headlines.ts";
import { wordsWithin } from "./offer.ts";

const { say, names, words, quotation } = english;
type Parties = string | readonly string[];

/** How much of a quotation a headline holds. */
const most = 140;

/** “Musk insults Altman on X: “Swindler””. */
export const insultIsPosted: Headline<{
  by: Parties;
  at?: Parties | undefined;
  thing?: string | undefined;
  quote: Quote;
  platform?: string | undefined;
}> = ({ by, at, thing, quote, platform }, context) => {
  const insults = subject(context.whos(by), ["insults", "insult", "insulted"], context);
  const whom = thing === undefined ? names(context.whos(at)) : wordsWithin(context.words(thing));
  return say`${insults} ${whom}${on(platform)}: ${quotation(quote, most)}`;
};

/** “Altman says on X: “no thank you””. */
export const statementIsMade: Headline<{ by: Parties; quote: Quote; platform?: string | undefined }> = (data, context) => {
  const says = subject(context.whos(data.by), ["says", "say", "said"], context);
  return say`${says}${on(data.platform)}: ${quotation(data.quote, most)}`;
};

const on = (platform: string | undefined): string => (platform === undefined ? "" : ` on ${platform}`);

/** “Musk deletes the post”. What it said is not said again. */
export const wordsAreTakenBack: Headline<{ by: Parties; how: keyof typeof takenBack }> = ({ by, how }, context) => {
  const [verb, what] = takenBack[how];
  return say`${subject(context.whos(by), verb, context)} ${what}`;
};

const takenBack = {
  deleted: [["deletes", "delete", "deleted"], "the post"],
  apologised: [["apologises for", "apologise for", "apologised for"], "the remarks"],
  denied: [["denies", "deny", "denied"], "the remarks"],
  clarified: [["clarifies", "clarify", "clarified"], "the remarks"],
} satisfies Record<string, [Verb, string]>;

/** A headline of an editor's own, which says itself whether it is only reported. */
export const newsIsReported: Headline<{ headline: string }> = ({ headline }, context) =>
  say`${context.certainty === "reported" ? "Unconfirmed: " : ""}${words(context.words(headline))}`;

/** “22 May 2024: BHP has to make a firm offer or walk away”. */
export const dateIsAnnounced: Headline<{ what: string; at: string }> = ({ what, at }, context) => {
  const unconfirmed = context.certainty === "reported" ? " (unconfirmed)" : "";
  return say`${date(at, context.when(at))}${unconfirmed}: ${words(context.words(what))}`;
};

/** A bare day is a day, an instant has its hour. */
const date = (at: string, when: When): string =>
  at.includes("T") ? english.dateAndTime(when) : english.date({ ...when, precision: "day" });

/** A question, in the editor's words. */
export const questionIsRaised: Headline<{ text: string }> = ({ text }, context): Runs => words(context.words(text));

/** “A question is answered: a provocation, his lawyers say”. */
export const questionIsAnswered: Headline<{ text: string }> = ({ text }, context) =>
  say`A question is answered: ${firstWords(context.words(text))}`;
