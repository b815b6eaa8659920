/** Many values in few parameters. */
import { utf8 } from "../../events/bytes.ts";

/** A statement takes parameters of a million bytes: what is larger is handed over by several. */
const mostBytes = 500_000;

/** JSON arrays of the values, in their order, each within what a parameter may hold. */
export const jsonBatchesOf = (values: readonly unknown[]): string[] => {
  const groups: string[][] = [];
  let room = 0;
  for (const text of values.map((value) => JSON.stringify(value))) {
    const bytes = utf8(text).length + 1;
    if (bytes > room) {
      groups.push([]);
      room = mostBytes;
    }
    groups.at(-1)?.push(text);
    room -= bytes;
  }
  return groups.map((group) => `[${group.join(",")}]`);
};
