/** The life of an offer, drawn from the table that decides it. */
import { type Row, table } from "../../events/offers/table.ts";
import { answerPage, type Page, staticCacheControl } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, type Reader, readerOf } from "./reader.ts";
import type { Words } from "./words/shape.ts";

type LifeWords = Words["offerLife"];

/** The address of the page. */
export const offerLifePath = "/docs/offers";

/** When a row counts: by whom, and what else has to hold. */
const conditionsOf = ({ by, accepted, complete, deadlineAlone }: Row, { actors, conditions, or }: LifeWords): string => {
  return [
    ...(by ? [by.map((actor) => actors[actor]).join(or)] : []),
    ...(accepted === undefined ? [] : [accepted ? conditions.accepted : conditions.notAccepted]),
    ...(complete === undefined ? [] : [complete ? conditions.complete : conditions.incomplete]),
    ...(deadlineAlone ? [conditions.deadlineAlone] : []),
  ].join(", ");
};

const resultOf = ({ to, as }: Row, { words }: Reader, { unchanged, counts }: LifeWords): string => {
  if (to !== "unchanged") return words.statuses[to];
  return as === undefined ? unchanged : `${unchanged} (${counts[as]})`;
};

/** The page at `/docs/offers`. */
export const offerLifePage: Page = {
  path: offerLifePath,
  handle: async (c) => {
    const reader = readerOf(c);
    const { words } = reader;
    const { docs, offerLife: life } = words;
    const { title, lead, first, columns } = life;
    const page = (
      <PageLayout reader={reader} title={title}>
        <header class="standing">
          <h1>{title}</h1>
          <p class="deck">{lead}</p>
        </header>
        <section class="section" aria-labelledby="table">
          <h2 id="table">{columns.heading}</h2>
          <p>{first}</p>
          <section class="wide" aria-label={title} tabindex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{columns.act}</th>
                  <th scope="col">{columns.when}</th>
                  <th scope="col">{columns.from}</th>
                  <th scope="col">{columns.to}</th>
                </tr>
              </thead>
              <tbody>
                {table.map((row) => (
                  <tr>
                    <th scope="row">
                      <code>{row.act}</code>
                    </th>
                    <td>{conditionsOf(row, life)}</td>
                    <td>{row.from.map((status) => words.statuses[status]).join(", ")}</td>
                    <td>{resultOf(row, reader, life)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p class="lone">
            <a href={localizedPath(reader, "/docs")}>{docs.title}</a>
          </p>
        </section>
      </PageLayout>
    );
    return answerPage(c, page, { "Cache-Control": staticCacheControl });
  },
};
