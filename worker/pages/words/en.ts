/** The pages' words in English that numbers, dates and names are said with: a number decides between one and several, a name in a row. */
import type { Runs } from "../../../events/tell/runs.ts";
import { front } from "./en/front.ts";
import { notFound } from "./en/not-found.ts";
import { offers } from "./en/offers.ts";
import { parts } from "./en/parts.ts";
import { plot } from "./en/plot.ts";
import { names, type Whos } from "./en/say.ts";
import { story } from "./en/story.ts";
import { timeline } from "./en/timeline.ts";

/** The phrases, in English; these say which phrases a language has to have. */
export const en = {
  locale: "en-GB",
  names: (whos: Whos): Runs => names(whos),
  ...front,
  ...story,
  event: (version: number) => `Event ${version}`,
  ...offers,
  ...parts,
  ...plot,
  ...timeline,
  ...notFound,

  picture: { others: (n: number) => `and ${n} more offers` },
};
