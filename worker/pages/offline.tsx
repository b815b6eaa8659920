/** What a reader without a line is shown in place of a page that was never read: the browser keeps it, see `public/phone/sw.js`. */
import type { Context } from "hono";
import type { App } from "../env.ts";
import { answerPage, type Page, staticCacheControl } from "./page.ts";
import { PageLayout } from "./page-layout.tsx";
import { localizedPath, readerOf } from "./reader.ts";

const answerOffline = (c: Context<App>): Promise<Response> => {
  const reader = readerOf(c);
  const { words } = reader;
  const page = (
    <PageLayout reader={reader} title={words.offline.title} passing>
      <header class="standing" data-read={words.offline.asRead} data-read-on={words.offline.asReadOn}>
        <h1>{words.offline.title}</h1>
      </header>
      <p>{words.offline.text}</p>
      <p>
        <a href={localizedPath(reader, "/")}>{words.offline.front}</a>
      </p>
    </PageLayout>
  );
  return answerPage(c, page, { "Cache-Control": staticCacheControl });
};

/** The page at `/offline`. */
export const offlinePage: Page = { path: "/offline", handle: answerOffline };
