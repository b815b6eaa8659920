/** The pages. A new one is a file and a line here. */
import { correctionsPage } from "./corrections.tsx";
import { docsPage } from "./docs.tsx";
import { embedPages } from "./embed.tsx";
import { eventPage } from "./event.tsx";
import { feedPages } from "./feeds.ts";
import { offerLifePage } from "./offer-life.tsx";
import { offlinePage } from "./offline.tsx";
import { oldAssetPage } from "./old-asset.ts";
import type { Page } from "./page.ts";
import { personPage } from "./person.tsx";
import { picturePage } from "./picture.ts";
import { problemsPage } from "./problems.tsx";
import { robotsPage } from "./robots.ts";
import { sitemapPage } from "./sitemap.ts";
import { storiesPage } from "./stories.tsx";
import { storyPage } from "./story.tsx";
import { timelineJsPage } from "./timelinejs.ts";
import { verifyPage } from "./verify.tsx";

/** Every page, in the order in which the router tries them. */
export const pages: readonly Page[] = [
  storiesPage,
  storyPage,
  correctionsPage,
  eventPage,
  personPage,
  picturePage,
  verifyPage,
  ...feedPages,
  timelineJsPage,
  ...embedPages,
  sitemapPage,
  robotsPage,
  offlinePage,
  offerLifePage,
  problemsPage,
  docsPage,
  oldAssetPage,
];
