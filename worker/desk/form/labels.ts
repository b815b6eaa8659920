/** What types, fields and choices are called on a form. */
import type { DeskWords } from "../words/shape.ts";

/** A name of the code as words: “In reply to”, “Offer rejected”. */
const asWords = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a type or a field is called; one that has no word of its own goes by its name. */
export const labelOf = ({ form }: { form: Pick<DeskWords["form"], "names"> }, name: string): string =>
  (Object.hasOwn(form.names, name) ? form.names[name] : undefined) ?? asWords(name);

/** What a choice is called. */
export const choiceLabel = ({ form }: Pick<DeskWords, "form">, value: string): string =>
  (Object.hasOwn(form.choices, value) ? form.choices[value] : undefined) ?? value;
