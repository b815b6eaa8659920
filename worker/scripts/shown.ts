/** What a log comes to, for whoever compares it with what its server shows. */
import type { LogEntry } from "../../events/registry.ts";
import { canonical } from "../../events/seal.ts";
import type { Language } from "../../events/tell/languages.ts";
import { translationOf } from "../../events/tell/story-in.ts";
import { foldFromZero } from "../../projections/fold.ts";
import { projectionNames, projections } from "../../projections/registry.ts";

/** What a server should show of a story at the end of a log. */
type Shown = {
  title: string;
  headline: string;
  /** What lists tell of it. */
  listed: { title: string; stage: string; headline: string };
  /** Each projection as canonical JSON, by name. */
  views: Record<string, string>;
};

/** Folds a log, and tells it in a language. */
const shownOf = (log: readonly LogEntry[], language: Language): Shown => {
  const { story, states } = foldFromZero(log);
  const views = projectionNames.map((name) => [name, projections[name].view(states[name], story, language)] as const);
  // The status' own view: it has a headline and a stage.
  const { headline, stage } = projections.status.view(states.status, story, language) as { headline: string; stage: string };
  const { title } = story;
  return {
    title,
    headline,
    listed: { title: translationOf(story, 1, language)?.texts.title ?? title, stage, headline },
    // A member without a value is none in JSON.
    views: Object.fromEntries(views.map(([name, view]) => [name, canonical(JSON.parse(JSON.stringify(view)))])),
  };
};

/** A projection as a server answers it, as `shownOf` writes it: without the story and the version, which stand around every one. */
const answeredView = ({ story: _story, version: _version, ...view }: Record<string, unknown>): string => canonical(view);

/** What is shown otherwise: a text that is another than the log comes to, or a part of which something is. */
export type Difference = { name: string; shown: string; folded: string } | { name: string };

type Body = Record<string, unknown>;

/** The story whose log it is, at its newest version, and how its server is asked: by a path of the API; undefined where it does not answer. */
type Asked = { story: string; version: number; language: Language; read: (path: string) => Promise<Body | undefined> };

/** So many pages of the list of stories are looked through for one of them. */
const mostPages = 20;

/**
 * The first thing that a server shows of a story otherwise than its log comes to. `compared`: whether all could be compared; what has moved on
 * meanwhile is not.
 */
export const differenceOf = async (
  log: readonly LogEntry[],
  { story, version, language, read }: Asked,
): Promise<{ other?: Difference; compared: boolean }> => {
  const { title, headline, listed, views } = shownOf(log, language);
  const shown = async (part: string): Promise<Body | undefined> => {
    const body = await read(`/api/stories/${story}${part}`);
    return body?.version === version ? body : undefined;
  };
  const asked = [shown(""), shown(`/status?lang=${language}`), listedAs(story, language, read)];
  const [own, status, row] = await Promise.all(asked);
  const list = row?.version === version ? row : undefined;
  const texts: [string, unknown, string][] = [
    ["title", own?.title, title],
    ["status", status?.headline, headline],
    ...Object.entries(listed).map(([name, text]): [string, unknown, string] => [`list, ${name}`, list?.[name], text]),
  ];
  for (const [name, is, folded] of texts)
    if (is !== undefined && is !== folded) return { other: { name, shown: String(is), folded }, compared: true };
  let compared = own !== undefined && list !== undefined;
  for (const [name, folded] of Object.entries(views)) {
    const view = await shown(`/${name}?lang=${language}`);
    if (view && answeredView(view) !== folded) return { other: { name }, compared: true };
    compared &&= view !== undefined;
  }
  return { compared };
};

/** What the list of stories tells of a story; undefined where it is not among the newest thousand. */
const listedAs = async (story: string, language: Language, read: Asked["read"]): Promise<Body | undefined> => {
  let cursor = "";
  for (let page = 0; page < mostPages; page += 1) {
    const { stories = [], next } = ((await read(`/api/stories?limit=50&lang=${language}${cursor}`)) ?? {}) as Listed;
    const row = stories.find((one) => one.story === story);
    if (row || typeof next !== "string") return row;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  return undefined;
};

/** A page of the list, as its description says. */
type Listed = { stories?: Body[]; next?: string | null };
