/** Every page, for every reader: by day and by night, by finger and by keyboard, with scripts and without, on every screen and on paper. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, scrollsSideways, startBrowser } from "../support/browser.ts";
import { everyPage, kinds, recordEveryPage } from "../support/every-page.ts";
import { lowTargets, outlineOf, shownOnPaper, stepsBack } from "../support/looked-at.ts";
import { type Server, startServer } from "../support/server.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await recordEveryPage(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const phone = { width: 390, height: 844 };
/** The last is what a desk's screen comes to at four times its size. */
const widths = [1280, 768, 390, 360, 320];
const readers = [
  { name: "by day, in English", locale: "en-GB", colorScheme: "light" },
  { name: "by night, in French", locale: "fr-FR", colorScheme: "dark" },
  { name: "without scripts", locale: "fr-FR", colorScheme: "light", javaScriptEnabled: false },
] as const;

/** With `LONG=1`, each page for each reader; else stories for all, and each other page for one who has scripts, one in three without. */
const pagesFor = (reader: (typeof readers)[number]["name"]) =>
  Object.entries(everyPage).filter(([, path], index) => {
    if (process.env.LONG !== undefined || isStory(path)) return true;
    return reader === "without scripts" ? index % 3 === 0 : readers[index % 2]?.name === reader;
  });

const isEmbedded = (path: string): boolean => path.startsWith("/embed");
const isStory = (path: string): boolean => Object.values(kinds).some((slug) => path === `/stories/${slug}`);

/** That it is a page as pages are: one title, no heading skipped, its landmarks, each list of links under a name of its own. */
const expectOutline = async (page: Page, path: string): Promise<void> => {
  const { headings, landmarks, navigations, prose } = await outlineOf(page);
  expect(headings.filter((level, index) => level > (headings[index - 1] ?? 0) + 1)).toEqual([]);
  expect(navigations).toEqual([...new Set(navigations)]);
  expect(/.{0,20}\bUTC\b.{0,20}/.exec(prose)?.[0]).toBeUndefined();
  if (isEmbedded(path)) return;
  expect(headings.filter((level) => level === 1)).toEqual([1]);
  expect(landmarks).toEqual({ header: 1, main: 1, footer: 1 });
};

/** That all of it is in sight on every screen, and that the focus goes as the eye does. */
const expectItFits = async (page: Page): Promise<void> => {
  const wide: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: phone.height });
    if (await scrollsSideways(page)) wide.push(width);
    if (width === 1280 || width === 360) expect([width, await stepsBack(page)]).toEqual([width, []]);
  }
  expect(wide).toEqual([]);
};

describe.each(readers)("$name", ({ name, ...settings }) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ ...settings, hasTouch: true, reducedMotion: "reduce", serviceWorkers: "block" });
    page = await context.newPage();
  });
  afterAll(() => context?.close());

  it.each(pagesFor(name))("shows %s whole", async (_page, path) => {
    await page.setViewportSize(phone);
    await page.emulateMedia({ media: "screen" });
    await page.goto(new URL(path, server.url).href);
    await expectOutline(page, path);
    if (isStory(path))
      expect(await page.evaluate<number>("document.querySelector('.entry').getBoundingClientRect().top")).toBeLessThan(
        phone.height * 1.5,
      );
    expect(await lowTargets(page)).toEqual([]);
    // Axe is a script.
    if (!("javaScriptEnabled" in settings)) expect(await axeFaults(page)).toEqual([]);
    await expectItFits(page);
    await page.emulateMedia({ media: "print" });
    expect(await shownOnPaper(page)).toEqual({ ground: "rgb(255, 255, 255)", ink: "rgb(0, 0, 0)", controls: [] });
  });
});
