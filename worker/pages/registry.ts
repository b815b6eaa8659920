/** The pages. A new one is a file and a line here. */
import { correctionsPage } from "./corrections.tsx";
import { docsPage } from "./docs.tsx";
import { eventPage } from "./event.ts";
import type { Page } from "./page.ts";
import { picturePage } from "./picture.ts";
import { problemsPage } from "./problems.tsx";
import { storiesPage } from "./stories.tsx";
import { storyPage } from "./story.tsx";
import { verifyPage } from "./verify.tsx";

export const pages: readonly Page[] = [
  storiesPage,
  storyPage,
  correctionsPage,
  eventPage,
  picturePage,
  verifyPage,
  problemsPage,
  docsPage,
];
