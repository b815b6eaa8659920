/** The first parties of a story, as they are typed: one a line, “Elon Musk, Tesla’s chief executive”. */
import type { PartyFacts } from "../../../events/story.ts";
import { freeSlug, slugOf } from "../form/proposals.ts";

/** A party as its line tells of it; `kind` is a proposal, and `of` another of the lines, where the role names it. */
export type TypedParty = { party: string } & Pick<PartyFacts, "name" | "role" | "kind" | "of">;

/** Several words with capitals, and none that is of bodies alone. */
const person =
  /^(?!.*\b(?:Inc|Ltd|Corp|SA|AG|Group|Groupe|Bank|FC|Club|Union|Council|Court|Board|Commission)\b)\p{Lu}\S*(?: \S+)* \p{Lu}\S+$/u;

const isIn = (name: string, text = ""): boolean => `-${slugOf(text)}-`.includes(`-${slugOf(name)}-`);

/** Reads them: each has a slug of its own, and who belongs to another comes after it. */
export const readParties = (text: string): TypedParty[] => {
  const lines = [...text.normalize("NFC").matchAll(/^[^\S\n]*([^,\s][^,\n]*)(?:,(.*))?$/gm)].map(([, name = "", role]) => ({
    name: name.trim(),
    role: role?.trim() || undefined,
  }));
  const taken = new Set<string>();
  const parties = lines.map(({ name, role }): TypedParty => {
    const party = freeSlug(slugOf(name), (slug) => taken.has(slug));
    taken.add(party);
    const isBody = lines.some((other) => isIn(name, other.role));
    const kind = /^\p{Ll}/u.test(name) ? "group" : !isBody && (role || person.test(name)) ? "person" : "organization";
    return { party, name, role, kind };
  });
  return parties
    .map((one) => ({ ...one, of: parties.find(({ name, role }) => !role && isIn(name, one.role))?.party }))
    .sort((a, b) => Number(a.of !== undefined) - Number(b.of !== undefined));
};
