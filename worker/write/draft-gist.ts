/** What a list shows of a draft: the types of its events, and the beginning of what was typed. */
import type { DraftContent } from "../store/draft.ts";
import type { Gist } from "../store/drafts.ts";

const mostCharacters = 140;

/** Every text in a JSON value. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Made anew whenever the draft changes. The longest text is what it is about. */
export const gistOf = ({ line = "", form = {}, events = [] }: DraftContent): Gist => {
  const typed = Object.entries(form);
  const types = typed.flatMap(([name, values]) => (/^\d+\.type$/.test(name) ? values.slice(0, 1) : []));
  const posted = events.flatMap((event) => {
    const type = (event as { type?: unknown } | null)?.type;
    return typeof type === "string" ? type : [];
  });
  const said = typed.length > 0 ? typed.filter(([name]) => /^\d+\.data\./.test(name)) : textsIn(events);
  const longest = textsIn(said.map((one) => (Array.isArray(one) ? one[1] : one))).reduce(
    (a, b) => (b.length > a.length ? b : a),
    "",
  );
  const text = [...(line || longest)].slice(0, mostCharacters).join("");
  return { types: (types.length > 0 ? types : posted).slice(0, 10).map((type) => type.slice(0, 40)), text };
};
