/** How a party enters a story, and what becomes of it, in an English headline. */
import type { PartyFacts } from "../../story.ts";
import type { Headline, HeadlineContext } from "../headline.ts";
import { type PartyChange, type PartyChanges, partyChangeOf } from "../headlines-party.ts";
import type { Runs } from "../runs.ts";
import type { Who } from "../who.ts";
import { english } from "./grammar.ts";
import { act, subject, type Verb } from "./headlines.ts";

const { say, name, words } = english;

/** “Altman (OpenAI) enters the story: chief executive”. */
export const partyEnters: Headline<{ party: string } & Pick<PartyFacts, "of" | "role">> = ({ party, of, role }, context) => {
  const who = context.who(party);
  const whose = of === undefined ? undefined : say` (${name(context.who(of))})`;
  const what = role === undefined ? undefined : say`: ${words(context.words(role))}`;
  return say`${name(who)}${whose} ${english.verb([who], "enters", "enter")} the story${what}`;
};

/** “Twitter is renamed X”, “Altman’s role changes: chief executive of OpenAI”. */
export const partyChanges: Headline<PartyChanges> = (data, context) => told(partyChangeOf(data, context), context);

const told = (change: PartyChange, context: HeadlineContext): Runs => {
  const { who } = change;
  switch (change.did) {
    case "rename":
      return say`${subject([change.from], ["is renamed", "are renamed", "been renamed"], context)} ${name(change.to)}`;
    case "named":
      return say`${subject([who], ["has", "have", "taken"], context)} a new name`;
    case "role":
      return say`${role(who, ["changes", "change", "changed"], context)}: ${words(change.role)}`;
    case "leaveRole":
      return say`${role(who, ["ends", "end", "ended"], context)}: ${words(change.role)}`;
    case "join":
      return say`${subject([who], isPerson(who) ? joins : belongs, context)} ${name(change.of)}`;
    case "leave":
      return say`${subject([who], isPerson(who) ? leaves : belongsNoMore, context)} ${name(change.of)}`;
    case "other":
      return say`the entry on ${name(who)} is updated`;
  }
};

const role = (who: Who, verb: Verb, context: HeadlineContext): Runs =>
  say`${english.possessive([who])} role ${act([], verb, context)}`;

/** A person joins what it is of: a company, a club, a government; an organization or a group belongs to it. */
const isPerson = ({ facts }: Who): boolean => facts.kind === "person";

const joins: Verb = ["joins", "join", "joined"];
const belongs: Verb = ["now belongs to", "now belong to", "come to belong to"];
const leaves: Verb = ["leaves", "leave", "left"];
const belongsNoMore: Verb = ["no longer belongs to", "no longer belong to", "ceased to belong to"];
