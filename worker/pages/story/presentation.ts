/** How an event's entry bears itself on the page: how loudly, under which label, and what it says beneath its headline. */
import type { EventType } from "../../../events/registry.ts";
import type { Entry } from "../../../projections/timeline.ts";
import { tellsWhole } from "../../http/html/runs.tsx";
import type { Words } from "../words/shape.ts";

type Kind = "plain" | "minor" | "background" | "insult";
type Label = keyof Words["timeline"]["labels"];
/** An editor's text, and the word that introduces it. */
type Text = { label?: "reason" | "terms" | "conditions"; text: string };
/** `quotes`: whether the quotation has to be told beneath the headline, which else has told it whole. */
type Presentation = { kind: Kind; label?: Label; texts: Text[]; quotes: boolean };

type Manner = { kind: Kind; label?: Label };

const plain: Manner = { kind: "plain" };
/** Most events are told alike. These are not. */
const manners: { [Type in EventType]?: Manner } = {
  StoryOpened: { kind: "minor" },
  PartyIntroduced: { kind: "minor" },
  PartyChanged: { kind: "minor" },
  BackgroundNoted: { kind: "background", label: "background" },
  DateAnnounced: { kind: "plain", label: "announced" },
  QuestionRaised: { kind: "plain", label: "question" },
  QuestionAnswered: { kind: "plain", label: "answer" },
  InsultPosted: { kind: "insult" },
};

const introductions = {
  headline: undefined,
  what: undefined,
  summary: undefined,
  text: undefined,
  outcome: undefined,
  reason: "reason",
  terms: "terms",
  conditions: "conditions",
} as const;

/** What an entry says, and how. What its headline tells whole is not told again. */
export const presentationOf = ({
  type,
  headlineRuns: told,
  data,
  quote,
}: Pick<Entry, "type" | "headlineRuns" | "data" | "quote">): Presentation => {
  // An entry's type is one of the registry's.
  const manner = manners[type as EventType] ?? plain;
  const texts = Object.entries(introductions).flatMap(([key, label]) => {
    const text = data[key];
    if (typeof text !== "string" || tellsWhole(told, text)) return [];
    return label === undefined ? { text } : { label, text };
  });
  return { ...manner, texts, quotes: quote !== undefined && !tellsWhole(told, quote.text) };
};
