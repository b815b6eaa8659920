/** Reads events of a story as the desk works at them: what they said when they were recorded, what became of them, and what refers to them. */
import { targetOf } from "../../events/amend.ts";
import { eachIntroduced, referencesOf } from "../../events/references.ts";
import { isTakenDown, type LogEntry } from "../../events/registry.ts";
import { amendmentsByEvent, peoplePlaces, type Told, toldOf } from "../../projections/pages.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { readLog } from "../store/log.ts";
import { entryOfRow } from "../store/rows.ts";
import { selectPlacedEvents } from "../store/story-order.ts";
import type { StoryAtDesk } from "./story-at-desk.ts";

type Known = Pick<StoryAtDesk, "slug" | "story">;

/** The events of some versions, in log order: one round trip. Those that are not there are left out. */
export const readEventsAtDesk = async (
  d1: MeteredDatabase,
  { slug, story }: Known,
  versions: readonly number[],
): Promise<Told[]> => {
  const [rows = []] = await d1.batch(selectPlacedEvents(d1, slug, versions));
  const amendments = amendmentsByEvent(story);
  const people = new Map(peoplePlaces(story, { order: "asc" }).map(({ version, place }) => [version, place]));
  return rows
    .map((row) => {
      const entry = entryOfRow(row);
      const place = amendments.get(entry.version)?.[0]?.place ?? people.get(entry.version) ?? row.place ?? "";
      return toldOf(entry, String(place), amendments);
    })
    .sort((a, b) => a.event.version - b.event.version);
};

/** The versions of the events that stand and refer to an event, or to a party, an offer or a question that it introduces. It reads the log. */
export const readReferring = async (d1: MeteredDatabase, { slug, story }: Known, event: LogEntry): Promise<number[]> => {
  const named = new Set([`version ${event.version}`]);
  if (!isTakenDown(event)) eachIntroduced(event, (kind, name) => named.add(`${kind} ${name}`));
  const stands = (version: number): boolean => story.amendments.findLast((one) => one.event === version)?.kind !== "retracted";
  const log = await readLog(d1, slug, { after: event.version });
  return log.flatMap((entry) =>
    !isTakenDown(entry) &&
    targetOf(entry) === undefined &&
    stands(entry.version) &&
    referencesOf(entry.type, entry.data).some(({ kind, name, introduces }) => !introduces && named.has(`${kind} ${name}`))
      ? [entry.version]
      : [],
  );
};
