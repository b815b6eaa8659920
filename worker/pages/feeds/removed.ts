/** The entries of a story that do not stand any more: what Atom tells of each, beside its tombstone. */
import type { EventType } from "../../../events/registry.ts";
import type { Amendment, Story } from "../../../events/story.ts";
import { plain } from "../../../events/tell/runs.ts";
import { storyIn } from "../../../events/tell/story-in.ts";
import { headlineAt } from "../../../projections/shapes.ts";
import { withoutQuotations } from "../../http/html/runs.tsx";
import type { Reader } from "../reader.ts";
import { type End, goneBy } from "./amendment-lines.ts";
import { addressOf } from "./feed-item.ts";

/** What was removed, by its own name for good and by that of the event that removed it; `title` says both that, and what it was. */
export type Removed = End & { ref: string; id: string; url: string; title: string };

/** The newest `most` of them, the newest first, each once. */
export const removedItemsOf = (reader: Reader, slug: string, story: Story, most: number): Removed[] => {
  const last = new Map(story.amendments.filter(({ kind }) => kind !== "corrected").map((one) => [one.event, one]));
  return [...last.values()]
    .filter(({ kind }) => kind !== "reinstated")
    .sort((a, b) => b.version - a.version)
    .slice(0, most)
    .map((amendment) => {
      const { words } = reader;
      const kind = amendment.kind === "retracted" ? "retracted" : "takenDown";
      const reason = amendment.reason ?? null;
      return {
        ref: addressOf(reader, slug, amendment.event).id,
        ...addressOf(reader, slug, amendment.version),
        title: `${words.timeline[kind]}${words.colon}${whatWas(reader, story, amendment)}`,
        ...goneBy({ reader, language: story.language }, kind, { ...amendment, reason }),
      };
    });
};

/** What it said, without its quotation; of what was taken down, nothing is left but its number. */
const whatWas = ({ language, words }: Reader, story: Story, { event, type, kind, place, before }: Amendment): string => {
  if (kind !== "retracted" || place === undefined || !("data" in before)) return words.event(event);
  const { data, certainty } = before;
  // An event's type is one of the registry's.
  const { headlineRuns } = headlineAt(
    storyIn(story, language),
    language,
    { version: event, type: type as EventType, data, certainty },
    place,
    "said",
  );
  return plain(withoutQuotations(headlineRuns));
};
