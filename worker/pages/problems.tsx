/** The page that explains a problem type: what a problem's `type` points to. */
import { type ProblemType, problemPath, problems } from "../http/problem.ts";
import { errorPage } from "./error.tsx";
import { Explanation } from "./explanation.tsx";
import { answerPage, type Page, staticCacheControl } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, readerOf } from "./reader.ts";

const types = Object.keys(problems) as ProblemType[];

/** The page at `/problems/{type}`. */
export const problemsPage: Page = {
  path: "/problems/:type",
  handle: async (c) => {
    const type = types.find((known) => known === c.req.param("type"));
    if (type === undefined) return errorPage(c, "not-found");
    const reader = readerOf(c);
    const { words } = reader;
    const { title, text } = words.explanations[type];
    const page = (
      <PageLayout reader={reader} title={title}>
        <header class="standing">
          <p class="label">
            {words.problems.title} · {words.problems.status} {problems[type].status}
          </p>
          <h1>{title}</h1>
          <p>
            <code>{type}</code>
          </p>
        </header>
        <Explanation text={text} />
        <nav aria-labelledby="all">
          <h2 id="all">{words.problems.all}</h2>
          <ul>
            {types.map((other) => (
              <li>
                {other === type ? (
                  <span aria-current="page">{words.explanations[other].title}</span>
                ) : (
                  <a href={localizedPath(reader, problemPath(other))}>{words.explanations[other].title}</a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </PageLayout>
    );
    return answerPage(c, page, { "Cache-Control": staticCacheControl });
  },
};
