/** The front page and its search in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, keepPicture, openAt, scrollsSideways, startBrowser, turnTo, type View, views } from "../support/browser.ts";
import { insult, opened, party, said } from "../support/drafts.ts";
import { untilIndexed } from "../support/indexed.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { hostile, recordStories } from "../support/stories.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await recordStories(server);
  const setting = [opened({ title: "Le fromager et la fermière" }), party("a"), party("b")];
  await server.record("fromager", paced([...setting, insult({ quote: said("Vous êtes un escroc, monsieur.", "fr") })]));
  await untilIndexed(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const phone: View = { width: 360, scheme: "light", language: "en" };
const open = (path: string, view = phone) => openAt(browser, view, new URL(path, server.url));

const pages = {
  front: "/",
  found: "/?q=musk",
  hostile: `/?q=${encodeURIComponent(hostile.long.slice(0, 20))}`,
  nothing: "/?q=zzz",
};

describe.each(views)("at $width, $scheme, $language", (view) => {
  it.each(Object.entries(pages))("shows the page %s without a fault", async (name, path) => {
    const { page, faults } = await turnTo(browser, view, new URL(path, server.url));
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(faults).toEqual([]);
    await keepPicture(page, `search-${name}`, view);
  });
});

const noScript: View = { ...phone, scripts: false };

it.each([phone, noScript, { ...noScript, language: "fr" as const }])(
  "is searched by keyboard, with script and without: %j",
  async (view) => {
    const { page } = await open("/", view);
    const box = page.getByRole("search");
    await box.getByRole("searchbox").focus();
    await page.keyboard.type("escroc monsieur");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?q=escroc/);
    expect(await page.locator("h1").innerText()).toContain("escroc monsieur");
    expect(await page.locator("mark").allInnerTexts()).toEqual(["escroc", "monsieur"]);
    expect(await box.getByRole("searchbox").inputValue()).toBe("escroc monsieur");
    // A reader of the screen is told first by the title.
    expect(await page.title()).toContain(view.language === "fr" ? "1 entrée" : "1 entry");
    await page.keyboard.press("Tab");
    await page.locator(".hits a").focus();
    await page.keyboard.press("Enter");
    // An entry has a page of its own, which leads into the story.
    await page.waitForURL(/\/events\/4(?:\?|$)/);
    expect(await page.locator("h1, blockquote").allInnerTexts()).toContainEqual(
      expect.stringContaining("Vous êtes un escroc, monsieur"),
    );
    await page.locator('main a[href$="#v4"]').first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#v4$/);
    expect(await page.locator("#v4:target").innerText()).toContain("Vous êtes un escroc, monsieur");
  },
);

it("leads into the midst of a long story, to the entry itself", async () => {
  const { page } = await open("/?q=%22number+3%22");
  await page.locator(".hits a").first().click();
  await page.waitForURL(/\/events\/\d+(?:\?|$)/);
  await page.getByRole("link", { name: "Read it in the story" }).click();
  await page.waitForURL(/cursor=/);
  expect(await page.locator(".entry:target").innerText()).toContain("number 3");
  expect(await page.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight")).toBe(true);
});

it("keeps what is searched for in the other language, and the language in what is found", async () => {
  const { page } = await open("/?q=musk");
  await page.getByRole("link", { name: "Français" }).click();
  expect(await page.locator("h1").innerText()).toMatch(/^«\smusk\s»$/);
  await page.getByRole("searchbox").fill("escroc");
  await page.getByRole("button", { name: "Chercher" }).click();
  expect(await page.locator("h1").innerText()).toMatch(/escroc/);
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");
  expect(await page.locator(".hits a").first().getAttribute("href")).toContain("lang=fr");
  await page.getByRole("link", { name: "Tous les récits" }).click();
  expect(await page.locator("h1").innerText()).toBe("Récits");
});

it("says in words that nothing was found, and leads back", async () => {
  const { page } = await open("/?q=zzz");
  expect(await page.locator("main").innerText()).toContain("No entry has all of these words.");
  expect(await page.title()).toBe("“zzz”: nothing found · Riposte");
  await page.getByRole("link", { name: "All stories" }).click();
  expect(await page.locator("article").count()).toBeGreaterThan(3);
});

it("shows hostile words that were searched for as they are", async () => {
  const { page, faults } = await open(`/?q=${encodeURIComponent(hostile.attribute)}`);
  expect(await page.getByRole("searchbox").inputValue()).toBe(hostile.attribute);
  expect(await page.locator("h1").innerText()).toContain("<svg onload=alert(1)>");
  expect(await page.locator("main svg").count()).toBe(0);
  expect(faults).toEqual([]);
});

it("puts the story that moved last first, and larger", async () => {
  const { page } = await open("/", { ...phone, width: 1280 });
  const sizes: number[] = await page.evaluate(
    "[...document.querySelectorAll('article h2')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))",
  );
  expect(await page.locator("article h2").first().innerText()).toBe("Le fromager et la fermière");
  expect(sizes[0]).toBeGreaterThan(1.5 * (sizes[1] ?? 0));
  expect(new Set(sizes.slice(1)).size).toBe(1);
});
