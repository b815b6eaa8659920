/** The pages of the desk. A new one is a file and a line here. */
import type { DeskPage } from "./desk-page.ts";
import { draftPages } from "./drafts/draft-page.tsx";
import { draftsPage } from "./drafts/drafts-page.tsx";
import { frontPages } from "./front.tsx";
import { openPages } from "./open.tsx";
import { peoplePages } from "./people.tsx";
import { sessionsPages } from "./session/sessions.tsx";
import { signInPages } from "./session/sign-in.tsx";
import { signOutPage } from "./session/sign-out.ts";
import { sourcePage } from "./source.ts";
import { deskStoriesPage } from "./stories.tsx";
import { lineJsonPage } from "./story/line-json.ts";
import { postPages } from "./story/post.tsx";
import { settingsPages } from "./story/settings.tsx";
import { deskStoryPage } from "./story/story-page.tsx";

const pages: readonly DeskPage[] = [
  ...signInPages,
  signOutPage,
  ...peoplePages,
  ...sessionsPages,
  deskStoriesPage,
  ...openPages,
  ...frontPages,
  sourcePage,
  ...settingsPages,
  draftsPage,
  ...draftPages,
  lineJsonPage,
  ...postPages,
  deskStoryPage,
];

const ofStories = pages.filter(({ path }) => path.startsWith("/desk/:story"));

/**
 * Every page of the desk, in the order in which the router tries them. A story that is called like a page of the desk's own has its pages under
 * `/desk/stories/`.
 */
export const deskPages: readonly DeskPage[] = [
  ...ofStories.map((page) => ({ ...page, path: page.path.replace("/desk/", "/desk/stories/") })),
  ...pages.filter((page) => !ofStories.includes(page)),
  ...ofStories,
];
