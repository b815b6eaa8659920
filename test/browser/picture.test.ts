/** The pictures of stories in a real browser: each loads, at its size. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepPicture, openPage, startBrowser, type View, views } from "../support/browser.ts";
import { at, opened } from "../support/drafts.ts";
import { type Server, startServer } from "../support/server.ts";
import { recordStories, stories } from "../support/stories.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await recordStories(server);
  await server.record("empty", at("12:00", opened({ title: "A bid" })));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (path: string, view: View) => {
  const opened = await openPage(browser, view, server.url.href);
  await opened.page.setViewportSize({ width: 1200, height: 630 });
  await opened.page.goto(new URL(path, server.url).href);
  return opened;
};

it.each(views.flatMap((view) => [...Object.values(stories), "empty"].map((story) => ({ ...view, story }))))(
  "shows the picture of $story in $language",
  async ({ story, ...view }) => {
    const { page } = await open(`/stories/${story}/picture.png?lang=${view.language}`, view);
    const size = await page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]");
    expect(size).toEqual([1200, 630]);
    await keepPicture(page, `picture-${story}`, { ...view, width: 1200 });
    await page.context().close();
  },
);

it("shows it on a page, under the policy that pages have", async () => {
  const { page, faults } = await open("/", { width: 1280, scheme: "light", language: "en" });
  const address = `/stories/${stories.sample}/picture.png?lang=en`;
  const width = await page.evaluate(
    `(async () => {
      const image = new Image();
      image.src = ${JSON.stringify(address)};
      await image.decode();
      return image.naturalWidth;
    })()`,
  );
  expect(width).toBe(1200);
  expect(faults).toEqual([]);
});
