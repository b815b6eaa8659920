/** What readers would see, were some events recorded: where the story would stand, and the entries that would be new or changed. */
import { targetOf } from "../../events/amend.ts";
import type { LogEntry, StoryEvent } from "../../events/registry.ts";
import { type Language, languages } from "../../events/tell/languages.ts";
import type { Folded, PlaceOf } from "../../projections/fold.ts";
import { amendmentsByEvent, isListed, toldOf } from "../../projections/pages.ts";
import { projections } from "../../projections/registry.ts";
import { entriesOf } from "../../projections/timeline.ts";

/** Events that would be recorded, the fold of the log with them, and the log before them, where it was read. */
type Rehearsed = { events: readonly StoryEvent[]; folded: Folded; placeOf: PlaceOf; log?: readonly LogEntry[] | undefined };

/** The status and the new or changed entries, in each language, as they would be. */
export const rehearse = ({ events, folded, placeOf, log = [] }: Rehearsed) => {
  const { story, states } = folded;
  const amendments = amendmentsByEvent(story);
  const versions = [...new Set(events.map((event) => targetOf(event) ?? event.version))];
  const told = versions.flatMap((version) => {
    const event = log[version - 1] ?? events.find((one) => one.version === version);
    const place = placeOf(version);
    return event && place !== undefined && isListed(event.type, "people") ? toldOf(event, place, amendments) : [];
  });
  const inLanguage = (language: Language) => ({
    status: projections.status.view(states.status, story, language),
    entries: entriesOf(told, story, language),
  });
  // A member for each language, as the registry names them.
  return Object.fromEntries(languages.map((language) => [language, inLanguage(language)])) as Record<
    Language,
    ReturnType<typeof inLanguage>
  >;
};
