/** Events that are wrong in one place each. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = (string | number)[];

/** What replaces a value of each kind: none of it is right in any field of any event, but null where it takes away. What is pasted is put right, and is no fault. */
const wrong: Record<string, Json[]> = {
  string: [null, true, 7, [], {}, "", " ", "\u0000", "\u202e", "\ud800", "x".repeat(4001)],
  number: [null, true, "7", [], {}, -1, 0, 1.5, 1e300],
  boolean: [null, 7, "true", [], {}],
  array: [null, true, 7, "x", {}, [null], [7], [{}], Array(101).fill("x")],
  object: [null, true, 7, "x", []],
};

const kindOf = (value: Json): string => (Array.isArray(value) ? "array" : typeof value);

/** A copy with another value at a path. */
export const put = (value: Json, [step, ...rest]: Path, change: Json): Json => {
  if (step === undefined) return change;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? put(item, rest, change) : item));
  if (typeof value !== "object" || value === null) throw new Error(`There is nothing at ${step}`);
  return Object.fromEntries(
    Object.entries({ ...value, [step]: value[step] ?? null }).map(([key, item]) => [
      key,
      key === step ? put(item, rest, change) : item,
    ]),
  );
};

/** Every value in a value, with its path. What a correction says in place of data is of no schema yet. */
const placesOf = (value: Json, path: Path = []): { path: Path; value: Json }[] => {
  if (path.join("/") === "data/replacement/data") return [{ path, value }];
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [
    { path, value },
    ...inner.flatMap(([key, item]) => placesOf(item, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
};

/** The event with one wrong value in each place, and with one field more in each object; `at` points to what is wrong. */
export const mutantsOf = (event: Json): { at: string; json: Json }[] =>
  placesOf(event).flatMap(({ path, value }) => {
    const at = path.map((step) => `/${step}`).join("");
    const others = (wrong[kindOf(value)] ?? []).map((change) => ({ at, json: put(event, path, change) }));
    if (kindOf(value) !== "object" || at === "/data/replacement/data") return others;
    const more = ["mood", "constructor", "__proto__", "Type", ""].map((name) => ({
      at: `${at}/${name}`,
      json: put(event, [...path, name], 7),
    }));
    return [...others, ...more];
  });
