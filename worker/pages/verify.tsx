/** A story's log, verified in the reader's own browser. */

import type { Context } from "hono";
import { storySlug } from "../../events/values.ts";
import type { App } from "../env.ts";
import { answerNotModified, cacheControl, heldEtags } from "../http/answer.ts";
import { storyPath } from "../http/links.ts";
import { checkpointKey } from "../read/checkpoint-key.ts";
import { loadStory } from "../read/projections.ts";
import { errorPage } from "./error.tsx";
import { answerPage, type Page, pageRevision } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, type Reader, readerOf } from "./reader.ts";
import type { Words } from "./words/shape.ts";

const handle = async (c: Context<App>): Promise<Response> => {
  const slug = storySlug.safeParse(c.req.param("story"));
  if (!slug.success) return errorPage(c, "not-found");
  const reader = readerOf(c);
  const key = await checkpointKey(c.env);
  const made = [pageRevision, { name: `verify.${key?.id ?? "unsigned"}`, revision: 1 }];
  const asked = { story: slug.data, language: reader.language, held: heldEtags(c) };
  const reading = await loadStory(c.var.d1, asked, { names: [], made }, ({ folded }) => folded.story);
  if (reading.kind === "unmodified") return answerNotModified(c, reading.etag, cacheControl.briefly);
  if (reading.kind !== "view") return errorPage(c, "not-found");
  const { title, language } = reading.view;
  const { verify: words } = reader.words;
  const shown = { reader, words, slug: slug.data, version: reading.version, title, language, verifier: key?.verifier };
  const page = <VerifyHtml {...shown} />;
  return answerPage(c, page, { ETag: reading.etag, "Cache-Control": cacheControl.briefly });
};

type Shown = {
  reader: Reader;
  words: Words["verify"];
  slug: string;
  version: number;
  title: string;
  language: string;
  /** The key that verifies this deployment's checkpoints, where it signs any. */
  verifier: string | undefined;
};

const VerifyHtml = ({ reader, words, slug, version, title, language, verifier }: Shown) => {
  const api = `/api/stories/${slug}`;
  return (
    <PageLayout reader={reader} title={`${words.title} · ${title}`} passing styles={["verify.css"]} modules={["verify.js"]}>
      <header class="standing">
        <p class="lone">
          <a href={localizedPath(reader, storyPath({ slug }))} lang={language} dir="auto">
            {title}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
        <div
          id="verify"
          class="verdict"
          data-story={slug}
          data-api={api}
          data-checkpoint={verifier === undefined ? undefined : `${api}/checkpoint`}
          data-told={JSON.stringify(words.told)}
        >
          <noscript>
            <p>{words.noScript}</p>
          </noscript>
          <div role="status" aria-live="polite" />
          <progress max={version} value={0} aria-label={words.progress} hidden />
        </div>
      </header>
      <Checkpoint words={words.kept} slug={slug} verifier={verifier} />
      <Elsewhere reader={reader} words={words.elsewhere} slug={slug} />
    </PageLayout>
  );
};

/** The checkpoint to keep today, and a place for one that was kept before. */
const Checkpoint = ({ words, slug, verifier }: Pick<Shown, "slug" | "verifier"> & { words: Shown["words"]["kept"] }) => {
  return (
    <section class="section" aria-labelledby="checkpoint">
      <h2 id="checkpoint">{words.title}</h2>
      <p class="explained">{words.lead}</p>
      <div id="current" class="kept" hidden>
        <h3>{words.today}</h3>
        <pre />
        <p class="lone">
          <a href={`/api/stories/${slug}/checkpoint`} download={`${slug}.checkpoint`}>
            {words.keep}
          </a>
        </p>
      </div>
      <form id="kept" class="kept" hidden>
        <label>
          {words.note}
          <textarea name="note" rows={5} spellcheck={false} autocomplete="off" />
        </label>
        <label>
          {words.key}
          <input name="key" value={verifier} spellcheck={false} autocomplete="off" />
        </label>
        <button type="submit">{words.check}</button>
      </form>
    </section>
  );
};

/** The same on a machine of one's own. */
const Elsewhere = ({ reader, words, slug }: Pick<Shown, "reader" | "slug"> & { words: Shown["words"]["elsewhere"] }) => {
  const address = new URL(storyPath({ slug }), reader.url).href;
  return (
    <section class="section" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{words.title}</h2>
      <p class="explained">{words.lead}</p>
      <pre>
        <code>{`npm run verify -- ${address}\nnpm run verify -- ${address} --checkpoint ${slug}.checkpoint --key NAME+ID+KEY`}</code>
      </pre>
      <p class="explained">{words.gone}</p>
    </section>
  );
};

/** The page at `/stories/{story}/verify`. */
export const verifyPage: Page = { path: "/stories/:story/verify", handle };
