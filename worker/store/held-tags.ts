/** What a reader has already, as statements see it: where the head is what one of the tags tells of, they answer without a state. */

/**
 * The ETags that a reader holds, and how the tag of a head is written: `before`, its version, `between`, so many digits of its hash,
 * `after`.
 */
export type HeldTags = { tags: readonly string[]; before: string; between: string; digits: number; after: string };

/** A reader who holds nothing. */
export const noTags: HeldTags = { tags: [], before: "", between: "", digits: 0, after: "" };

/** The values of five parameters: the tags, each between two line ends, which no tag can hold, and how the head's own is written. */
export const heldParameters = ({ tags, before, between, digits, after }: HeldTags): [string, string, string, number, string] => [
  `\n${tags.join("\n")}\n`,
  before,
  between,
  digits,
  after,
];

/** Whether the tag of a head is held, as SQL: `at` and `hash` are the head's, `first` is the number of the first of the five parameters. */
export const isHeld = (at: string, hash: string, first: number): string =>
  `(instr(?${first}, char(10) || '*' || char(10)) > 0
    OR instr(?${first}, char(10) || ?${first + 1} || ${at} || ?${first + 2} || substr(${hash}, 1, ?${first + 3}) || ?${first + 4} || char(10)) > 0)`;

/** Whether the tag of a story's head is held, as SQL: `story` is its slug's parameter. */
export const isHeldAtHead = (story: string, first: number): string =>
  `(SELECT ${isHeld("e.version", "e.hash", first)} FROM events AS e WHERE e.story = ${story} ORDER BY e.version DESC LIMIT 1)`;
