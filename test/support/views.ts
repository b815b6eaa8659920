/** All that a log says to its readers, as bytes. */
import type { LogEntry, StoryEvent } from "../../events/registry.ts";
import { type Language, languages } from "../../events/tell/languages.ts";
import { type Folded, foldFromZero } from "../../projections/fold.ts";
import { pageOfLog } from "../../projections/pages.ts";
import { type ProjectionName, projectionNames, projections } from "../../projections/registry.ts";
import { entriesOf } from "../../projections/timeline.ts";

type Views = Record<string, unknown>;

const viewOf = ({ states, story }: Folded, name: ProjectionName, language: Language): unknown => {
  const { view } = projections[name];
  return view(states[name], story, language);
};

/** What a fold shows of every projection, in both languages. */
export const viewsOf = (folded: Folded): Views =>
  Object.fromEntries(
    languages.flatMap((language) => projectionNames.map((name) => [`${name}.${language}`, viewOf(folded, name, language)])),
  );

/** The same, and every entry of the timeline. */
export const readingOf = (log: readonly LogEntry[], folded: Folded = foldFromZero(log)): Views => ({
  ...viewsOf(folded),
  ...Object.fromEntries(
    languages.map((language) => [
      `timeline.${language}`,
      entriesOf(pageOfLog(log, { order: "asc" }, folded.story), folded.story, language),
    ]),
  ),
});

/** The bytes of what a fold shows. */
export const bytesOf = (views: Views): string => JSON.stringify(views);

/** A value that nobody can change. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
};

/** The log as it comes back from where it is stored. */
export const stored = (log: readonly StoryEvent[], write: (event: StoryEvent) => string = JSON.stringify): StoryEvent[] =>
  log.map((event) => JSON.parse(write(event)));
