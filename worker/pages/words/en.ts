/** The pages' words in English. */
import type { Runs } from "../../../events/tell/runs.ts";
import type { Stage } from "../../../projections/sentence/situation.ts";
import type { Outcome } from "../outcome.ts";
import { front } from "./en/front.ts";
import { news } from "./en/news.ts";
import { notFound } from "./en/not-found.ts";
import { offers } from "./en/offers.ts";
import { parts } from "./en/parts.ts";
import { phone } from "./en/phone.ts";
import { plot } from "./en/plot.ts";
import { names, type Whos } from "./en/say.ts";
import { story } from "./en/story.ts";
import { timeline } from "./en/timeline.ts";

const stages: Record<Stage, string> = {
  opened: "Open",
  offered: "Offer on the table",
  countered: "Countered",
  rejected: "Turned down",
  agreed: "Agreed",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
  closed: "Deal done",
  terminated: "Deal off",
  quarrel: "War of words",
  concluded: "Over",
};

const statuses: Record<Outcome, string> = {
  open: "Open",
  rejected: "Rejected",
  accepted: "Accepted",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
  superseded: "Superseded",
  closed: "Closed",
  terminated: "Terminated",
};

/** The words, in English; these say which words a language has to have. */
export const en = {
  locale: "en-GB",
  tagline: "Who offered what, who turned it down, who countered, who insulted whom.",
  skip: "Skip to the content",
  languages: "Language",
  menu: "Riposte",
  nav: { stories: "Stories", docs: "API" },
  footer: "Every fact here is an event in a log that only grows. What was wrong is struck through, never silently gone.",
  asData: "This page as data",
  colon: ": ",
  names: (whos: Whos): Runs => names(whos),
  stages,
  statuses,
  ...front,
  ...story,
  event: (version: number) => `Event ${version}`,
  ...offers,
  ...parts,
  ...plot,
  ...timeline,
  ...notFound,

  picture: { others: (n: number) => `and ${n} more offers`, credit: "Picture" },
  ...news,
  ...phone,
};
