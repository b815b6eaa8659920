/** How a party enters a story, and what becomes of it, in a French headline. */
import type { PartyFacts } from "../../story.ts";
import type { Headline, HeadlineContext } from "../headline.ts";
import { type PartyChange, type PartyChanges, partyChangeOf } from "../headlines-party.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { french } from "./grammar.ts";
import { act, subject, type Verb } from "./headlines.ts";

const { say, name, words, of, to } = french;

/** « Altman (OpenAI) entre en scène : directeur général ». */
export const partyEnters: Headline<{ party: string } & Pick<PartyFacts, "of" | "role">> = (data, context) => {
  const who = context.who(data.party);
  const whose = data.of === undefined ? undefined : say` (${name(context.who(data.of))})`;
  const what = data.role === undefined ? undefined : say` : ${words(context.words(data.role))}`;
  return say`${name(who)}${whose} ${french.verb([who], "entre", "entrent")} en scène${what}`;
};

/** « Twitter devient X », « La fonction d’Altman change : directeur général d’OpenAI ». */
export const partyChanges: Headline<PartyChanges> = (data, context) => told(partyChangeOf(data, context), context);

const told = (change: PartyChange, context: HeadlineContext): Runs => {
  const { who } = change;
  switch (change.did) {
    case "rename":
      return context.certainty === "reported"
        ? say`${subject([change.from], takes, context)} un nouveau nom : ${name(change.to)}`
        : say`${name(change.from)} ${french.verb([change.from], "devient", "deviennent")} ${name(change.to)}`;
    case "named":
      return say`${subject([who], takes, context)} un nouveau nom`;
    case "role":
      return say`la fonction ${of([who])} ${act([], ["change", "changent", "changé"], context)} : ${words(change.role)}`;
    case "leaveRole":
      return say`la fonction ${of([who])} ${act([], ["prend fin", "prennent fin", "pris fin"], context)} : ${words(change.role)}`;
    case "join":
      return say`${subject([who], isPerson(who) ? joins : belongs, context)} ${body(who, change.of)}`;
    case "leave":
      return say`${subject([who], isPerson(who) ? leaves : belongsNoMore, context)} ${body(who, change.of)}`;
    case "other":
      return say`la fiche ${of([who])} est mise à jour`;
  }
};

/** A person joins what it is of: a company, a club, a government; an organization or a group belongs to it. */
const isPerson = ({ facts }: Who): boolean => facts.kind === "person";
const body = (who: Who, whole: Who): Runs => (isPerson(who) ? name(whole) : to([whole]));

const takes: Verb = ["prend", "prennent", "pris"];
const joins: Verb = ["rejoint", "rejoignent", "rejoint"];
const belongs: Verb = ["appartient désormais", "appartiennent désormais", "commencé à appartenir"];
const leaves: Verb = ["quitte", "quittent", "quitté"];
const belongsNoMore: Verb = ["n’appartient plus", "n’appartiennent plus", "cessé d’appartenir"];
