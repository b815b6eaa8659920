/** The line in a real browser: by keyboard alone and by thumb, seen as readers will see it, and told to whoever listens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFaults, keepPicture, scrollsSideways, sitDown, startBrowser, type View } from "../support/browser.ts";
import { openStory, recordStandingBid, signInOn, standingVersion, type } from "../support/desk-page.ts";
import { keystrokesIn, keystrokeTable, typedActs } from "../support/keystrokes.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

let browser: Browser;
let server: Server;
let page: Page;
let faults: string[];
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  ({ page, faults } = await sitDown(browser, { width: 1280, scheme: "light", language: "en" }, server.url.origin));
  await signInOn(page, server, tokens.ada);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

let stories = 0;
/** A story of its own, open at the desk. */
const begin = async (on: Page = page): Promise<string> => {
  stories += 1;
  const story = `told-${stories}`;
  await recordStandingBid(server, story);
  await openStory(on, server, story);
  return story;
};
const recorded = async (story: string) => (await server.log(story)).slice(standingVersion);
const soon = { timeout: 8000 };

it.each(typedActs)("records by keyboard alone: $name", async ({ typed, records }) => {
  const story = await begin();
  await type(page, typed);
  await expect.poll(() => recorded(story), soon).toMatchObject(records);
  // The cursor is back in a line that is empty.
  await expect.poll(() => page.locator("#line").inputValue()).toBe("");
  expect(await page.evaluate("document.activeElement.id")).toBe("line");
  expect(faults).toEqual([]);
});

it("tells in README how many keystrokes each act takes", () => {
  expect(readFileSync(join(import.meta.dirname, "../../README.md"), "utf8")).toContain(keystrokeTable());
});

it("takes a rejection with its source to the reader's page in 25 keystrokes and 10 seconds, at five keys a second", async () => {
  const [rejection] = typedActs;
  const story = await begin();
  const before = performance.now();
  await type(page, rejection?.typed ?? "", 5);
  const readersPage = async () => (await (await server.get(`/stories/${story}?lang=en`)).text()).replaceAll(/<[^>]*>/g, "");
  await expect.poll(readersPage, { timeout: 10_000, interval: 100 }).toContain("OpenAI has rejected Musk’s $97.4bn offer");
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(keystrokesIn(rejection?.typed ?? "")).toBeLessThanOrEqual(25);
});

it("never records by Enter alone, and takes by it what is chosen", async () => {
  const story = await begin();
  await type(page, "op");
  const line = page.locator("#line");
  expect(await line.getAttribute("aria-activedescendant")).toBe("line-options-0");
  await page.keyboard.press("Enter");
  expect(await line.inputValue()).toBe("OpenAI ");
  await type(page, "rejects ");
  for (const _ of [1, 2, 3]) await page.keyboard.press("Enter");
  await page.locator(".desk-preview .desk-sentence").first().waitFor();
  await page.keyboard.press("Enter");
  expect([...new URL(page.url()).searchParams.keys()].filter((name) => name !== "draft")).toEqual([]);
  expect(await page.locator(".desk-posts").isHidden()).toBe(true);
  expect(await recorded(story)).toEqual([]);
});

it("shows the sentence and the entry in both languages, and nothing of it once the line says something else", async () => {
  await begin();
  await type(page, "op⇥rej⇥");
  const preview = page.getByRole("region", { name: "As readers will see it" });
  expect(await preview.getByRole("region", { name: "English" }).innerText()).toContain("OpenAI has rejected Musk’s");
  expect(await preview.getByRole("region", { name: "Français" }).innerText()).toContain("OpenAI");
  await type(page, "zzz");
  await expect.poll(() => preview.innerText()).toContain("Not yet: Text zzz is not understood");
  expect(await preview.getByRole("region").count()).toBe(0);
});

it("says at its part what the rules have against it, and what is only unlikely", async () => {
  const story = await begin();
  await type(page, "op⇥rej⇥⏎⏎");
  await expect.poll(() => recorded(story), soon).toHaveLength(1);
  await page.locator(`#v${standingVersion + 1}`).waitFor();
  // What was said a moment ago is said again.
  await type(page, "openai rejects musk-bid");
  const parts = page.getByRole("toolbar", { name: "What is understood" });
  await expect.poll(() => parts.locator(".desk-chip-open, .field-error").count(), soon).toBeGreaterThan(0);
  await page.locator("#line").fill("");
});

