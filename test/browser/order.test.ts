/** The story's page as a latecomer meets it: in what order, within how many screens, and in whose time. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, keepPicture, scrollsSideways, startBrowser, type View } from "../support/browser.ts";
import { at, development, opened } from "../support/drafts.ts";
import { type Server, startServer } from "../support/server.ts";
import { takeover } from "../support/takeover.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await server.record("takeover", takeover());
  const told = (headline: string, occurredAt: string, precision = "minute") => ({
    ...development(headline),
    occurredAt,
    precision,
  });
  await server.record("zones", [
    { ...at("2025-01-01T00:00:00Z", opened({ title: "Zones", timeZone: "Australia/Sydney" })) },
    told("In July", "2025-07-10T20:05:00+10:00"),
    told("In December", "2025-12-10T09:30:00+11:00"),
    told("About two in Delhi", "2025-12-11T14:20:00+05:30", "hour"),
    told("Just now", new Date(Date.now() - 5 * 60_000 - 5_000).toISOString()),
  ]);
  await server.record("elsewhere", [
    at("2025-01-01T00:00:00Z", opened({ title: "Elsewhere" })),
    told("About two in Delhi", "2025-02-10T14:00:00+05:30", "hour"),
    told("On the 11th in Sydney", "2025-02-11T00:00:00+11:00", "day"),
    told("At eight in London", "2025-02-10T20:00:00Z"),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type Reading = { width?: number; touch?: boolean; zone?: string; scripts?: boolean; scheme?: View["scheme"]; language?: string };
const reading = async (
  path: string,
  { width = 390, touch = false, zone, scripts = true, scheme = "light", language = "en-GB" }: Reading,
) => {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    hasTouch: touch,
    isMobile: touch,
    javaScriptEnabled: scripts,
    colorScheme: scheme,
    locale: language,
    reducedMotion: "reduce",
    ...(zone === undefined ? {} : { timezoneId: zone }),
  });
  const page = await context.newPage();
  await page.goto(new URL(path, server.url).href);
  return page;
};
const textIn = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

describe.each([360, 390, 768, 1280])("at %i pixels", (width) => {
  it("has one outline, its landmarks, and what matters first", async () => {
    const page = await reading("/stories/takeover", { width, scheme: width === 390 ? "dark" : "light" });
    const headings = await page
      .locator("main :is(h1, h2, h3)")
      .evaluateAll((all) => all.map((one) => `${one.tagName} ${one.textContent}`));
    expect(headings.filter((heading) => !heading.startsWith("H3"))).toEqual([
      "H1 The fight for Harbour Lights",
      "H2 What you need to know",
      "H2 Latest",
      "H2 Key moments",
      "H2 What comes next",
      "H2 Offers",
      "H2 Timeline",
      "H2 In short",
      "H2 Who’s who",
      "H2 Insults",
      "H2 What we don’t know yet",
      "H2 The story as it was",
      "H2 Follow elsewhere",
      "H2 Show it on your own site",
    ]);
    expect(headings.filter((heading) => heading.startsWith("H3"))[0]).toBe("H3 15 July 2025");
    for (const role of ["banner", "main", "contentinfo"] as const) expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.getByRole("navigation", { name: "On this page" }).isVisible()).toBe(true);
    expect(await textIn(page, ".latest .line-text")).toEqual([
      "Castor blocks Boréal’s $2.9bn offer for Harbour Lights",
      "The minister asks for time",
      "Harbour Lights accepts Boréal’s $2.9bn offer",
    ]);
    expect([await axeFaults(page), await scrollsSideways(page)]).toEqual([[], false]);
    expect(await page.locator("body").innerText()).not.toContain("UTC");
    // The focus goes down the page as the eye does; beside it, the second column comes after the first.
    const tops = await page
      .locator("main :is(.standing, .contents, .essentials, .latest, .offers, .timeline) :is(a, button, summary)")
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(60);
    // Beside its time, an entry begins anew.
    const line = 60;
    expect(tops.filter((top, index) => top < Math.max(...tops.slice(0, index)) - line)).toEqual([]);
    await keepPicture(page, "order", { width, scheme: width === 390 ? "dark" : "light", language: "en" });
    await page.context().close();
  });
});

it.each([false, true])(
  "shows its first entry within a screen and a half of a phone, all within twelve; touch: %s",
  async (touch) => {
    const page = await reading("/stories/takeover", { touch });
    const { top, height } = await page.evaluate<{ top: number; height: number }>(
      "({ top: document.querySelector('.entry').getBoundingClientRect().top, height: document.documentElement.scrollHeight })",
    );
    expect(top / 844).toBeLessThan(1.5);
    expect(height / 844).toBeLessThan(12);
    if (touch) {
      const low = await page
        .locator(".contents a, .share-entry, .entry-when a, .lines a, .offer-lines a, main summary")
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9).map((one) => one.outerHTML),
        );
      expect(low).toEqual([]);
    }
    await page.evaluate("scrollTo({ top: 3000, behavior: 'instant' })");
    expect(await page.locator(".contents li:visible").allInnerTexts()).toEqual(["Latest", "Offers 4", "Who’s who 5"]);
    expect(await page.locator(".contents").evaluate((bar) => Math.round(bar.getBoundingClientRect().top))).toBe(0);
    await page.context().close();
  },
);

it("copies what was retracted as retracted, and quotes it to who opens it alone", async () => {
  const page = await reading("/stories/takeover", {});
  await page.goto(new URL("/stories/takeover?order=asc", server.url).href);
  await page.evaluate("document.getElementById('folded').open = true");
  await page.evaluate("getSelection().selectAllChildren(document.getElementById('v40'))");
  const copied = await page.evaluate<string>("getSelection().toString()");
  expect(copied).toMatch(/Retracted: Dockworkers stop work at berth 4/);
  await page.context().close();
});

describe("clocks", () => {
  const times = async (page: Page) => {
    const [now, ...others] = await textIn(page, ".entry-when time");
    expect(now).toMatch(/^[5-9] minutes ago$/);
    return others.slice(0, 3);
  };
  const zones = [
    { zone: "Asia/Kolkata", own: ["2pm", "4am", "3.35pm"] },
    { zone: "Europe/Paris", own: ["9.30am", "9 December 2025, 11.30pm", "12.05pm"] },
    { zone: "America/New_York", own: ["3.30am", "9 December 2025, 5.30pm", "6.05am"] },
  ];

  it.each(zones)("are Sydney’s for a reader in $zone, and the reader’s own on demand", async ({ zone, own }) => {
    const page = await reading("/stories/zones", { zone });
    expect(await times(page)).toEqual(["7.30pm", "9.30am", "8.05pm"]);
    expect((await textIn(page, ".day h3")).slice(1, 4)).toEqual(["11 December 2025", "10 December 2025", "10 July 2025"]);
    expect(await page.locator("#v2 .entry-when time").getAttribute("title")).toMatch(/^8\.05pm AEST on 10 July 2025 · .* in \w+/);
    await page.getByRole("button", { name: "Show my time" }).click();
    expect(await times(page)).toEqual(own);
    await page.reload();
    expect(await times(page)).toEqual(own);
    await page.getByRole("button", { name: "Show times in Sydney" }).click();
    expect((await times(page))[2]).toBe("8.05pm");
    await page.context().close();
  });

  it("differ by nobody who reads without scripts", async () => {
    const pages = await Promise.all(zones.map(({ zone }) => reading("/stories/zones", { zone, scripts: false })));
    const bodies = await Promise.all(pages.map((page) => page.locator("main").innerText()));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain("Times in Sydney");
    await Promise.all(pages.map((page) => page.context().close()));
  });

  it("tell an hour of another zone by what it is here, and days that do not run backwards", async () => {
    const page = await reading("/stories/elsewhere?order=asc", { scripts: false });
    expect(await page.locator("#v2 .entry-when").innerText()).toContain("8.30am");
    expect(await page.locator("#v3 .entry-when time").innerText()).toBe("10–11 February 2025");
    expect(await textIn(page, ".day h3")).toEqual(["1 January 2025", "10 February 2025"]);
    const french = await reading("/stories/elsewhere?order=asc&lang=fr", { scripts: false });
    expect(await french.locator("#v2 .entry-when").innerText()).toMatch(/8\sh\s30/);
    expect(await french.locator("#v4 .entry-when").innerText()).toMatch(/20\sheures/);
    await page.context().close();
    await french.context().close();
  });
});
