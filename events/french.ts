/** French typography: what stands before `;` `:` `!` `?` and inside guillemets never breaks a line. */

const spaces: [RegExp, string][] = [
  [/ (?=[;!?])/g, "\u202f"],
  [/ (?=[:»])/g, "\u00a0"],
  [/(?<=«) /g, "\u00a0"],
];

/** A template whose own words are set in French; what is put into it stays as its author wrote it. */
export const french = ({ raw }: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: raw.map((words) => spaces.reduce((set, [space, hard]) => set.replace(space, hard), words)) }, ...values);
