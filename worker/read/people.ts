/** What is told of people over all stories. */
import { hashOfText } from "../../events/bytes.ts";
import type { Language } from "../../events/tell/languages.ts";
import { plain, type Runs } from "../../events/tell/runs.ts";
import type { Precision } from "../../events/values.ts";
import { ownIdOf, ownOf, sortedIds } from "../../projections/person-id.ts";
import type { ViewOf } from "../../projections/registry.ts";
import type { Stage } from "../../projections/sentence/situation.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { personRowsOf, selectPerson } from "../store/people.ts";

/** A party as the cast of its story has it. */
type Member = ViewOf<"cast">["parties"][number];

/** An event of a story that names a party, as it reads in a language. */
type Deed = { version: number; occurredAt: string; precision: Precision; headlineRuns: Runs };

/** What is kept of a party of a story, in each language. */
export type KeptPerson = Record<Language, { member: Member; deeds: Deed[] }>;

/** What somebody did in a story: who they are there, and the newest events that name them. */
export type PersonInStory = {
  story: string;
  title: string;
  language: string;
  stage: Stage;
  lastActivity: string;
  member: Member;
  entries: (Deed & { headline: string })[];
};

/** A person or an organization over all stories, the story that was last active first. `id` stands for all that it is known by. */
export type Person = { id: string; stories: [PersonInStory, ...PersonInStory[]] };

const revision = 1;

/** Reads a person in one round trip: a row or two a story. Undefined where nobody goes by that id. */
export const readPerson = async (
  d1: MeteredDatabase,
  id: string,
  language: Language,
): Promise<{ etag: string; person: Person } | undefined> => {
  const [rows = []] = await d1.batch(selectPerson(d1, id, ownOf(id)));
  const found = personRowsOf(rows);
  const [first, ...others] = found.flatMap(({ told, story: { slug, activeAt, listing } }) => {
    if (!listing) return [];
    // It was written by `keepPeople`, and by nobody else.
    const { member, deeds } = (JSON.parse(told) as KeptPerson)[language];
    const { headlines, title, language: own, stage } = listing;
    const entries = deeds.map((deed) => ({ ...deed, headline: plain(deed.headlineRuns) }));
    const { title: translated = title, language: said = own } = headlines[language];
    return { story: slug, title: translated, language: said, stage, lastActivity: activeAt, member, entries };
  });
  if (!first) return undefined;
  const [own = id] = sortedIds(found.flatMap(({ ids, party, story }) => [...ids, ownIdOf(story.slug, party)]));
  const person: Person = { id: own, stories: [first, ...others] };
  const digest = await hashOfText(JSON.stringify(person));
  return { etag: `"person.${revision}.${language}.${digest.slice(0, 16)}"`, person };
};
