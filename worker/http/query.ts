/** What the query of an address asks for. */

/** An instant whose offset was written with a bare `+`, which every reader of a query takes for a space (URL standard, section 5.1). */
const spaced = /^(\d{4}-\d\d-\d\dT[\d:.]{1,30}) (\d\d:\d\d)$/;

/** The parameters by name, each as it stands first. An instant is read as it was meant. */
export const readQuery = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...query].reverse().map(([name, value]) => [name, value.replace(spaced, "$1+$2")]));
