/** The page for what went wrong on the way to another page: the same problem types as the API's. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { answerProblem, type ProblemType, problemPath, problems } from "../http/problem.ts";
import { Explanation } from "./explanation.tsx";
import { answerPage } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, readerOf } from "./reader.ts";
import { readWords } from "./words/read-words.ts";

/** What is known beyond the type: what the API would say, the newest version of the story, the parts of the address at fault, headers. */
type Details = { detail?: string; version?: number; faulty?: readonly string[]; headers?: Record<string, string> };

/** Answers with a page that says what went wrong, or, where the words of pages cannot be read, as the API does. */
export const errorPage = async (
  c: Context<App>,
  type: ProblemType,
  { detail, version, faulty = [], headers }: Details = {},
): Promise<Response> => {
  const areWordsThere = await readWords(c).then(
    () => true,
    () => false,
  );
  // They may be what failed.
  if (!areWordsThere) return answerProblem(c, type, { detail: detail ?? problems[type].title, ...(headers ? { headers } : {}) });
  const reader = readerOf(c);
  const { words } = reader;
  const { title, text } = words.explanations[type];
  const { status } = problems[type];
  const page = (
    <PageLayout reader={reader} title={title} astray>
      <header class="standing">
        <p class="label">{status}</p>
        <h1>{title}</h1>
      </header>
      {version === undefined ? <Explanation text={text} /> : <p>{words.notFound.version(version)}</p>}
      {faulty.length > 0 ? (
        <p>
          {words.problems.seen}{" "}
          {faulty.map((name) => (
            <code>{name}</code>
          ))}
        </p>
      ) : null}
      <p>
        <a href={localizedPath(reader, "/")}>{words.notFound.back}</a>
        {" · "}
        <a href={localizedPath(reader, problemPath(type))}>{words.problems.title}</a>
      </p>
    </PageLayout>
  );
  return answerPage(c, page, { "Cache-Control": "no-store", ...headers }, status);
};
