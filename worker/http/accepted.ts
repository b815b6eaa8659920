/** What a client would rather have: the headers that weigh one thing against another (RFC 9110, section 12.4.2). */

/** A media type, a language or a coding as a header names it, in small letters, and its weight. One that cannot be read is as good as none. */
type Weighed = { name: string; weight: number };

/** What a header names, the heaviest first, and of equals in its order. Without a weight it weighs 1; 0 says that it is not wanted. */
export const weighedIn = (header: string | undefined): Weighed[] =>
  (header ?? "")
    .toLowerCase()
    .split(",")
    .map((item) => {
      const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1;
      return { name, weight: Number(weight) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);

/** The one of some media types that an `Accept` asks for; a type of its own stands before a range of the same weight. The first where it asks for none. */
export const preferredType = <Type extends string>(accept: string | undefined, types: readonly [Type, ...Type[]]): Type => {
  const weighed = weighedIn(accept).sort((a, b) => b.weight - a.weight || Number(isRange(a)) - Number(isRange(b)));
  const named = new Set(weighed.map(({ name }) => name));
  const wanted = weighed.flatMap(({ name, weight }) =>
    weight === 0
      ? []
      : types.filter((type) => name === type || (name.endsWith("/*") && type.startsWith(name.slice(0, -1)) && !named.has(type))),
  );
  return wanted[0] ?? types[0];
};

const isRange = ({ name }: Weighed): boolean => name.endsWith("*");
