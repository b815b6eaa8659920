/** How an event's entry bears itself on the page: how loudly, under which label, and what it says beneath its headline. */
import type { EventType } from "../../../events/registry.ts";
import type { Entry } from "../../../projections/timeline.ts";
import type { Words } from "../words/shape.ts";

type Kind = "plain" | "minor" | "background" | "insult";
type Label = keyof Words["timeline"]["labels"];
/** An editor's text, and the word that introduces it. */
type Text = { label?: "reason" | "terms"; text: string };
/** `headline`: the editor's own, in the story's language; where there is none, the entry's is Riposte's. */
type Presentation = { kind: Kind; label?: Label; headline?: string; texts: Text[] };

/** `own`: the field of the data that is the entry's headline, where an editor has written it whole. */
type Manner = { kind: Kind; label?: Label; own?: "headline" | "text" };

const plain: Manner = { kind: "plain" };
/** Most events are told alike. These are not. */
const manners: { [Type in EventType]?: Manner } = {
  StoryOpened: { kind: "minor" },
  PartyIntroduced: { kind: "minor" },
  DevelopmentReported: { kind: "plain", own: "headline" },
  BackgroundNoted: { kind: "background", label: "background", own: "headline" },
  QuestionRaised: { kind: "plain", label: "question", own: "text" },
  QuestionAnswered: { kind: "plain", label: "answer", own: "text" },
  InsultPosted: { kind: "insult" },
};

const introductions = { summary: undefined, text: undefined, outcome: undefined, reason: "reason", terms: "terms" } as const;

/** What an entry says, and how. */
export const presentationOf = ({ type, headline: told, data }: Pick<Entry, "type" | "headline" | "data">): Presentation => {
  // An entry's type is one of the registry's.
  const { own, ...manner } = manners[type as EventType] ?? plain;
  const written = own && data[own];
  const headline = typeof written === "string" ? { headline: written } : {};
  const texts = Object.entries(introductions).flatMap(([key, label]) => {
    const text = data[key];
    if (typeof text !== "string" || key === own || told.includes(text)) return [];
    return label === undefined ? { text } : { label, text };
  });
  return { ...manner, ...headline, texts };
};
