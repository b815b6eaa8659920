/** TimelineJS itself, in a real browser on another site's page, rendering what a story gives it. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPage, startBrowser, type View } from "../support/browser.ts";
import { at, background, opened } from "../support/drafts.ts";
import { type Server, startServer } from "../support/server.ts";
import { type Site, startSite } from "../support/site.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";
import { unescaped } from "../support/xml.ts";

type Slide = { unique_id: string; start_date: Record<string, number>; group?: string; text: { headline: string; text: string } };
type Timeline = { title: Slide; events: Slide[] };

let browser: Browser;
let server: Server;
let site: Site;
const pages = new Map<string, string>();
beforeAll(async () => {
  const dist = join(import.meta.dirname, "../../node_modules/@knight-lab/timelinejs/dist");
  [browser, server, site] = await Promise.all([startBrowser(), startServer(), startSite(pages, dist)]);
  await recordStories(server);
  await server.takeDown(stories.mixedUp, 7);
  const years = at("12:00", { ...background("A year ago"), precision: "year" });
  await server.record("only-opened", [at("12:00", opened({ title: "Only opened" }))]);
  await server.record("long-ago", [at("12:00", opened()), { ...years, occurredAt: "2024-01-01T00:00:00Z" }]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await server?.close();
});

const view: View = { width: 1280, scheme: "light", language: "en" };
const read = (story: string) => server.read<Timeline>(`/stories/${story}/timelinejs.json?lang=en`);

/** HTML without its marks. */
const textOf = (html: string): string => unescaped(html.replaceAll(/<[^>]*>/g, ""));

/** A page on which TimelineJS has drawn a story, and what it wrote on the console. */
const draw = async (story: string) => {
  const source = new URL(`/stories/${story}/timelinejs.json?lang=en`, server.url).href;
  pages.set(
    `/${story}`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="/css/timeline.css"><script src="/js/timeline.js"></script>
    <div id="timeline" style="height: 600px"></div>
    <script>window.timeline = new TL.Timeline("timeline", ${JSON.stringify(source)}, { font: null, hash_bookmark: true, ga_measurement_id: null });</script>`,
  );
  const { page, faults } = await openPage(browser, view, site.url.href);
  await page.goto(new URL(`/${story}`, site.url).href);
  await page.locator(".tl-timenav .tl-timemarker").first().waitFor({ state: "attached" });
  const own = faults.filter((fault) => !fault.startsWith(source));
  return { page, faults: own };
};

it.each(Object.values(stories))("draws all that %s tells", async (story) => {
  const { title, events } = await read(story);
  const { page, faults } = await draw(story);
  expect(await page.evaluate("timeline.config.messages.errors")).toEqual([]);
  const ids = await page.evaluate<string[]>("timeline.config.events.map((event) => event.unique_id)");
  expect(ids.toSorted()).toEqual(events.map(({ unique_id }) => unique_id).toSorted());
  expect(await page.locator(".tl-timemarker").count()).toBe(events.length);
  expect(await page.locator(".tl-slide").count()).toBe(events.length + 1);
  expect(await page.locator("#title .tl-headline").textContent()).toContain(textOf(title.text.headline));
  for (const { unique_id, text: told } of events.slice(0, 5))
    expect((await page.locator(`#${unique_id} .tl-headline`).textContent())?.trim()).toContain(textOf(told.headline));
  expect(faults).toEqual([]);
  await page.context().close();
});

it("shows hostile words as they are, and lets none of them act", async () => {
  const { page } = await draw(stories.hostile);
  const shown = await page.locator("#timeline").textContent();
  expect(shown).toContain(hostile.script);
  expect(shown).toContain(hostile.arabic);
  expect(await page.title()).toBe("Elsewhere");
  expect(await page.locator("#timeline [onerror], #timeline [onload], #timeline script, #timeline iframe").count()).toBe(0);
  for (const { text } of (await read(stories.hostile)).events)
    expect(text.headline + text.text).not.toMatch(/<(?:script|img|svg)/);
  await page.context().close();
});

it("dates what happened as exactly as it is known, and no more exactly", async () => {
  const dates = new Map((await read(stories.sample)).events.map(({ unique_id, start_date }) => [unique_id, start_date]));
  expect(dates.get("v9")).toEqual({ year: 2022, month: 10, day: 27 });
  expect(dates.get("v11")).toEqual({ year: 2025, month: 2, day: 10, hour: 20 });
  expect(dates.get("v12")).toEqual({ year: 2025, month: 2, day: 10, hour: 21, minute: 11, second: 4 });
  expect((await read("long-ago")).events[0]?.start_date).toEqual({ year: 2024 });
  const { page } = await draw(stories.sample);
  expect(await page.locator("#v12 .tl-headline-date").textContent()).toContain("9.11pm GMT on 10 February 2025");
  await page.context().close();
});

it("sets background apart, strikes retractions through, leaves no word of what was taken down", async () => {
  const { page } = await draw(stories.sample);
  expect(await page.locator(".tl-timegroup-message").allTextContents()).toContain("Background");
  await page.context().close();
  const { events } = await read(stories.mixedUp);
  const told = (id: string) => events.find(({ unique_id }) => unique_id === id)?.text;
  expect(told("v9")?.headline).toBe("Retracted: <del>The summit is called off</del>");
  expect(told("v9")?.text).toContain("It was never called off.");
  expect(told("v8")?.text).toContain("<del>Sam Altman counters with an offer of $97.4bn for Twitter</del>");
  expect(told("v7")?.headline).toBe("This entry was taken down");
  expect(JSON.stringify(events)).not.toContain("not for sale");
  expect(events.map(({ unique_id }) => unique_id)).not.toContain("v2");
});

it("draws a story in which nothing has happened yet", async () => {
  const { page } = await draw("only-opened");
  expect(await page.locator(".tl-timemarker").count()).toBe(1);
  await page.context().close();
});
