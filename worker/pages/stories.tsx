/** The front page: what editors put first, then the stories by what happened last; or those that a search finds. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { language, slug, text } from "../../events/values.ts";
import { projections } from "../../projections/registry.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, clientHasEtag, heldEtags } from "../http/answer.ts";
import type { PropsWithChildren } from "../http/html/jsx-runtime.ts";
import { cursorParam, decodeCursor, decodeRankCursor, encodeCursor, encodeRankCursor } from "../http/links.ts";
import { answerIfTooManySearches } from "../http/middleware/rate-limits.ts";
import { type FrontPage, readFrontStories } from "../read/front-page.ts";
import { etagOf } from "../read/projections.ts";
import { maxQueryLength, type SearchResult, searchRevisions, searchStories } from "../search/search.ts";
import { logEndOf, selectLogEnd } from "../store/log.ts";
import { indexProgressOf, selectIndexProgress } from "../store/search-index.ts";
import { errorPage } from "./error.tsx";
import { HowToPost } from "./how-to-post.tsx";
import { answerPage, type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { currentPathWith, type Reader, readerOf } from "./reader.ts";
import { Filters, isPicked, type Picked } from "./stories/filters.tsx";
import { FoundStories } from "./stories/found.tsx";
import { FrontCard } from "./stories/front-card.tsx";
import { SearchBox } from "./stories/search-box.tsx";
import { FeedLinks, OpenGraph } from "./story/head.tsx";

const pageSize = 20;
const foundSize = 10;

/** What the page heeds of its address. A search that was left empty is none, and so is a field of a form. */
const query = z.object({
  q: z.optional(z.string().check(z.maxLength(maxQueryLength))),
  cursor: cursorParam,
  section: z.optional(text(40)),
  in: z.optional(language),
  party: z.optional(slug),
});

const handle = async (c: Context<App>): Promise<Response> => {
  const filled = Object.entries(c.req.query()).filter(([, value]) => value !== "");
  const asked = query.safeParse(Object.fromEntries(filled));
  if (!asked.success) return errorPage(c, "invalid", { faulty: asked.error.issues.map(({ path }) => String(path[0])) });
  const { cursor, section, in: language, party } = asked.data;
  const q = asked.data.q?.trim() ?? "";
  return q === "" ? list(c, cursor, { section, language, party }) : find(c, q, cursor);
};

const hourMs = 3_600_000;

const list = async (c: Context<App>, cursor: string | undefined, picked: Picked): Promise<Response> => {
  const reader = readerOf(c);
  // What a page tells of today holds for the hour: every cache may keep it, and a new hour has another ETag.
  const hour = Math.floor(Date.now() / hourMs);
  const made = [pageRevision, { name: "stories", revision: projections.status.revision }, { name: "hour", revision: hour }];
  const ends = decodeCursor(cursor);
  const before = ends && { activeAt: ends[0], slug: String(ends[1]) };
  const { section, party, language: storyLanguage } = picked;
  const asked = { before, section, party, storyLanguage, limit: pageSize, language: reader.language, held: heldEtags(c), made };
  const found = await readFrontStories(c.var.d1, asked);
  if (found.kind === "unmodified") return answerNotModified(c, found.etag, cacheControl.briefly);
  const page = <StoriesHtml reader={reader} page={found} picked={picked} later={before !== undefined} now={hour * hourMs} />;
  return answerPage(c, page, { ETag: found.etag, "Cache-Control": cacheControl.briefly });
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

type Shown = { reader: Reader; page: FrontPage; picked: Picked; later: boolean; now: number };

const StoriesHtml = ({ reader, page, picked, later, now }: Shown) => {
  const { words } = reader;
  const { stories } = page;
  const isEmpty = stories.length === 0 && !later && !isPicked(picked);
  const isOver = ({ card, place }: FrontPage["stories"][number]) => card.isConcluded && place === undefined;
  const current = stories.filter((story) => !isOver(story));
  const concluded = stories.filter(isOver);
  const next = page.next && encodeCursor(page.next.activeAt, page.next.slug);
  return (
    <PageLayout
      reader={reader}
      title="Riposte"
      description={words.tagline}
      data="/api/stories"
      head={<FrontHead reader={reader} />}
      modules={["front.js"]}
    >
      <Head title={words.stories.title} lead={words.tagline}>
        {isEmpty ? null : <SearchBox reader={reader} q="" />}
      </Head>
      {isEmpty ? null : <Filters reader={reader} page={page} picked={picked} />}
      <div id="front" data-words={JSON.stringify(words.front.sinceVisit)}>
        {current.length > 0 ? (
          <ol class="plain stories">
            {current.map((story, index) => (
              <FrontCard reader={reader} story={story} now={now} lead={index === 0 && !later} />
            ))}
          </ol>
        ) : null}
        {concluded.length > 0 ? (
          <section class="concluded" aria-labelledby="concluded">
            <h2 id="concluded">{words.front.concluded}</h2>
            <ol class="plain stories">
              {concluded.map((story) => (
                <FrontCard reader={reader} story={story} now={now} brief />
              ))}
            </ol>
          </section>
        ) : null}
      </div>
      {stories.length === 0 && !isEmpty ? <p>{isPicked(picked) ? words.front.none : words.stories.noMore}</p> : null}
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
