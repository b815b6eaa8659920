/** A story that is still to be opened, as the forms that open it are read and shown: it has nothing but what they say. */
import { unopened } from "../../../events/story.ts";
import type { Language } from "../../../events/tell/languages.ts";
import { storySlug, timeZone } from "../../../events/values.ts";
import { projections } from "../../../projections/registry.ts";
import { choicesIn } from "../form/choices.ts";
import { type TypedForm, typedValue } from "../form/typed-form.ts";
import { deskStoryPath } from "../story-path.ts";
import type { DeskStory } from "./desk-story.ts";

/** The story that a posting opens at an address; undefined where it opens none there. */
export const storyToOpen = (slug: string, form: TypedForm, language: Language): DeskStory | undefined => {
  if (typedValue(form, "0.type") !== "StoryOpened" || !storySlug.safeParse(slug).success) return undefined;
  const zone = typedValue(form, "0.data.timeZone");
  const story = { ...unopened(), title: typedValue(form, "0.data.title") || slug };
  const { status, questions } = projections;
  const read = {
    slug,
    version: 0,
    story,
    status: status.view(status.initial(), story, language),
    questions: questions.view(questions.initial(), story, language),
    timeline: { order: "desc" as const, entries: [], places: [], next: null },
  };
  const now = Date.now();
  return {
    ...read,
    setting: { now, language, zone: timeZone.safeParse(zone).success ? zone : "UTC", isTaken: () => false },
    choices: { ...choicesIn(read, language, new Date(now).toISOString()), parties: partiesIn(form) },
  };
};

/** The parties that the forms introduce: one may belong to another. */
const partiesIn = (form: TypedForm) =>
  [...form.keys()].flatMap((name) => {
    const [, index] = /^(\d+)\.data\.party$/.exec(name) ?? [];
    const value = typedValue(form, name);
    return index === undefined || value === "" ? [] : [{ value, label: typedValue(form, `${index}.data.name`) || value }];
  });

/** Where one is led from a story's form that one gives up: to the story, or, where it is not opened yet, to all of them. */
export const deskHomeOf = ({ slug, version }: Pick<DeskStory, "slug" | "version">): string =>
  version === 0 ? "/desk" : deskStoryPath(slug);
