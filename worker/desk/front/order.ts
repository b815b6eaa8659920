/** The front page's order as a form holds it: each story once, where it stands, and its section. */
import type { SetStory } from "../../store/front-page.ts";

/** Where an editor can put a story; nowhere in particular where it is empty. */
export const frontPlaces = ["lead", "pinned", "", "hidden"] as const;

/** A story on the form: `place` is one of `frontPlaces`. */
export type Ordered = { story: string; place: (typeof frontPlaces)[number]; section: string };

/** In the order in which they stand: the lead, what is pinned, what moved last, what is hidden. */
export const sorted = (stories: readonly Ordered[]): Ordered[] =>
  [...stories].sort((a, b) => frontPlaces.indexOf(a.place) - frontPlaces.indexOf(b.place));

/** The form of a setting: the stories that are set, then the others. */
export const orderOf = (set: readonly SetStory[], others: readonly string[]): Ordered[] => {
  const isSet = new Set(set.map(({ story }) => story));
  const rank = (story: string): number => (others.indexOf(story) + others.length + 1) % (others.length + 1);
  // What has a section and no place stands where it last moved.
  const all: Ordered[] = [
    ...set.map(({ story, place, section = "" }): Ordered => ({ story, place: place ?? "", section })),
    ...others.filter((story) => !isSet.has(story)).map((story) => ({ story, place: "" as const, section: "" })),
  ];
  return sorted([
    ...all.filter(({ place }) => place !== ""),
    ...all.filter(({ place }) => place === "").sort((a, b) => rank(a.story) - rank(b.story)),
  ]);
};

/** The setting that a form comes to: who has neither a place nor a section is not in it. */
export const settingOf = (stories: readonly Ordered[]): SetStory[] =>
  stories.flatMap(({ story, place, section }) =>
    place === "" && section === "" ? [] : [{ story, ...(place === "" ? {} : { place }), ...(section === "" ? {} : { section }) }],
  );

/** Reads a posted form. A story that was moved, `up slug` or `down slug`, changes places with the one beside it. */
export const readOrder = (form: FormData): Ordered[] => {
  const text = (name: string): string =>
    String(form.get(name) ?? "")
      .normalize("NFC")
      .trim();
  const slugs = [...new Set(form.getAll("story").map(String))];
  const stories = sorted(
    slugs.map((story) => ({
      story,
      place: frontPlaces.find((place) => place === text(`place.${story}`)) ?? "",
      section: text(`section.${story}`),
    })),
  );
  const [way, moved] = text("move").split(" ");
  const at = stories.findIndex(({ story }) => story === moved);
  const to = at + (way === "up" ? -1 : 1);
  const [one, other] = [stories[at], stories[to]];
  if (one && other && one.place === other.place) [stories[at], stories[to]] = [other, one];
  return stories;
};
