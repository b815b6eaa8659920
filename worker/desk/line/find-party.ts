/** Parties by what they are called: names, short names, names in other languages, slugs, and the beginning of any word of these. */
import { foldText, foldWord } from "../typed/fold-text.ts";
import type { LineContext, LineParty } from "./line-context.ts";

const namesOf = ({ party, name, others }: LineParty): string[] => [
  party,
  ...[name, ...others].map((one) => foldText(one).split(" ").map(foldWord).join(" ")),
];

/**
 * The parties that a folded text names: those that are called so, else those of whose names a word begins so. One that all the others are of
 * stands for them: “alph” is Alphabet, and not its board.
 */
export const partiesNamed = ({ parties }: Pick<LineContext, "parties">, text: string, least = 2): LineParty[] => {
  const exact = parties.filter((party) => namesOf(party).includes(text));
  if (exact.length > 0 || text.length < least || text.includes(" ")) return exact;
  const begun = parties.filter((party) =>
    namesOf(party).some((name) => name.split(/[\s-]+/).some((word) => word.startsWith(text)) || name.startsWith(text)),
  );
  const whole = begun.find(({ party }) => begun.every((other) => other.party === party || other.of === party));
  return whole ? [whole] : begun;
};

/** By what a party is named in a line: its shortest name that is no other's. */
export const spokenName = (context: Pick<LineContext, "parties">, party: LineParty): string =>
  [...party.others, party.name].find((name) => partiesNamed(context, foldText(name)).length === 1) ?? party.party;
