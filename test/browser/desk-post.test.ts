/** A story is worked at in a real browser, by pages that work without a script: a line, its forms, a preview, and what is recorded. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleRequests } from "../../events/sample.ts";
import { axeFaults, keepPicture, openPage, scrollsSideways, startBrowser, views } from "../support/browser.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  for (const view of views) for (const request of sampleRequests) await server.record(`story-${view.language}`, request);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const lines = {
  en: "openai rejects musk-bid; altman says “no thank you” on X @reuters",
  fr: "openai rejette musk-bid ; altman dit « non merci » sur X @reuters",
};

it.each(views)(
  "records two events by a line and two presses, each page without a fault for axe: $width px, $scheme, $language",
  async (view) => {
    const { page, faults } = await openPage(browser, view, server.url.origin);
    const look = async (name: string) => {
      await keepPicture(page, `desk-post-${name}`, view);
      expect([name, await axeFaults(page)]).toEqual([name, []]);
      expect([name, await scrollsSideways(page)]).toEqual([name, false]);
    };
    /** Presses a button that leads to another page: what is typed is kept before it goes. */
    const press = async (button: string) => {
      await Promise.all([page.waitForEvent("load"), page.locator(button).click()]);
    };
    await page.goto(new URL(`/desk?lang=${view.language}`, server.url).href);
    await page.locator("#token").fill(tokens.ada);
    await page.locator("#token").press("Enter");
    await page.waitForURL((url) => url.pathname === "/desk");
    const story = `/desk/story-${view.language}`;
    await page.goto(new URL(story, server.url).href);
    await look("story");
    await page.locator("#line").fill(lines[view.language]);
    await press('form.desk-line button[type="submit"]');
    await look("line");
    await press('button[value="preview"]');
    await look("preview");
    const before = await server.count();
    await press('button[value="record"]');
    expect(page.url()).toContain("recorded=");
    expect(await server.count()).toBe(before + 2);
    await page.goto(new URL(`${story}/post/OfferMade`, server.url).href);
    await page.locator("[id='0.data.price']").fill("?");
    await press('button[value="preview"]');
    await look("faults");
    const input = page.locator("[id='0.data.price']");
    expect(await input.getAttribute("aria-describedby")).toContain("0.data.price-error");
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
  },
);
