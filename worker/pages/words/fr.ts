/** The pages' words in French that numbers, dates and names are said with. A no-break space stands before : ; ? and inside « ». */
import { front } from "./fr/front.ts";
import { notFound } from "./fr/not-found.ts";
import { offers } from "./fr/offers.ts";
import { parts } from "./fr/parts.ts";
import { plot } from "./fr/plot.ts";
import { names } from "./fr/say.ts";
import { story } from "./fr/story.ts";
import { timeline } from "./fr/timeline.ts";
import type { Phrases } from "./shape.ts";

/** The phrases, in French. */
export const fr: Phrases = {
  locale: "fr-FR",
  names,
  ...front,
  ...story,
  event: (version) => `Événement ${version}`,
  ...offers,
  ...parts,
  ...plot,
  ...timeline,
  ...notFound,

  picture: { others: (n) => `et ${n} autres offres` },
};
