/** For what is dear to make and never changes: a formatter, a table. */

type Key = string | boolean;

/** Answers what `make` answers, which is asked once for the same keys: they are few. */
export const once = <Keys extends Key[], Made>(make: (...keys: Keys) => Made): ((...keys: Keys) => Made) => {
  const made = new Map<string, Made>();
  return (...keys) => {
    const key = keys.join(" ");
    const known = made.get(key);
    if (known !== undefined) return known;
    const it = make(...keys);
    made.set(key, it);
    return it;
  };
};
