/** What was added and what was changed after a version or an instant: the news of a reader who knew the story until then. */

import { Runs, withoutQuotations } from "../../http/html/runs.tsx";
import type { TimelinePage } from "../../read/timeline.ts";
import { currentPathWith } from "../reader.ts";
import { EventTime } from "../times.tsx";
import { toldVersionOf } from "./fate.ts";
import { EntryLink, type StoryContext } from "./story-context.tsx";

/** `from`: the instant that was asked for; where it was a version, readers are told no number. */
type Shown = { context: StoryContext; news: NonNullable<TimelinePage["news"]>; from: string | undefined; page: TimelinePage };

/** So many headlines are told. */
const most = 3;

/** Says how much is new since the reader was here, what that is in three headlines, and leads to the rest. */
export const NewsSince = ({ context, news: { since, added }, from, page }: Shown) => {
  const { reader } = context;
  const words = reader.words.since;
  const amended = page.entries.filter((entry) => entry.version <= since && toldVersionOf(entry) > since).length;
  const newest = page.entries
    .filter((entry) => toldVersionOf(entry) > since && !entry.retracted && !entry.takenDown)
    .toSorted((a, b) => toldVersionOf(b) - toldVersionOf(a))
    .slice(0, most);
  const counts = [added > 0 ? words.added(added) : "", amended > 0 ? words.amended(amended) : ""].filter((count) => count !== "");
  return (
    <div id="since" class="banner" data-added={added} data-amended={amended}>
      <p role="note">
        <strong>
          {from === undefined ? (
            words.sinceThen
          ) : (
            <>
              {words.sinceInstant} <EventTime reader={reader} at={{ occurredAt: from, precision: "minute" }} />
            </>
          )}
          {reader.words.colon}
          {counts.length > 0 ? `${counts.join(", ")}.` : words.none}
        </strong>
      </p>
      {newest.length > 0 ? (
        <ul>
          {newest.map((entry) => (
            <li>
              <EntryLink context={context} version={entry.version}>
                <Runs runs={withoutQuotations(entry.headlineRuns)} />
              </EntryLink>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {page.entries.length > 0 ? (
          <>
            <a href="#timeline">{words.show}</a>
            {" · "}
          </>
        ) : null}
        <a href={currentPathWith(reader, { since: undefined, cursor: undefined })}>{words.all}</a>
      </p>
    </div>
  );
};
