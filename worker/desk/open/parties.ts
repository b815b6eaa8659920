/** The first parties of a story, as they are typed: one a line, “Elon Musk, Tesla’s chief executive”. */
import type { PartyFacts } from "../../../events/story.ts";
import { freeSlug, slugOf } from "../form/proposals.ts";

/** A party as its line tells of it; `kind` is a proposal, and `of` another of the lines, where the role names it. */
export type TypedParty = { party: string } & Pick<PartyFacts, "name" | "role" | "kind" | "of">;

/** Words that no person's name has. */
const bodies =
  /-(?:inc|ltd|plc|corp|co|sa|ag|se|nv|gmbh|llc|group|groupe|holdings?|bank|banque|fund|fonds|fc|union|universit[ye]|council|conseil|court|cour|board|commission|ministr?y|ministere|agency|authority|association|federation|society|societe|news|media|energy|capital|partners|motors|air|airlines?)-/;

/** Two to four words with capitals, and what may stand between them. */
const person = /^\p{Lu}\S+(?: (?:\p{Lu}\S*|v[ao]n|d[aei]|bin|al)){1,3}$/u;

const isIn = (name: string, text = ""): boolean => `-${slugOf(text)}-`.includes(`-${slugOf(name)}-`);

/** Reads them. Each has a slug of its own. */
export const readParties = (text: string): TypedParty[] => {
  const taken = new Set<string>();
  const lines = text
    .normalize("NFC")
    .split(/\r?\n/)
    .map((line) => /^\s*([^,]+?)\s*(?:,\s*(\S.*?)\s*)?$/.exec(line))
    .flatMap((line) => (line ? [{ name: line[1] ?? "", role: line[2] }] : []));
  const kindOf = ({ name, role }: (typeof lines)[number]): TypedParty["kind"] => {
    if (lines.some((other) => isIn(name, other.role))) return "organization";
    if (/^\p{Ll}/u.test(name)) return "group";
    return role !== undefined || (person.test(name) && !bodies.test(`-${slugOf(name)}-`)) ? "person" : "organization";
  };
  const parties = lines.map((line) => {
    const party = freeSlug(slugOf(line.name), (slug) => taken.has(slug));
    taken.add(party);
    return { party, ...line, kind: kindOf(line) };
  });
  return parties.map((one) => ({ ...one, of: parties.find((other) => other !== one && isIn(other.name, one.role))?.party }));
};
