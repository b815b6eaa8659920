/** The pages in a real browser: whoever reads them, on whatever screen, meets no fault. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, keepPicture, openAt, scrollsSideways, startBrowser, turnTo, type View, views } from "../support/browser.ts";
import { type Server, startServer } from "../support/server.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await recordStories(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const phone: View = { width: 360, scheme: "light", language: "en" };
const open = (path: string, view = phone) => openAt(browser, view, new URL(path, server.url));

const pages = {
  stories: "/",
  story: `/stories/${stories.sample}`,
  past: `/stories/${stories.mixedUp}?version=11&order=asc`,
  hostile: `/stories/${stories.hostile}`,
  problem: "/problems/refused",
};
const nowhere = { nowhere: "/nowhere" };
const corrected = `/stories/${stories.mixedUp}`;

describe.each(views)("at $width, $scheme, $language", (view) => {
  it.each(Object.entries({ ...pages, ...nowhere }))("shows the page %s without a fault", async (name, path) => {
    const { page, faults } = await turnTo(browser, view, new URL(path, server.url));
    const seen = await axeFaults(page);
    expect(seen).toEqual([]);
    expect(await page.locator("html").getAttribute("lang")).toBe(view.language);
    expect(await scrollsSideways(page)).toBe(false);
    // Chromium itself notes on the console that a page answered 404.
    expect(faults.filter((fault) => !(name in nowhere) || !fault.includes("the server responded with a status of"))).toEqual([]);
    await keepPicture(page, name, view);
  });
});

it.each([320, 640])("wraps all of a hostile story at %i pixels", async (width) => {
  const { page } = await open(pages.hostile, { ...phone, width });
  expect(await scrollsSideways(page)).toBe(false);
});

it("shows hostile words as they are, and lets none of them act", async () => {
  const { page, faults } = await open(pages.hostile);
  const text = await page.locator("main").innerText();
  for (const words of Object.values(hostile)) expect(text).toContain(words);
  expect(await page.title()).toBe(`${hostile.script} · Riposte`);
  expect(await page.locator("main :is(img, script, svg:not(.bar, .hatch))").count()).toBe(0);
  expect(faults).toEqual([]);
});

it("tells each quote's language and direction, whatever the page's own", async () => {
  const { page } = await open(pages.hostile, { ...phone, language: "fr" });
  const quotation = page.locator("#v6 blockquote");
  expect(await quotation.innerText()).toContain(hostile.arabic);
  expect(await quotation.getAttribute("lang")).toBe("ar");
  expect(await page.locator(".insult blockquote").getAttribute("lang")).toBe("ar");
  expect(await page.evaluate("getComputedStyle(document.querySelector('.insult blockquote')).direction")).toBe("rtl");
  expect(await page.locator("#v7 blockquote[lang=en]").innerText()).toContain(hostile.script);
  expect(await page.locator("#v7 figcaption [lang=de]").innerText()).toContain(hostile.long);
});

it("shows what a correction has changed: the old words struck through, the new, and why", async () => {
  const { page } = await open(corrected);
  const entry = page.locator("#v8");
  await expect.soft(entry.locator("h4").innerText()).resolves.toBe("Sam Altman counters with an offer of $9.74bn for Twitter");
  expect(await entry.locator("del").innerText()).toBe("Sam Altman counters with an offer of $97.4bn for Twitter");
  expect(await entry.locator("ins").innerText()).toBe("Sam Altman counters with an offer of $9.74bn for Twitter");
  expect(await entry.locator("#v10").innerText()).toContain("Why: It was wrong.");
});

it("strikes a retraction through, says so where it is read aloud, and says why", async () => {
  const { page } = await open(corrected);
  await page.getByRole("heading", { name: "Retracted: The summit is called off" }).waitFor();
  expect(await page.locator("#v9 h4 del").innerText()).toBe("The summit is called off");
  expect(await page.locator("#v9").innerText()).toContain("Why: It was never called off.");
});

it("leads to an event by its anchor", async () => {
  const { page } = await open(`${pages.story}#v9`);
  expect(await page.locator("#v9:target").count()).toBe(1);
  expect(await page.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight")).toBe(true);
  await page.locator(".latest a[href='#v15']").click();
  expect(new URL(page.url()).hash).toBe("#v15");
});

it("is read by keyboard: the first stop skips to the content", async () => {
  const { page } = await open(pages.story);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").innerText()).toBe("Skip to the content");
  expect(await page.locator(":focus").isVisible()).toBe(true);
  await page.keyboard.press("Enter");
  expect(await page.locator(":focus").getAttribute("id")).toBe("content");
});

it("needs no script: stories, pages of the timeline, the past and the other language are links", async () => {
  const { page } = await open("/", { ...phone, scripts: false });
  await page.getByRole("link", { name: "The long quarrel" }).click();
  await page.getByRole("link", { name: "Earlier events" }).click();
  await page.getByRole("link", { name: "Earlier events" }).click();
  expect(await page.locator(".entry").last().getAttribute("id")).toBe("v1");
  await page.locator("#v1 .entry-when a").click();
  await page.getByRole("link", { name: "The story at this point" }).click();
  expect(await page.getByRole("note").innerText()).toContain("as it was after event 1.");
  await page.getByRole("link", { name: "Français" }).click();
  expect(await page.getByRole("note").innerText()).toContain("après l’événement 1.");
  await page.getByRole("link", { name: "Récits" }).click();
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");
});

it("prints the story, and not the way around it", async () => {
  const { page } = await open(pages.story);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("nav").evaluateAll((navs) => navs.some((nav) => nav.checkVisibility()))).toBe(false);
  expect(await page.locator("#v12 blockquote").isVisible()).toBe(true);
});
