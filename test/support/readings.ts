/** Everything that can be read of a story, as the bytes that a reader gets. */
import type { StoryEvent } from "../../events/registry.ts";
import { type Language, languages } from "../../events/tell/languages.ts";
import { type Folded, foldFromZero } from "../../projections/fold.ts";
import { type Order, type PageQuery, pageOfLog, pageSize, placeOf } from "../../projections/pages.ts";
import { projectionNames, projections } from "../../projections/registry.ts";
import { entriesOf } from "../../projections/timeline.ts";
import { encodePlaceCursor } from "../../worker/http/links.ts";
import type { Server } from "./server.ts";

/** The bytes at each address, and the ETag that they came under. */
export type Readings = Record<string, { text: string; etag: string | null }>;

const orders: readonly Order[] = ["asc", "desc"];

/** The address of the next page, by the answer's `Link`; undefined after the last. */
export const nextOf = (answer: Response): string | undefined => {
  const url = /^<(.+)>; rel="next"$/.exec(answer.headers.get("Link") ?? "")?.[1];
  return url?.slice(new URL(url).origin.length);
};

/** Reads a page and all that follow it. */
export const walk = async (server: Pick<Server, "get">, path: string): Promise<Readings> => {
  const found: Readings = {};
  for (let page: string | undefined = path; page !== undefined; ) {
    const answer: Response = await server.get(page);
    found[page] = { text: await answer.text(), etag: answer.headers.get("ETag") };
    page = nextOf(answer);
  }
  return found;
};

/** Reads a story at the head: itself, every projection, every page of the timeline in both orders, in both languages or in some. */
export const readings = async (
  server: Pick<Server, "get">,
  story: string,
  told: readonly Language[] = languages,
): Promise<Readings> => {
  const base = `/api/stories/${story}`;
  const views = told.flatMap((lang) => [
    ...projectionNames.map((name) => `${base}/${name}?lang=${lang}`),
    ...orders.map((order) => `${base}/timeline?lang=${lang}&order=${order}`),
  ]);
  const found = await Promise.all([base, ...views].map((path) => walk(server, path)));
  return Object.assign({}, ...found);
};

const folds = new WeakMap<readonly StoryEvent[], Folded>();

/** What a log comes to, folded from its beginning: once, however often it is asked what it says. */
const folded = (log: readonly StoryEvent[]): Folded => {
  const known = folds.get(log) ?? foldFromZero(log, projectionNames);
  folds.set(log, known);
  return known;
};

/** What a page of the timeline says by the log alone. */
export const pageBy = (log: readonly StoryEvent[], query: PageQuery, language: Language = "en"): string => {
  const { story } = folded(log);
  const told = pageOfLog(log, query, story);
  const shown = told.slice(0, pageSize);
  const last = shown.at(-1);
  const entries = entriesOf(shown, story, language);
  const next = told.length > pageSize && last ? encodePlaceCursor(placeOf(last)) : null;
  return JSON.stringify({ story: log[0]?.story, version: log.length, order: query.order, entries, next });
};

/** What each projection says by the log alone: the pure fold, told in the shape of the answer. */
export const foldsOf = (log: readonly StoryEvent[], language: Language = "en"): Record<string, string> => {
  const { story, states } = folded(log);
  return Object.fromEntries(
    projectionNames.map((name) => {
      // A lookup by a variable name loses which state is whose.
      const view = projections[name].view(states[name] as never, story, language);
      return [name, JSON.stringify({ story: log[0]?.story, version: log.length, ...view })];
    }),
  );
};
