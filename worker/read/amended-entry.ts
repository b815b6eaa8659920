/** An entry that was amended, by what the story keeps of it. */
import { definitionOf, type LogEntry, type StoryEvent } from "../../events/registry.ts";
import type { Amendment } from "../../events/story.ts";
import { schema } from "../../events/upcast.ts";

/** An event as it was before its amendments, or what is left of it: the first of them tells. */
export const entryBefore = (story: string, version: number, first: Amendment): LogEntry => {
  const { type, before, eventRecordedAt: recordedAt, eventRecordedBy: recordedBy } = first;
  const envelope = { story, version, type: definitionOf(type).type, schema, recordedAt, recordedBy };
  // It was an event of that type when it was amended, and amendments tell of today's shapes.
  return "data" in before ? ({ ...envelope, ...before } as StoryEvent) : { ...envelope, ...before, takenDown: true };
};
