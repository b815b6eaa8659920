/** What was added and what was changed after a version: the news of a reader who knew the story until then. */
import { pageSize } from "../../../projections/pages.ts";
import type { TimelinePage } from "../../read/timeline.ts";
import { currentPathWith } from "../reader.ts";
import { toldVersionOf } from "./fate.ts";
import type { StoryContext } from "./story-context.tsx";

/** Says how much is new since a version that the reader knows, and leads to the rest. */
export const NewsSince = ({ context, since, page }: { context: StoryContext; since: number; page: TimelinePage }) => {
  const { reader } = context;
  const words = reader.words.since;
  const added = page.entries.filter((entry) => entry.version > since).length;
  const amended = page.entries.filter((entry) => entry.version <= since && toldVersionOf(entry) > since).length;
  return (
    <div id="since" class="banner" data-added={added} data-amended={amended}>
      <p role="note">
        <strong>
          {words.after(since)}
          {reader.words.colon}
          {tally(added, amended, page.next !== null, words)}
        </strong>{" "}
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

/** Of what does not fit a page, nobody has counted the rest. */
const tally = (added: number, amended: number, more: boolean, words: StoryContext["reader"]["words"]["since"]): string => {
  if (more) return words.more(pageSize);
  const counts = [added > 0 ? words.added(added) : "", amended > 0 ? words.amended(amended) : ""].filter((count) => count !== "");
  return counts.length > 0 ? `${counts.join(", ")}.` : words.none;
};
