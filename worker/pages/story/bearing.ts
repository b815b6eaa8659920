/** How an event's entry bears itself on the page: how loudly, and what it says beneath its headline. */
import type { EventType } from "../../../events/registry.ts";
import type { Entry } from "../../../projections/timeline.ts";

type Kind = "plain" | "minor" | "background" | "insult";
/** An editor's text and the word that introduces it, a key of the pages' words. */
type Text = { label?: "reason" | "terms"; text: string };
/** `headline`: the editor's own, in the story's language; where there is none, the entry's is Riposte's. */
type Bearing = { kind: Kind; headline?: string; texts: Text[] };

type Own = { kind: Kind; ownHeadline?: true };
/** Most events are told alike. These are not. */
const own: { [Type in EventType]?: Own } = {
  StoryOpened: { kind: "minor" },
  PartyIntroduced: { kind: "minor" },
  DevelopmentReported: { kind: "plain", ownHeadline: true },
  BackgroundNoted: { kind: "background", ownHeadline: true },
  InsultPosted: { kind: "insult" },
};

const labels = { summary: undefined, text: undefined, outcome: undefined, reason: "reason", terms: "terms" } as const;

/** What an entry says, and how. */
export const bearingOf = ({ type, headline, data }: Pick<Entry, "type" | "headline" | "data">): Bearing => {
  // An entry's type is one of the registry's.
  const { kind, ownHeadline } = own[type as EventType] ?? { kind: "plain" };
  const texts = Object.entries(labels).flatMap(([key, label]) => {
    const text = data[key];
    if (typeof text !== "string" || headline.includes(text)) return [];
    return label === undefined ? { text } : { label, text };
  });
  return ownHeadline && typeof data.headline === "string" ? { kind, headline: data.headline, texts } : { kind, texts };
};