it("opens each part as a field by its keys, puts it another way, and takes it out", async () => {
  await begin();
  await type(page, "op⇥rej⇥@le⇥");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  const parts = page.getByRole("toolbar", { name: "What is understood" });
  expect(await page.evaluate("document.activeElement.innerText")).toContain("OpenAI");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const field = parts.getByRole("textbox").or(parts.getByRole("combobox"));
  await field.fill("yesterday 9pm");
  await field.press("Enter");
  expect(await page.locator("#line").inputValue()).toContain("yesterday 9pm");
  await page.keyboard.press("Backspace");
  expect(await page.locator("#line").inputValue()).not.toContain("yesterday");
  await page.keyboard.press("Escape");
  expect(await page.evaluate("document.activeElement.id")).toBe("line");
  await page.locator("#line").fill("");
});

it("takes no field from under the fingers when the preview comes", async () => {
  await begin();
  await page.route("**/events?dryRun=true", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await type(page, "op⇥rej⇥@le⇥");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  const answered = page.waitForResponse(/dryRun=true/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("yesterday");
  await answered;
  await page.locator(".desk-preview .desk-sentence").first().waitFor();
  await page.keyboard.type(" 9pm");
  await page.keyboard.press("Enter");
  expect(await page.locator("#line").inputValue()).toContain("yesterday 9pm");
  await page.unroute("**/events?dryRun=true");
  await page.locator("#line").fill("");
});

it("lists its keys, walks from entry to entry, never acts while somebody types, and lets single keys be turned off", async () => {
  await begin();
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await type(page, "?j/");
  expect([await page.locator("#line").inputValue(), await dialog.count()]).toEqual(["?j/", 0]);
  await page.locator("#line").fill("");
  await page.locator("#line").blur();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await page.evaluate("document.activeElement.matches('.desk-entries > li:nth-child(2)')")).toBe(true);
  await page.keyboard.press("k");
  expect(await page.evaluate("document.activeElement.matches('.desk-entries > li:first-child')")).toBe(true);
  await page.keyboard.press("l");
  expect(await page.evaluate("document.activeElement.id")).toBe("line");
  await page.locator("#line").blur();
  await page.keyboard.press("?");
  await dialog.getByRole("checkbox").uncheck();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("?");
  await page.keyboard.press("l");
  expect([await dialog.count(), await page.evaluate("document.activeElement.id")]).toEqual([0, ""]);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await dialog.getByRole("checkbox").check();
  await page.keyboard.press("Escape");
});

it("records the rejection by thumb, on a phone, in 12 taps", async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true });
  const phone = await context.newPage();
  await signInOn(phone, server, tokens.ada);
  const story = await begin(phone);
  let taps = 0;
  const tap = async (name: string, role: "option" | "button" | "combobox" = "option") => {
    const target = phone.getByRole(role, { name }).first();
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await target.tap({ timeout: 4000 });
    taps += 1;
  };
  await tap("Post by a line", "combobox");
  await tap("OpenAI");
  await tap("rejects");
  await tap("Musk");
  await tap("Record", "button");
  await tap("Send now", "button");
  await expect
    .poll(() => recorded(story), soon)
    .toMatchObject([{ type: "OfferRejected", data: { by: "openai", offer: "musk-bid" }, sources: [{ publisher: "Reuters" }] }]);
  expect(taps).toBeLessThanOrEqual(12);
  await context.close();
});

const looks: View[] = [
  { width: 320, scheme: "dark", language: "en" },
  { width: 1280, scheme: "light", language: "fr" },
];
it.each(looks)("is for everybody's eyes and ears: $width px, $scheme, $language", async (view) => {
  const { page: own, faults: found } = await sitDown(browser, view, server.url.origin);
  await signInOn(own, server, tokens.bob, view.language);
  await begin(own);
  const look = async (name: string) => {
    await keepPicture(own, `desk-line-${name}`, view);
    expect([name, await axeFaults(own)]).toEqual([name, []]);
    expect([name, await scrollsSideways(own)]).toEqual([name, false]);
  };
  await type(own, "op");
  await look("completed");
  const told = own.locator("#desk-said");
  await expect.poll(() => told.textContent()).toMatch(/^\d (?:suggestion|proposition)s?$/);
  expect(await own.locator("main").ariaSnapshot()).toMatch(
    /combobox "[^"]+"[^\n]*: op\n(?:.*\n)*?.*listbox "(?:Suggestions|Propositions)"/,
  );
  await type(own, "⇥rej⇥");
  await own.locator(".desk-preview .desk-sentence").nth(1).waitFor();
  await own.keyboard.press("Escape");
  await look("previewed");
  await type(own, "⏎");
  await own.locator(".desk-post").waitFor();
  await look("held");
  await expect.poll(() => told.textContent()).toMatch(/(?:Goes out in|Part dans) \d+ sec/);
  await own.locator("#line").blur();
  await own.keyboard.press("z");
  await own.locator(".desk-post-taken-back").waitFor();
  await own.keyboard.press("?");
  await look("shortcuts");
  expect(found).toEqual([]);
  await own.context().close();
});
