/** Keeps what is told of people over all stories up with the log, off the path of whoever writes. */
import { languages } from "../../events/tell/languages.ts";
import { amendmentsByEvent, placesOfLog, type Told, toldOf } from "../../projections/pages.ts";
import { addressIdsOf } from "../../projections/person-id.ts";
import { projections } from "../../projections/registry.ts";
import { entriesOf } from "../../projections/timeline.ts";
import { type Bindings, d1Of } from "../env.ts";
import { entryBefore } from "../read/amended-entry.ts";
import type { KeptPerson } from "../read/people.ts";
import { type LoadedStory, loadStory } from "../read/projections.ts";
import { DatabaseUnreachable, type MeteredDatabase } from "../store/d1.ts";
import {
  changedStoriesOf,
  movePeopleProgress,
  type PersonRow,
  peopleMadeOf,
  resetPeople,
  selectChangedStories,
  selectPeopleMadeOf,
  writePeople,
} from "../store/people.ts";
import { entryOfRow } from "../store/rows.ts";
import { selectPlacedEvents } from "../store/story-order.ts";

/** How far one request goes, or one cron. */
const bounds = { steps: 5, events: 400 };

/** Raise it with any change to what is kept of a party. */
const revision = 1;

/** Goes on from where it stands until it has the whole log, or has gone as far as one request may. A story that cannot be read keeps no other out. */
export const updatePeople = async (d1: MeteredDatabase, { steps, events: most } = bounds): Promise<void> => {
  for (let step = 0; step < steps; step += 1) {
    const { done, head, events } = changedStoriesOf(await d1.batch(...selectChangedStories(d1, most)));
    // What was kept is of another log, which was longer.
    if (done > head) await d1.batch(resetPeople(d1));
    const last = events.at(-1);
    if (!last) {
      if (done <= head) return;
      continue;
    }
    for (const story of new Set(events.map(({ story }) => story))) await keepStory(d1, story);
    await d1.batch(movePeopleProgress(d1, done, last.position));
    if (last.position >= head) return;
  }
};

/** Follows a write. */
export const keepPeople = (env: Bindings): Promise<void> => updatePeople(d1Of(env));

/** Begins anew: each story's parties are looked at again. */
export const resetPeopleIndex = async (d1: MeteredDatabase): Promise<void> => {
  await d1.batch(resetPeople(d1));
};

const keepStory = async (d1: MeteredDatabase, story: string): Promise<void> => {
  try {
    const wanted = { names: ["cast" as const], made: [], statements: [selectPeopleMadeOf(d1, story)] };
    const reading = await loadStory(d1, { story, language: "en" }, wanted, async (found) => {
      const before = peopleMadeOf(found.rows[0]);
      return { before, ...(await peopleOf(d1, story, found, before)) };
    });
    if (reading.kind !== "view") return;
    const { before, parties, changed } = reading.view;
    const gone = [...before.keys()].filter((party) => !parties.includes(party));
    if (changed.length + gone.length > 0) await d1.batch(...writePeople(d1, { story, version: reading.version }, changed, gone));
  } catch (error) {
    if (error instanceof DatabaseUnreachable) throw error;
    console.error(JSON.stringify({ peopleNotKept: story, error: String(error) }));
  }
};

/** The parties of a story, and those of which something else is to be told than what it was made of `before`. */
const peopleOf = async (
  d1: MeteredDatabase,
  slug: string,
  found: LoadedStory,
  before: ReadonlyMap<string, string>,
): Promise<{ parties: string[]; changed: PersonRow[] }> => {
  const { story, states } = found.folded;
  const casts = languages.map((language) => projections.cast.view(states.cast, story, language).parties);
  const [cast = []] = casts;
  /** Corrections, translations and remarks change how events read: after any of them all is told anew. */
  const edits = [
    story.amendments,
    Object.values(story.translations).flatMap((all) => Object.values(all)),
    Object.values(story.remarks).flat(),
  ];
  const edited = [revision, ...edits.map((all) => Math.max(all.length, ...all.map(({ version }) => version)))];
  const madeOf = cast.map((_, index) => JSON.stringify([edited, ...casts.map((one) => one[index])]));
  const due = cast.flatMap((member, index) => (before.get(member.party) === madeOf[index] ? [] : index));
  const versions = new Set(due.flatMap((index) => cast[index]?.latest.map(({ version }) => version) ?? []));
  const told = await toldEvents(d1, slug, found, [...versions]);
  const changed = due.map((index): PersonRow => {
    const { party = "", sameAs = [], latest = [] } = cast[index] ?? {};
    const events = latest.flatMap(({ version }) => told.get(version) ?? []);
    const kept = languages.map((language, at) => {
      const deeds = entriesOf(events, story, language).map(({ version, occurredAt, precision, headlineRuns }) => ({
        version,
        occurredAt,
        precision,
        headlineRuns,
      }));
      return [language, { member: casts[at]?.[index], deeds }];
    });
    // A member for each language, as the registry names them.
    const person = Object.fromEntries(kept) as KeptPerson;
    return { party, told: JSON.stringify(person), madeOf: madeOf[index] ?? "", ids: addressIdsOf(sameAs) };
  });
  return { parties: cast.map(({ party }) => party), changed };
};

/** Events of a story by their versions, each where it stands and with what became of it. One round trip. */
const toldEvents = async (
  d1: MeteredDatabase,
  slug: string,
  { folded: { story }, log, isIndexed }: LoadedStory,
  versions: readonly number[],
): Promise<Map<number, Told>> => {
  if (versions.length === 0) return new Map();
  const [rows = []] = await d1.batch(selectPlacedEvents(d1, slug, versions));
  const amendments = amendmentsByEvent(story);
  const placeOf = isIndexed ? undefined : placesOfLog(await log());
  return new Map(
    rows.flatMap((row) => {
      const version = Number(row.version);
      const first = amendments.get(version)?.[0];
      const entry = first ? entryBefore(slug, version, first) : entryOfRow(row);
      const place = first?.place ?? (placeOf ? placeOf(version) : String(row.place));
      return place === undefined ? [] : [[version, toldOf(entry, place, amendments)] as const];
    }),
  );
};
