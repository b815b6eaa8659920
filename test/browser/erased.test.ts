/** What is taken down leaves the pages that are open: of concluded stories, of corrections, of the past, and what their heads say to machines. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage, startBrowser } from "../support/browser.ts";
import { concluded, corrected, development, type Posted, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

const secret = "zibeline";
let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const telling = development(`News of the ${secret}`);
const mended = corrected(6, { data: { headline: `More of the ${secret}` } });

describe("what was taken down", () => {
  it.each<[string, string, readonly Posted[]]>([
    ["a running story", "", [telling]],
    ["a concluded story", "", [telling, concluded()]],
    ["the corrections of a running story", "/corrections", [telling, mended]],
    ["the corrections of a concluded story", "/corrections", [telling, mended, concluded()]],
    ["a story as it was", "?version=6", [telling, mended]],
    ["a concluded story as it was", "?version=7&lang=fr", [telling, mended, concluded()]],
    ["a story as it was on a day", "?asOf=2099-01-01", [telling]],
  ])("leaves the page and its head: %s", async (what, path, posted) => {
    const story = what.replaceAll(" ", "-");
    await server.record(story, paced([...scene, ...posted]));
    const { page, faults } = await openPage(browser, { width: 1280, scheme: "light", language: "en" }, server.url.href);
    await page.goto(new URL(`/stories/${story}${path}`, server.url).href);
    const html = () => page.content();
    expect(await html()).toContain(secret);
    expect((await server.takeDown(story, 6)).status).toBe(201);
    await expect.poll(html, { timeout: 18_000, interval: 200 }).not.toContain(secret);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("leaves the title, the head and the code to embed, where it was the title", async () => {
    const [opening, ...rest] = scene;
    await server.record("title", paced([{ ...(opening as Posted), data: { title: `The ${secret}`, language: "en" } }, ...rest]));
    const { page } = await openPage(browser, { width: 1280, scheme: "light", language: "en" }, server.url.href);
    await page.goto(new URL("/stories/title", server.url).href);
    expect([await page.title(), await page.content()]).toEqual([
      expect.stringContaining(secret),
      expect.stringContaining(secret),
    ]);
    expect((await server.takeDown("title", 1)).status).toBe(201);
    await expect.poll(() => page.content(), { timeout: 18_000, interval: 200 }).not.toContain(secret);
    expect(await page.locator('head script[type="application/ld+json"]').count()).toBe(1);
    await page.close();
  });
});
