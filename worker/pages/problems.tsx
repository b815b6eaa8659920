/** The page that explains a problem type: what a problem's `type` points to. */
import { type ProblemType, problemPath, problems } from "../http/problem.ts";
import { errorPage } from "./error.tsx";
import { Explained, explanations } from "./explanations.tsx";
import { Frame } from "./frame.tsx";
import { answerPage, keepStatic, type Page } from "./page.ts";
import { readerOf, to } from "./reader.ts";

const types = Object.keys(problems) as ProblemType[];

export const problemsPage: Page = {
  path: "/problems/:type",
  handle: (c) => {
    const type = types.find((known) => known === c.req.param("type"));
    if (type === undefined) return errorPage(c, "not-found");
    const reader = readerOf(c);
    const { words, language } = reader;
    const { title, text } = explanations[language][type];
    const page = (
      <Frame reader={reader} title={title}>
        <header class="standing">
          <p class="label">
            {words.problems.title} · {words.problems.status} {problems[type].status}
          </p>
          <h1>{title}</h1>
          <p>
            <code>{type}</code>
          </p>
        </header>
        <Explained text={text} />
        <nav aria-labelledby="all">
          <h2 id="all">{words.problems.all}</h2>
          <ul>
            {types.map((other) => (
              <li>
                {other === type ? (
                  <span aria-current="page">{explanations[language][other].title}</span>
                ) : (
                  <a href={to(reader, problemPath(other))}>{explanations[language][other].title}</a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </Frame>
    );
    return answerPage(c, page, { "Cache-Control": keepStatic });
  },
};
