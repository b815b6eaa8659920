/** Reads the front page: what editors put first, then what happened last. */
import type { Language } from "../../events/tell/languages.ts";
import type { Card } from "../../projections/card.ts";
import type { MeteredDatabase } from "../store/d1.ts";
import {
  type FrontPageQuery,
  type FrontPageSetting,
  frontPageOf,
  selectFrontPage,
  selectFrontStories,
  selectLookedAtEnd,
} from "../store/front-page.ts";
import { logEndOf, selectLogEnd } from "../store/log.ts";
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

/** Reads a page of the front page in one round trip: two rows a story, and one more of each that editors have put somewhere. */
export const readFrontStories = async (
  d1: MeteredDatabase,
  { language, storyLanguage, held, made, ...asked }: Asked,
): Promise<({ kind: "page" } & FrontPage) | { kind: "unmodified"; etag: string }> => {
  const query = { ...asked, language: storyLanguage, held: heldOf(made, { story: "", language, held }) };
  const isLookedFor = asked.section === undefined && (storyLanguage !== undefined || asked.party !== undefined);
  const [end, set, rows = [], ends = []] = await d1.batch(
    selectLogEnd(d1),
    selectFrontPage(d1),
    selectFrontStories(d1, query),
    ...(isLookedFor ? [selectLookedAtEnd(d1, asked.before)] : []),
  );
  const setting = frontPageOf(set);
  const { position, hash } = logEndOf(end);
  const etag = etagOf(made, { version: `${position}-${setting.revision}`, hash }, language);
  if (held.includes(etag) || held.includes("*")) return { kind: "unmodified", etag };
  const found = rows.map((row) => ({ ...listedRowOf(row), isPlaced: row.place !== null }));
  const others = found.filter(({ isPlaced }) => !isPlaced);
  const latest = others.slice(0, asked.limit);
  const last = others.length > asked.limit ? latest.at(-1) : ends.map(storyRowOf)[0];
  return {
    kind: "page",
    etag,
    stories: await tell(d1, [...found.filter(({ isPlaced }) => isPlaced), ...latest], { setting, language }),
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
