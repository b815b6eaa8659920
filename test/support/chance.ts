/** Chance that is the same again for the same seed. */
export type Chance = ReturnType<typeof chanceOf>;

/** The sequence of a seed: mulberry32. */
export const chanceOf = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    /** A whole number from 0 on. */
    below,
    /** True so often, of 1. */
    maybe: (often: number): boolean => next() < often,
    /** One of them. */
    pick: <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("There is nothing to pick from");
      return item;
    },
    /** So many of them, at most. */
    several: <Made>(most: number, make: () => Made): Made[] => Array.from({ length: below(most + 1) }, make),
  };
};
