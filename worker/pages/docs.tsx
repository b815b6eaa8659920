/** The API's description, to read and to try: Swagger UI, from this origin alone. */

import { offerLifePath } from "./offer-life.tsx";
import { answerPage, type Page, staticCacheControl } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, readerOf } from "./reader.ts";

const description = "/openapi.json";

/** The page at `/docs`. */
export const docsPage: Page = {
  path: "/docs",
  handle: async (c) => {
    const reader = readerOf(c);
    const { docs: words } = reader.words;
    const page = (
      <PageLayout
        reader={reader}
        title={words.title}
        data={description}
        styles={["swagger-ui.css"]}
        scripts={["swagger-ui-bundle.js"]}
        modules={["docs.js"]}
      >
        <header class="standing">
          <h1>{words.title}</h1>
          <p class="deck">{words.lead}</p>
        </header>
        <p>
          <a href={localizedPath(reader, offerLifePath)}>{words.offers}</a>
        </p>
        <noscript>
          <p>
            {words.noScript} <a href={description}>{words.file}</a>
          </p>
        </noscript>
        <section class="section" aria-labelledby="operations">
          <h2 id="operations">{words.operations}</h2>
          <div id="docs" lang="en" data-description={description} />
        </section>
      </PageLayout>
    );
    return answerPage(c, page, { "Cache-Control": staticCacheControl });
  },
};
