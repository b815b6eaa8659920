/** Who has agreed, and who ends it: facts alone, in no language. */
import type { OfferTold } from "./offer-told.ts";
import type { Who } from "./who.ts";

/** Both sides of an agreement, each party once. */
export const sidesOf = ({ by, to }: OfferTold): Who[] =>
  [...by, ...to].filter((who, index, all) => all.findIndex(({ party }) => party === who.party) === index);

/** Of the sides of an agreement, those that are left when some end it, who speak for themselves and for what they are of. */
export const othersThan = (by: readonly Who[], sides: readonly Who[]): Who[] =>
  sides.filter(({ party }) => !by.some((who) => who.party === party || who.facts.of === party));

/** What was to be bought, where it is none of the parties who are named beside it. */
export const targetBeside = ({ target }: OfferTold, named: readonly Who[]): Who | undefined =>
  named.some(({ party }) => party === target?.party) ? undefined : target;
