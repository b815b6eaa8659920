/** A visit to one entry of a story at the desk. */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Told } from "../../../projections/pages.ts";
import { type Entry, entriesOf } from "../../../projections/timeline.ts";
import type { App } from "../../env.ts";
import { versionParam } from "../../http/route.ts";
import { readEventsAtDesk } from "../../read/events-at-desk.ts";
import { DeskLayout, ErrorSummary, type FieldFault } from "../desk-layout.tsx";
import type { DeskSession } from "../desk-page.ts";
import { BackToStory, PageNotice } from "../story/back-to-story.tsx";
import { DeskEntry } from "../story/desk-entry.tsx";
import { type DeskStory, deskStoryOf } from "../story/desk-story.ts";
import { noSuchStoryPage } from "../story/no-such-story.tsx";
import { WhoElse } from "../story/presence.tsx";
import { deskStoryPath } from "../story-path.ts";
import { fillIn } from "../words/fill-in.ts";

/** The story, the event with what became of it, as readers see it, and where its pages are. */
export type EntryVisit = {
  c: Context<App>;
  desk: DeskSession;
  story: DeskStory;
  told: Told;
  entry: Entry;
  path: string;
};

/** The address under which an entry's pages are. */
export const deskEntryPath = (slug: string, version: number): string => `${deskStoryPath(slug)}/events/${version}`;

/** Handles visits to an entry; where there is none, a page says so. */
export const withEntry =
  (handle: (visit: EntryVisit) => Response | Promise<Response>) =>
  async (c: Context<App>, desk: DeskSession): Promise<Response> => {
    const story = await deskStoryOf(c, desk);
    const version = versionParam.safeParse(c.req.param("version"));
    const [told] = story && version.success ? await readEventsAtDesk(c.var.d1, story, [version.data]) : [];
    const [entry] = story && told ? entriesOf([told], story.story, desk.language) : [];
    if (!story || !told || !entry) return noSuchStoryPage(c, desk, story);
    return handle({ c, desk, story, told, entry, path: deskEntryPath(story.slug, entry.version) });
  };

type EntryLayout = Pick<EntryVisit, "desk" | "story" | "entry"> & {
  title: string;
  notice?: string | undefined;
  faults?: readonly FieldFault[];
  children?: Child;
};

/** A page about an entry: the way back to the story, what it is about, why something was refused, and the entry. */
export const EntryLayout = ({ desk, story, entry, title, notice, faults = [], children }: EntryLayout) => (
  <DeskLayout visit={desk} title={title} modules={["desk/news.js"]}>
    <BackToStory story={story} />
    <h1>{title}</h1>
    <ErrorSummary visit={desk} faults={faults} />
    <WhoElse desk={desk} story={story} />
    <PageNotice text={notice} />
    <section class="desk-about" aria-label={fillIn(desk.words.story.entry, { version: entry.version })}>
      <DeskEntry entry={entry} zone={story.setting.zone} language={desk.language} heading="h2" />
    </section>
    {children}
  </DeskLayout>
);
