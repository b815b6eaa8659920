/** A story as the pages of the desk know it: what was read of it, and what its forms are read by. */
import type { Context } from "hono";
import { get } from "../../../events/story.ts";
import type { Source } from "../../../events/values.ts";
import type { App } from "../../env.ts";
import { hubOf } from "../../live/hub-address.ts";
import type { Present } from "../../live/presence.ts";
import { readStoryAtDesk, type StoryAtDesk } from "../../read/story-at-desk.ts";
import type { DeskSession } from "../desk-page.ts";
import { offersByMove } from "../form/admissible.ts";
import { type Choices, choicesIn } from "../form/choices.ts";
import type { FormSetting, TypedForm } from "../form/typed-form.ts";
import { typedValue } from "../form/typed-form.ts";

/** The story, who else works at it, what may be chosen in it, and by what its forms are read. */
export type DeskStory = StoryAtDesk & {
  here: readonly Present[];
  choices: Choices;
  setting: FormSetting;
};

/** Reads it for a visit; undefined where there is no such story. */
export const deskStoryOf = async (
  c: Context<App>,
  { language, person }: Pick<DeskSession, "language" | "person">,
): Promise<DeskStory | undefined> => {
  const read = await readStoryAtDesk(c.var.d1, c.req.param("story") ?? "", language);
  if (!read) return undefined;
  const here = await whoElse(c, read.slug, person.name);
  const { story } = read;
  const now = Date.now();
  const setting: FormSetting = {
    now,
    language,
    zone: story.timeZone ?? "UTC",
    currency: offersByMove(story)
      .map(([, { price }]) => price?.currency)
      .find((currency) => currency !== undefined),
    isTaken: (kind, slug) => kind !== "version" && get(story.introduced[kind], slug) !== undefined,
    lastSource: lastSourceOf(read),
  };
  return { ...read, here, setting, choices: choicesIn(read, language, new Date(now).toISOString()) };
};

/** Who else works at the story. Where its hub does not say so at once, nobody waits for that. */
const whoElse = async (c: Context<App>, slug: string, name: string): Promise<readonly Present[]> => {
  const version = c.req.param("version");
  const asked = hubOf(c.env, slug)?.see({ name, at: version === undefined ? null : `entry ${version}` });
  const nobody = scheduler.wait(1_000).then((): Present[] => []);
  return asked ? Promise.race([asked.catch((): Present[] => []), nobody]) : [];
};

/** The first source of the entry that was recorded last, of those that have one. */
const lastSourceOf = ({ timeline }: StoryAtDesk): Source | undefined =>
  timeline.entries.filter(({ sources }) => sources.length > 0).sort((a, b) => b.version - a.version)[0]?.sources[0];

/** By what the form of an event is read: money is in the currency of the offer that it names, else in the story's. */
export const settingFor = ({ setting, story }: DeskStory, form: TypedForm): FormSetting => {
  const named = typedValue(form, "data.offer") || typedValue(form, "data.inReplyTo");
  return { ...setting, currency: get(story.offers, named)?.price?.currency ?? setting.currency };
};
