/** How a party enters a story, and what becomes of it, in an English headline. */
import type { PartyFacts } from "../../story.ts";
import type { Headline, HeadlineContext } from "../headline.ts";
import { type PartyChange, type PartyChanges, partyChangeOf } from "../headlines-party.ts";
import type { Wording } from "../offer-told.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { english } from "./grammar.ts";
import { act, isEnglish, subject } from "./headlines.ts";

const { say, name, verb } = english;

/** “Altman (OpenAI) enters the story: chief executive of OpenAI”. */
export const partyEnters: Headline<{ party: string } & Pick<PartyFacts, "of" | "role">> = ({ party, of, role }, context) => {
  const who = context.who(party);
  const whose = of === undefined ? undefined : say` (${name(context.who(of))})`;
  const what = role === undefined ? undefined : say`: ${english.words(context.words(role))}`;
  return say`${name(who)}${whose} ${act([who], ["enters", "enter", "entered"], context)} the story${what}`;
};

/** “Twitter is renamed X”, “Altman is now chief executive of OpenAI”. */
export const partyChanges: Headline<PartyChanges> = (data, context) => told(partyChangeOf(data, context), context);

const told = (change: PartyChange, context: HeadlineContext): Runs => {
  const { who } = change;
  const is = verb([who], "is", "are");
  switch (change.did) {
    case "rename":
      return say`${name(change.from)} ${act([who], ["is renamed", "are renamed", "been renamed"], context)} ${name(change.to)}`;
    case "named":
      return say`${subject([who], ["takes", "take", "taken"], context)} a new name`;
    case "role":
      return role(who, change.role, context);
    case "leaveRole":
      return isEnglish(change.role)
        ? say`${name(who)} ${is} no longer ${english.words(change.role)}`
        : say`${name(who)} no longer ${verb([who], "has", "have")} the role: ${english.words(change.role)}`;
    case "join":
      return say`${name(who)} now ${belongs(who)} ${name(change.of)}`;
    case "leave":
      return say`${name(who)} no longer ${belongs(who)} ${name(change.of)}`;
    case "other":
      return say`the entry on ${name(who)} is updated`;
  }
};

const role = (who: Who, what: Wording, context: HeadlineContext): Runs =>
  isEnglish(what) && context.certainty === "confirmed"
    ? say`${name(who)} ${verb([who], "is", "are")} now ${english.words(what)}`
    : say`${subject([who], ["has", "have", "taken on"], context)} a new role: ${english.words(what)}`;

/** A person speaks for what it is of; an organization or a group belongs to it. */
const belongs = (who: Who): string =>
  who.facts.kind === "person" ? verb([who], "speaks for", "speak for") : verb([who], "belongs to", "belong to");
