/** The API's description in a real browser: it is read and tried under the strict policy, from this origin alone. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { axeFaults, keepPicture, openPage, scrollsSideways, startBrowser, type View, views } from "../support/browser.ts";
import { type Server, startServer } from "../support/server.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  for (const events of sampleRequests) await server.record(sampleStory, events);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (view: View) => {
  const opened = await openPage(browser, view, server.url.href);
  await opened.page.goto(new URL("/docs", server.url).href);
  return opened;
};

describe.each(views)("at $width, $scheme, $language", (view) => {
  it("draws every operation without a fault", async () => {
    const { page, faults } = await open(view);
    await page.locator(".opblock").last().waitFor();
    const { paths } = await server.read<{ paths: Record<string, object> }>("/openapi.json");
    expect(await page.locator(".opblock").count()).toBe(Object.values(paths).flatMap(Object.keys).length);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await keepPicture(page, "docs", view);
    expect(faults).toEqual([]);
  });
});

it("tries an operation against this very API", async () => {
  const { page, faults } = await open({ width: 1280, scheme: "light", language: "en" });
  const operation = page.locator("[id^='operations-'][id$='-readStatus']");
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await operation.getByPlaceholder("story").fill(sampleStory);
  await operation.getByRole("button", { name: "Execute" }).click();
  const answer = operation.locator(".live-responses-table .response");
  await answer.waitFor();
  expect(await answer.locator(".response-col_status").innerText()).toContain("200");
  expect(await answer.innerText()).toContain('"stage": "countered"');
  expect(faults).toEqual([]);
});

it("links to the description where scripts do not run", async () => {
  const { page } = await open({ width: 360, scheme: "light", language: "en", scripts: false });
  expect(await page.locator("noscript a, p a[href='/openapi.json']").first().getAttribute("href")).toBe("/openapi.json");
});
