/** A newcomer, in a real browser: from the desk's link to a story of their own and its first events, reading nothing but what is on the pages. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFaults, keepPicture, openPage, scrollsSideways, startBrowser, type View } from "../support/browser.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const said = {
  en: {
    open: "Open a story",
    title: "The battle for OpenAI",
    parties: "Elon Musk, Tesla’s chief executive\nOpenAI\nTesla\nshareholders",
    lines: ["openai rejects elon-musk-bid @ft", "musk says “We will be back” @reuters"],
    slug: "the-battle-for-openai",
  },
  fr: {
    open: "Ouvrir un récit",
    title: "La bataille pour OpenAI",
    parties: "Elon Musk, patron de Tesla\nOpenAI\nTesla\nactionnaires",
    lines: ["openai rejette elon-musk-bid @lemonde", "musk dit « Nous reviendrons » @reuters"],
    slug: "la-bataille-pour-openai",
  },
};

it.each<View>([
  { width: 1280, scheme: "light", language: "en" },
  { width: 320, scheme: "dark", language: "fr", scripts: false },
])("opens a story and records its first three events: $width px, $scheme, $language, scripts $scripts", async (view) => {
  const { page, faults } = await openPage(browser, view, server.url.origin);
  const words = said[view.language];
  const look = async (name: string) => {
    await keepPicture(page, `desk-newcomer-${name}`, view);
    if (view.scripts !== false) expect([name, await axeFaults(page)]).toEqual([name, []]);
    if (view.scripts !== false) expect([name, await scrollsSideways(page)]).toEqual([name, false]);
  };
  const press = async (step: string) => {
    await Promise.all([page.waitForEvent("load"), page.locator(`button[value="${step}"]`).click()]);
  };
  await page.goto(new URL("/desk", server.url).href);
  await page.locator("#token").fill(tokens.ada);
  await page.locator("#token").press("Enter");
  await look("stories");
  await page.getByRole("link", { name: words.open }).click();
  await look("open");
  await page.locator('[name="storyTitle"]').fill(words.title);
  await page.locator('[name="firstParties"]').fill(words.parties);
  await page.locator("main form button").last().click();
  await page.locator('button[value="record"]').waitFor();
  await look("preview");
  await press("edit");
  await look("change");
  await press("preview");
  await press("record");
  await page.waitForURL((url) => url.pathname === `/desk/${words.slug}`);
  await look("opened");
  // The first line that it offers to try.
  await page.locator("#first ~ ul a").first().click();
  await look("line");
  const record = async () => {
    await press("preview");
    await press("record");
    await page.waitForURL(/recorded=/);
  };
  await record();
  for (const line of words.lines) {
    const before = (await server.log(words.slug)).length;
    await page.locator("#line").fill(line);
    // With scripts the line records by itself; without, it becomes forms.
    await page.locator("#line").press(view.scripts === false ? "Enter" : "Control+Enter");
    if (view.scripts === false) await record();
    else await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await server.log(words.slug)).length, { timeout: 20_000 }).toBe(before + 1);
  }
  await look("told");
  const log = await server.log(words.slug);
  expect(log.map(({ type }) => type).slice(0, 5)).toEqual(["StoryOpened", ...Array(4).fill("PartyIntroduced")]);
  expect(log.slice(5).map(({ type }) => type)).toEqual(["OfferMade", "OfferRejected", "StatementMade"]);
  expect(log.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ party: "elon-musk", kind: "person", of: "tesla" }),
  );
  await page.locator(`a[href="/desk/${words.slug}/settings"]`).click();
  await look("settings");
  await page.goto(new URL(`/desk/${words.slug}/settings?party=openai`, server.url).href);
  await look("party");
  await page.goto(new URL("/desk/front", server.url).href);
  await look("front");
  expect(faults).toEqual([]);
});
