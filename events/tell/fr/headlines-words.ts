/** What is said, taken back, reported and announced, in a French headline. */
import type { Quote } from "../../values.ts";
import type { When } from "../grammar.ts";
import type { Headline } from "../headline.ts";
import type { Runs } from "../runs.ts";
import { withoutFullStop } from "../shorten.ts";
import { onDate, onDateAndTime } from "./dates.ts";
import { french } from "./grammar.ts";
import { firstWords, subject, type Verb } from "./headlines.ts";
import { wordsWithin } from "./offer.ts";

const { say, names, words } = french;
type Parties = string | readonly string[];

/** How much of a quotation a headline holds. */
const most = 140;

/** « Musk insulte Altman sur X : « Swindler » ». */
export const insultIsPosted: Headline<{
  by: Parties;
  at?: Parties | undefined;
  thing?: string | undefined;
  quote: Quote;
  platform?: string | undefined;
}> = ({ by, at, thing, quote, platform }, context) => {
  const insults = subject(context.whos(by), ["insulte", "insultent", "insulté"], context);
  const whom = thing === undefined ? names(context.whos(at)) : wordsWithin(context.words(thing));
  return say`${insults} ${whom}${on(platform)} : ${quotation(quote)}`;
};

/** « Altman déclare sur X : « no thank you » ». */
export const statementIsMade: Headline<{ by: Parties; quote: Quote; platform?: string | undefined }> = (data, context) => {
  const says = subject(context.whos(data.by), ["déclare", "déclarent", "déclaré"], context);
  return say`${says}${on(data.platform)} : ${quotation(data.quote)}`;
};

/** A quotation without the full stop that would end a sentence. */
const quotation = ({ text, language, translationOf }: Quote): Runs => {
  const said = translationOf ?? { text, language };
  return french.quotation({ ...said, text: withoutFullStop(said.text) }, most);
};

const on = (platform: string | undefined): string => (platform === undefined ? "" : ` sur ${platform}`);

/** « Musk supprime le message ». What it said is not said again. */
export const wordsAreTakenBack: Headline<{ by: Parties; how: keyof typeof takenBack }> = ({ by, how }, context) => {
  const [verb, what] = takenBack[how];
  return say`${subject(context.whos(by), verb, context)} ${what}`;
};

const takenBack = {
  deleted: [["supprime", "suppriment", "supprimé"], "le message"],
  apologised: [["présente", "présentent", "présenté"], "des excuses pour les propos tenus"],
  denied: [["dément", "démentent", "démenti"], "les propos rapportés"],
  clarified: [["précise", "précisent", "précisé"], "les propos tenus"],
} satisfies Record<string, [Verb, string]>;

/** A headline of an editor's own, which says itself whether it is only reported. */
export const newsIsReported: Headline<{ headline: string }> = ({ headline }, context) =>
  say`${context.certainty === "reported" ? say`Non confirmé : ` : ""}${words(context.words(headline))}`;

/** « Le 22 mai 2024 : BHP doit déposer une offre ferme ou se retirer ». */
export const dateIsAnnounced: Headline<{ what: string; at: string }> = ({ what, at }, context) => {
  const unconfirmed = context.certainty === "reported" ? " (non confirmé)" : "";
  return say`${date(at, context.when(at))}${unconfirmed} : ${words(context.words(what))}`;
};

/** A bare day is a day, an instant has its hour. */
const date = (at: string, when: When): string => (at.includes("T") ? onDateAndTime(when) : onDate({ ...when, precision: "day" }));

/** A question, in the editor's words. */
export const questionIsRaised: Headline<{ text: string }> = ({ text }, context): Runs => words(context.words(text));

/** « Une question trouve sa réponse : une provocation, selon ses avocats ». */
export const questionIsAnswered: Headline<{ text: string }> = ({ text }, context) =>
  say`Une question trouve sa réponse : ${firstWords(context.words(text))}`;
