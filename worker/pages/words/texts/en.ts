/** The texts of the pages, in English: plain JSON. */
import type { Stage } from "../../../../projections/sentence/situation.ts";
import type { Outcome } from "../../outcome.ts";
import { docs } from "./en/docs.ts";
import { front } from "./en/front.ts";
import { news } from "./en/news.ts";
import { notFound } from "./en/not-found.ts";
import { offers } from "./en/offers.ts";
import { parts } from "./en/parts.ts";
import { phone } from "./en/phone.ts";
import { plot } from "./en/plot.ts";
import { explanations } from "./en/problems.ts";
import { story } from "./en/story.ts";
import { timeline } from "./en/timeline.ts";
import { verify } from "./en/verify.ts";

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

/** The texts, in English; these say which texts a language has to have. */
export const en = {
  tagline: "Who offered what, who turned it down, who countered, who insulted whom.",
  skip: "Skip to the content",
  languages: "Language",
  menu: "Riposte",
  nav: { stories: "Stories", docs: "API" },
  footer: "Every fact here is an event in a log that only grows. What was wrong is struck through, never silently gone.",
  asData: "This page as data",
  colon: ": ",
  stages,
  statuses,
  picture: { credit: "Picture" },
  explanations,
  ...docs,
  ...verify,
  ...front,
  ...news,
  ...notFound,
  ...offers,
  ...parts,
  ...phone,
  ...plot,
  ...story,
  ...timeline,
};
