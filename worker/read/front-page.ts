/** Reads the front page: what editors put first, then what happened last. */
import type { Language } from "../../events/tell/languages.ts";
import type { Card } from "../../projections/card.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import { type FrontPageSetting, frontPageOf } from "../store/front-page.ts";
import { type FrontPageQuery, selectFront, selectLookedAtEnd } from "../store/front-stories.ts";
import { listedRowOf, storyRowOf } from "../store/stories.ts";
import { etagOf, heldOf, type Revision } from "./projections.ts";
import { type ListedStory, listedStoryOf, readListings } from "./stories.ts";

/** A story on the front page, with its card; where an editor has put it, and its section. */
export type FrontStory = ListedStory & { card: Card; place?: "lead" | "pinned" | undefined; section?: string | undefined };

/** The stories of a front page, those first that editors put there, every section that there is, and where the next page begins. */
export type FrontPage = {
  etag: string;
  stories: FrontStory[];
  sections: string[];
  next: { activeAt: string; slug: string } | undefined;
};

type Asked = Omit<FrontPageQuery, "held" | "language"> & {
  /** The reader's, and that of the stories. */
  language: Language;
  storyLanguage?: string | undefined;
  held: readonly string[];
  made: readonly Revision[];
};

/** Reads a page of the front page in one round trip: two rows a story, and five. */
export const readFrontStories = async (
  d1: MeteredDatabase,
  { language, storyLanguage, held, made, ...asked }: Asked,
): Promise<({ kind: "page" } & FrontPage) | { kind: "unmodified"; etag: string }> => {
  const tags = heldOf(made, { story: "", language, held });
  // One more than is shown tells whether there is another page.
  const query = { ...asked, limit: asked.limit + 1, language: storyLanguage, held: tags };
  const [front = [], ends = []] = await d1.batch(selectFront(d1, query), ...selectLookedAtEnd(d1, query));
  const setting = frontPageOf(front);
  const [position, hash = ""] = String(front[0]?.newest ?? "0").split(".");
  const etag = etagOf(made, { version: `${position}-${setting.revision}`, hash }, language);
  if (held.includes(etag) || held.includes("*")) return { kind: "unmodified", etag };
  const rows = front.filter((row) => row.slug !== null).map((row) => ({ ...listedRowOf(row), isPlaced: row.setting !== null }));
  const placed = rows.filter(({ isPlaced }) => isPlaced);
  const others = rows.filter(({ isPlaced }) => !isPlaced);
  const latest = others.slice(0, asked.limit);
  const last = others.length > asked.limit ? latest.at(-1) : ends.map(storyRowOf)[0];
  return {
    kind: "page",
    etag,
    stories: await tell(d1, [...placed, ...latest], { setting, language }),
    sections: [...new Set(setting.stories.flatMap(({ section }) => section ?? []))],
    next: last && { activeAt: last.activeAt, slug: last.slug },
  };
};

type Rows = (ReturnType<typeof listedRowOf> & { isPlaced: boolean })[];

const tell = async (
  d1: MeteredDatabase,
  rows: Rows,
  { setting, language }: { setting: FrontPageSetting; language: Language },
): Promise<FrontStory[]> => {
  const set = new Map(setting.stories.map((one) => [one.story, one]));
  const placed = new Set(rows.filter(({ isPlaced }) => isPlaced).map(({ slug }) => slug));
  const told = (await readListings(d1, rows)).flatMap(({ slug, activeAt, listing }): FrontStory[] => {
    if (!listing) return [];
    const { section, place } = set.get(slug) ?? {};
    const own = listedStoryOf({ slug, activeAt, listing }, language);
    return [{ ...own, card: listing.card, section, place: placed.has(slug) && place !== "hidden" ? place : undefined }];
  });
  return [...told.filter(({ place }) => place === "lead"), ...told.filter(({ place }) => place !== "lead")];
};
