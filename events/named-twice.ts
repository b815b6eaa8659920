/** Whether any object of a JSON text names a member twice: RFC 8259, section 4, leaves open what readers make of that. */

/** Looks at a text that is known to be JSON, however deep it nests. Names are compared as they are meant, not as they are spelled. */
export const namesTwice = (json: string): boolean => {
  /** The names of each object that is open; nothing where it is an array. */
  const open: (Set<string> | undefined)[] = [];
  let isName = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === "{" || character === "[") {
      open.push(character === "{" ? new Set() : undefined);
      isName = character === "{";
    } else if (character === "}" || character === "]") open.pop();
    else if (character === ",") isName = open.at(-1) !== undefined;
    else if (character === ":") isName = false;
    else if (character === '"') {
      const end = endOfText(json, at);
      const names = open.at(-1);
      if (isName && names) {
        // The text is JSON, and so is each text in it.
        const name = JSON.parse(json.slice(at, end + 1)) as string;
        if (names.has(name)) return true;
        names.add(name);
      }
      at = end;
    }
  }
  return false;
};

/** Where the text ends that begins at a quotation mark. */
const endOfText = (json: string, begin: number): number => {
  let at = begin + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
};
