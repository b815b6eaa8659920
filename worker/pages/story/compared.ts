/** A ratio of two prices as what is more or less: “10.5% more”, « 10,5 % de plus ». */
import { once } from "../../../events/once.ts";
import type { Words } from "../words/shape.ts";

/** What is said of a ratio, and whether “than” or “as” leads on to what it is compared with. */
export type Compared = { text: string; joins: "than" | "as" };

const percentIn = once((locale: string) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }));
/** What is less than a tenth of a per cent is told by its first digit. */
const fineIn = once((locale: string) => new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 1 }));
const factorIn = once((locale: string) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }));

/** A ratio as `ratioOf` makes it, in words; from twice as much on it is told in times. */
export const compare = ({ locale, compared }: Pick<Words, "locale" | "compared">, ratio: string): Compared => {
  const factor = Number(ratio);
  if (factor === 1) return { text: compared.same, joins: "as" };
  if (factor >= 2)
    return { text: compared.times((factor < 10 ? factorIn(locale) : wholeIn(locale)).format(factor)), joins: "as" };
  const difference = Math.abs(factor - 1);
  const percent = (difference < 0.001 ? fineIn(locale) : percentIn(locale)).format(difference);
  return { text: factor > 1 ? compared.more(percent) : compared.less(percent), joins: "than" };
};

const wholeIn = once((locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
