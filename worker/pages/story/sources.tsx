/** Where a fact was published. */
import type { Source } from "../../../events/values.ts";
import { RecordedTime } from "../times.tsx";
import type { StoryContext } from "./scene.tsx";

export const Sources = ({ scene, sources }: { scene: StoryContext; sources: readonly Source[] }) => {
  const { words } = scene.reader;
  if (sources.length === 0) return null;
  return (
    <ul class="plain sources" aria-label={words.timeline.sources(sources.length)}>
      {sources.map((source) => (
        <li>
          {words.timeline.source}
          {words.colon}
          <bdi>{source.publisher}</bdi>
          {source.title ? (
            <>
              , <Title source={source} />
            </>
          ) : null}
          {source.publishedAt ? (
            <>
              , <RecordedTime reader={scene.reader} at={source.publishedAt} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

const Title = ({ source }: { source: Source }) => {
  const title = (
    <cite lang={source.language} dir="auto">
      {source.title ?? source.publisher}
    </cite>
  );
  return source.url ? (
    <a href={source.url} rel="nofollow noopener">
      {title}
    </a>
  ) : (
    title
  );
};
