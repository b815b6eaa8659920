/** Where a fact was published. */
import type { Source } from "../../../events/values.ts";
import { RecordedTime } from "../times.tsx";
import type { StoryContext } from "./story-context.tsx";

/** The sources of an entry; nothing where it has none. */
export const Sources = ({ context, sources }: { context: StoryContext; sources: readonly Source[] }) => {
  const { words } = context.reader;
  if (sources.length === 0) return null;
  return (
    <p class="sources">
      {sources.length === 1 ? words.timeline.source : words.timeline.sourcesOf}
      {words.colon}
      {sources.map((source, index) => (
        <>
          {index > 0 ? " · " : ""}
          {source.title ? (
            <>
              <bdi>{source.publisher}</bdi>, <Cited source={source} />
            </>
          ) : (
            <Cited source={source} />
          )}
          {source.publishedAt ? (
            <>
              , <RecordedTime reader={context.reader} at={source.publishedAt} />
            </>
          ) : null}
        </>
      ))}
    </p>
  );
};

/** The title, or the publisher where there is none: a link wherever there is an address. */
const Cited = ({ source }: { source: Source }) => {
  const title = source.title ? (
    <cite lang={source.language} dir="auto">
      {source.title}
    </cite>
  ) : (
    <bdi>{source.publisher}</bdi>
  );
  return source.url ? (
    <a href={source.url} rel="nofollow noopener">
      {title}
    </a>
  ) : (
    title
  );
};
