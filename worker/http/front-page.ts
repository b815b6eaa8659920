/** The front page's setting as it is asked for and answered. */

import type { Context } from "hono";
import * as z from "zod/mini";
import { describes } from "../../events/describes.ts";
import type { Fault } from "../../events/parse.ts";
import { atMost, instant } from "../../events/values.ts";
import type { App } from "../env.ts";
import { type FrontPageSetting, type SetStory, setStory } from "../store/front-page.ts";
import { answerJson } from "./answer.ts";
import { versionEtag } from "./preconditions.ts";

/** So many stories can be set, and so many of them pinned. */
const most = { set: 500, pinned: 12 };

/** What an editor sends. */
export const frontPageBody = z
  .strictObject({
    stories: atMost(most.set, setStory.check(z.meta({ id: "SetStory" })), "stories").check(
      z.meta({
        description:
          describes &&
          `In the order in which they stand: one may lead, ${most.pinned} may be pinned. A section is what readers can pick stories by.`,
      }),
    ),
  })
  .check(z.meta({ id: "FrontPageOrder" }));

/** What is answered. */
export const frontPageShape =
  describes &&
  z
    .strictObject({
      version: z.int(),
      stories: z.array(setStory),
      setAt: z.optional(instant),
      setBy: z.optional(z.string()),
    })
    .check(z.meta({ id: "FrontPage" }));

/** What is wrong with stories that are each well-formed: `known` are those that there are. */
export const frontPageFaults = (stories: readonly SetStory[], known: ReadonlySet<string>): Fault[] => {
  const seen = new Set<string>();
  const counts = { lead: 0, pinned: 0, hidden: 0 };
  return stories.flatMap(({ story, place }, index) => {
    const at = (name: keyof SetStory, detail: string) => ({ pointer: `/stories/${index}/${name}`, detail });
    const isTwice = seen.size === seen.add(story).size;
    const count = place === undefined ? 0 : ++counts[place];
    return [
      ...(known.has(story) ? [] : [at("story", "must be a story that there is")]),
      ...(isTwice ? [at("story", "must stand in the list once")] : []),
      ...(place === "lead" && count > 1 ? [at("place", "must be another: one story leads, and one alone")] : []),
      ...(place === "pinned" && count > most.pinned
        ? [at("place", `must be another: at most ${most.pinned} stories are pinned`)]
        : []),
    ];
  });
};

/** Answers with the setting. Its revision is its version, and its ETag. */
export const answerFrontPage = (c: Context<App>, { revision, ...setting }: FrontPageSetting): Response =>
  answerJson(c, { version: revision, ...setting }, { ETag: versionEtag(revision), "Cache-Control": "no-store" });
