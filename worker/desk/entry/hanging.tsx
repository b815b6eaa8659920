/** What hangs on an entry: what the rules would have against its going, and the entries that refer to it. */
import { type Entry, entriesOf } from "../../../projections/timeline.ts";
import { readEventsAtDesk, readReferring } from "../../read/events-at-desk.ts";
import { DeskEntry } from "../story/desk-entry.tsx";
import { previewPosting } from "../story/posting.ts";
import { fillIn } from "../words/fill-in.ts";
import { deskEntryPath, type EntryVisit } from "./entry-visit.tsx";

type OnIt = { refusals: string[]; referring: Entry[]; more: number };

/** So many of the entries that refer to it are shown. */
const most = 20;

/** Finds it by a dry run of what is to be posted, whatever its reason, and by the log. */
export const hangingOn = async ({ c, desk, story, told }: EntryVisit, events: readonly unknown[]): Promise<OnIt> => {
  // What is posted was made here, for this entry.
  const tried = (events as { data: object }[]).map((event) => ({ ...event, data: { ...event.data, reason: "." } }));
  const [result, versions] = await Promise.all([
    previewPosting(c, { story: story.slug, events: tried }),
    readReferring(c.var.d1, story, told.event),
  ]);
  const shown = await readEventsAtDesk(c.var.d1, story, versions.slice(0, most));
  return {
    refusals: result.kind === "refused" ? result.refusals.map(({ detail }) => detail) : [],
    referring: entriesOf(shown, story.story, desk.language),
    more: versions.length - shown.length,
  };
};

/** Shows it. */
export const Hanging = ({ visit: { desk, story }, hanging }: { visit: EntryVisit; hanging: OnIt }) => {
  const { entry: words } = desk.words;
  const { refusals, referring, more } = hanging;
  return (
    <>
      {refusals.length > 0 ? (
        <section class="desk-warnings" aria-labelledby="against">
          <h2 id="against">{words.against}</h2>
          <p lang="en">{refusals.join(" ")}</p>
        </section>
      ) : null}
      <section aria-labelledby="hanging">
        <h2 id="hanging">{words.hanging}</h2>
        {referring.length === 0 ? <p>{words.nothingHangs}</p> : null}
        <ol class="plain desk-entries">
          {referring.map((one) => (
            <li id={`v${one.version}`}>
              <DeskEntry entry={one} zone={story.setting.zone} language={desk.language}>
                <a class="aside" href={`${deskEntryPath(story.slug, one.version)}/retract`}>
                  {fillIn(words.retract, { version: one.version })}
                </a>
              </DeskEntry>
            </li>
          ))}
        </ol>
        {more > 0 ? <p>{fillIn(words.andMore, { more })}</p> : null}
      </section>
    </>
  );
};
