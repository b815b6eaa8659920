/** What a log comes to, for whoever compares it with what its server shows. */
import type { LogEntry } from "../../events/registry.ts";
import { canonical } from "../../events/seal.ts";
import type { Language } from "../../events/tell/languages.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { projectionNames, projections } from "../../projections/registry.ts";

/** What a server should show of a story at the end of a log: its title, its headline, and each projection as canonical JSON, by name. */
export type Shown = { title: string; headline: string; views: Record<string, string> };

/** Folds a log, and tells it in a language. */
export const shownOf = (log: readonly LogEntry[], language: Language): Shown => {
  const { story, states } = foldFromZero(log);
  const views = projectionNames.map((name) => [name, projections[name].view(states[name], story, language)] as const);
  const { headline } = projections.status.view(states.status, story, language) as { headline: string };
  return {
    title: story.title,
    headline,
    // A member without a value is none in JSON.
    views: Object.fromEntries(views.map(([name, view]) => [name, canonical(JSON.parse(JSON.stringify(view)))])),
  };
};

/** A projection as a server answers it, as `shownOf` writes it: without the story and the version, which stand around every one. */
export const answeredView = ({ story: _story, version: _version, ...view }: Record<string, unknown>): string => canonical(view);
