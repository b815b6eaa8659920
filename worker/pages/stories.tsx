/** The front page: the stories, latest activity first, or those that a search finds. */
import type { Context } from "hono";
import type { PropsWithChildren } from "hono/jsx";
import * as z from "zod/mini";
import { projections } from "../../projections/registry.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, clientHasEtag, heldEtags } from "../http/answer.ts";
import { cursorParam, decodeCursor, decodeRankCursor, encodeCursor, encodeRankCursor } from "../http/links.ts";
import { answerIfTooManySearches } from "../http/middleware/rate-limits.ts";
import { etagOf } from "../read/projections.ts";
import { type ListedStory, listStories } from "../read/stories.ts";
import { maxQueryLength, type SearchResult, searchRevisions, searchStories } from "../search/search.ts";
import { logEndOf, selectLogEnd } from "../store/log.ts";
import { indexProgressOf, selectIndexProgress } from "../store/search-index.ts";
import { errorPage } from "./error.tsx";
import { HowToPost } from "./how-to-post.tsx";
import { answerPage, type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { currentPathWith, type Reader, readerOf } from "./reader.ts";
import { FoundStories } from "./stories/found.tsx";
import { SearchBox } from "./stories/search-box.tsx";
import { StoryListItem } from "./stories/story-list-item.tsx";
import { FeedLinks, OpenGraph } from "./story/head.tsx";

const pageSize = 20;
const foundSize = 10;

/** What the page heeds of its address. A search that was left empty is none. */
const query = z.object({ q: z._default(z.string().check(z.maxLength(maxQueryLength)), ""), cursor: cursorParam });

const handle = async (c: Context<App>): Promise<Response> => {
  const asked = query.safeParse(c.req.query());
  if (!asked.success) return errorPage(c, "invalid", { faulty: asked.error.issues.map(({ path }) => String(path[0])) });
  const q = asked.data.q.trim();
  return q === "" ? list(c, asked.data.cursor) : find(c, q, asked.data.cursor);
};

const list = async (c: Context<App>, cursor: string | undefined): Promise<Response> => {
  const reader = readerOf(c);
  const made = [pageRevision, { name: "stories", revision: projections.status.revision }];
  const ends = decodeCursor(cursor);
  const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
  const asked = { before, limit: pageSize, language: reader.language, held: heldEtags(c), made };
  const found = await listStories(c.var.d1, asked);
  if (found.kind === "unmodified") return answerNotModified(c, found.etag, cacheControl.briefly);
  const { stories, etag } = found;
  const next = found.next && encodeCursor(found.next.activeAt, found.next.slug);
  const page = <StoriesHtml reader={reader} stories={stories} next={next} later={before !== undefined} />;
  return answerPage(c, page, { ETag: etag, "Cache-Control": cacheControl.briefly });
};

const find = async (c: Context<App>, q: string, cursor: string | undefined): Promise<Response> => {
  const reader = readerOf(c);
  const from = decodeRankCursor(cursor);
  if (from === undefined) return errorPage(c, "invalid", { faulty: ["cursor"] });
  const limited = await answerIfTooManySearches(c);
  if (limited) return errorPage(c, "too-many-requests", { headers: { "Retry-After": limited.headers.get("Retry-After") ?? "" } });
  const [rows, end] = await c.var.d1.batch(selectIndexProgress(c.var.d1), selectLogEnd(c.var.d1));
  const progress = indexProgressOf(rows);
  const { position: version, hash } = logEndOf(end);
  const etag = etagOf([pageRevision, ...searchRevisions(progress)], { version, hash }, reader.language);
  if (clientHasEtag(c, etag)) return answerNotModified(c, etag, cacheControl.briefly);
  const found = await searchStories(c.var.d1, { q, from, limit: foundSize, language: reader.language });
  const page = <FoundHtml reader={reader} q={q} found={found} later={from > 0} />;
  return answerPage(c, page, { ETag: etag, "Cache-Control": cacheControl.briefly });
};

type Shown = { reader: Reader; stories: readonly ListedStory[]; next: string | undefined; later: boolean };

const StoriesHtml = ({ reader, stories, next, later }: Shown) => {
  const { words } = reader;
  const isEmpty = stories.length === 0 && !later;
  return (
    <PageLayout
      reader={reader}
      title="Riposte"
      description={words.tagline}
      data="/api/stories"
      modules={["keep.js"]}
      head={<FrontHead reader={reader} />}
    >
      <Head title={words.stories.title} lead={words.tagline}>
        {isEmpty ? null : <SearchBox reader={reader} q="" />}
      </Head>
      {stories.length > 0 ? (
        <ol class="plain stories">
          {stories.map((story, index) => (
            <StoryListItem reader={reader} story={story} lead={index === 0 && !later} />
          ))}
        </ol>
      ) : null}
      {stories.length === 0 && later ? <p>{words.stories.noMore}</p> : null}
      {isEmpty ? <HowToPost reader={reader} /> : null}
      <Turning reader={reader} next={next} later={later} names={words.stories} />
    </PageLayout>
  );
};

const FrontHead = ({ reader }: { reader: Reader }) => (
  <>
    <FeedLinks reader={reader} title="Riposte" path="/" />
    <OpenGraph reader={reader} title="Riposte" description={reader.words.tagline} />
  </>
);

const FoundHtml = ({ reader, q, found, later }: { reader: Reader; q: string; found: SearchResult; later: boolean }) => {
  const { search } = reader.words;
  const count = search.found(found.found, found.more);
  return (
    <PageLayout
      reader={reader}
      title={`${search.title(q)}${reader.words.colon}${count}`}
      data={`/api/search?${new URLSearchParams({ q })}`}
      passing
    >
      <Head title={search.title(q)} lead={count}>
        <SearchBox reader={reader} q={q} />
      </Head>
      {found.found === 0 ? <p class="explained">{search.none}</p> : <FoundStories reader={reader} found={found} />}
      <Turning
        reader={reader}
        next={found.next === undefined ? undefined : encodeRankCursor(found.next)}
        later={later}
        names={search}
      />
    </PageLayout>
  );
};

const Head = ({ title, lead, children }: PropsWithChildren<{ title: string; lead: string }>) => (
  <header class="front">
    <div>
      <h1>{title}</h1>
      <p class="front-lead">{lead}</p>
    </div>
    {children}
  </header>
);

type Turn = { reader: Reader; next: string | undefined; later: boolean; names: { next: string; first: string } };

const Turning = ({ reader, next, later, names }: Turn) =>
  next || later ? (
    <ul class="row turning">
      {next ? (
        <li>
          <a rel="next" href={currentPathWith(reader, { cursor: next })}>
            {names.next}
          </a>
        </li>
      ) : null}
      {later ? (
        <li>
          <a href={currentPathWith(reader, { cursor: undefined })}>{names.first}</a>
        </li>
      ) : null}
    </ul>
  ) : null;

/** The page at `/`. */
export const storiesPage: Page = { path: "/", handle };
