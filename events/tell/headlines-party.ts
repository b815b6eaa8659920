/** What has changed of a party: facts alone, in no language. What matters most is told. */
import type { PartyFacts } from "../story.ts";
import type { HeadlineContext } from "./headline.ts";
import type { Wording } from "./offer-told.ts";
import type { Who } from "./who.ts";

/** What a change says of a party: what it does not name stays, null takes away. */
export type PartyChanges = { party: string } & { [Name in keyof PartyFacts]?: PartyFacts[Name] | null | undefined };

/** What has changed. `named`: it has a new name, and what it was called before is not known. */
export type PartyChange =
  | { did: "rename"; who: Who; from: Who; to: Who }
  | { did: "named" | "other"; who: Who }
  | { did: "role" | "leaveRole"; who: Who; role: Wording }
  | { did: "join" | "leave"; who: Who; of: Who };

/** What has changed of a party, by what was known of it before. */
export const partyChangeOf = (data: PartyChanges, context: HeadlineContext): PartyChange => {
  const who = context.who(data.party);
  return renaming(data, who) ?? newRole(data, who, context) ?? newBody(data, who, context) ?? { did: "other", who };
};

/** Another name, told in full: a short one may have stayed. */
const renaming = ({ name }: PartyChanges, who: Who): PartyChange | undefined => {
  if (typeof name !== "string") return undefined;
  if (name === who.facts.name) return { did: "named", who };
  return { did: "rename", who, from: inFull(who, who.facts.name), to: inFull(who, name) };
};

const inFull = ({ party, facts: { short: _, names: __, ...facts } }: Who, name: string): Who => ({
  party,
  facts: { ...facts, name },
});

const newRole = ({ role }: PartyChanges, who: Who, { words }: HeadlineContext): PartyChange | undefined => {
  if (typeof role === "string") return { did: "role", who, role: words(role) };
  const before = who.facts.role;
  return role === null && before !== undefined ? { did: "leaveRole", who, role: words(before) } : undefined;
};

const newBody = ({ of }: PartyChanges, who: Who, context: HeadlineContext): PartyChange | undefined => {
  if (typeof of === "string") return { did: "join", who, of: context.who(of) };
  const before = who.facts.of;
  return of === null && before !== undefined ? { did: "leave", who, of: context.who(before) } : undefined;
};
