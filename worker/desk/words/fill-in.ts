/** A sentence with what stands in braces filled in: “{field}: this is missing”. */
export const fillIn = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
