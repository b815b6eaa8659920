/** The front page's order as a form holds it: each story once, where it stands, and its section. */
import type { SetStory } from "../../store/front-page.ts";
import { partOf, rowsOf, type TypedForm, typedValue } from "../form/typed-form.ts";

/** Where an editor can put a story; `latest`: nowhere in particular. */
export const frontPlaces = ["lead", "pinned", "latest", "hidden"];

/** A story on the form: `place` is one of `frontPlaces`. */
export type Ordered = { story: string; place: string; section: string };

const sorted = (stories: Ordered[]): Ordered[] =>
  stories.sort((a, b) => frontPlaces.indexOf(a.place) - frontPlaces.indexOf(b.place));

/** The order that is set, with the other stories, which stand by what happened last. */
export const orderOf = (set: readonly SetStory[], latest: readonly string[] = []): Ordered[] => {
  const placed = set.filter(({ place }) => place);
  return sorted(
    [...new Set([...placed.map(({ story }) => story), ...latest, ...set.map(({ story }) => story)])].map((story) => {
      const { place = "latest", section = "" } = set.find((one) => one.story === story) ?? {};
      return { story, place, section };
    }),
  );
};

/** An order as it is set, story by story; what is in it for its place alone says neither place nor section. */
export const settingOf = (stories: readonly Ordered[]) =>
  stories.map(({ story, place, section }) => ({
    story,
    place: place === "latest" ? undefined : place,
    section: section || undefined,
  }));

/** Reads a posted form: `stories.0.place`. A story that was moved, `up slug` or `down slug`, changes places with the one beside it. */
export const readOrder = (form: TypedForm): Ordered[] => {
  const stories = sorted(
    rowsOf(form, "stories").map((row) => {
      const part = partOf(form, `stories.${row}`);
      return { story: typedValue(part, "story"), place: typedValue(part, "place"), section: typedValue(part, "section") };
    }),
  );
  const [way, moved] = typedValue(form, "move").split(" ");
  const at = stories.findIndex(({ story }) => story === moved);
  const to = at + (way === "up" ? -1 : 1);
  const [one, other] = [stories[at], stories[to]];
  if (one && other?.place === one.place) [stories[at], stories[to]] = [other, one];
  return stories;
};
