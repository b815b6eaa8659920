/** For what is dear to make and never changes: a formatter, a table. */

type Key = string | boolean;

/** Answers what `make` answers, which is asked once for the same keys: they are few. */
export const once = <Keys extends Key[], Made>(make: (...keys: Keys) => Made): ((...keys: Keys) => Made) => {
  const made = new Map<string, { it: Made }>();
  return (...keys) => {
    const key = keys.join(" ");
    const kept = made.get(key) ?? { it: make(...keys) };
    made.set(key, kept);
    return kept.it;
  };
};
