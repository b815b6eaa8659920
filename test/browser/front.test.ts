/** The front page with seventeen stories in a real browser, and the plots of prices on their pages. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, keepPicture, openAt, scrollsSideways, startBrowser, turnTo, type View } from "../support/browser.ts";
import { longTitle, recordFrontStories } from "../support/front-stories.ts";
import { type Server, startServer } from "../support/server.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await recordFrontStories(server);
  const stories = [
    { story: "paramount", place: "lead", section: "Deals" },
    { story: "writers-strike", place: "pinned", section: "Labour" },
    { story: "rap-feud", place: "hidden" },
    { story: "sky", section: "Deals" },
  ];
  await server.send("PUT", "/api/front-page", server.signed("ada"), { stories });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const phone: View = { width: 390, scheme: "dark", language: "en" };
const desk: View = { width: 1280, scheme: "light", language: "fr" };
const open = (path: string, view: View = phone) => openAt(browser, view, new URL(path, server.url));

describe.each([phone, desk, { ...phone, width: 360, scheme: "light" as const }])("at $width, $scheme, $language", (view) => {
  it.each(["/", "/stories/sky"])("shows %s without a fault", async (path) => {
    const { page, faults } = await turnTo(browser, view, new URL(path, server.url));
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(faults).toEqual([]);
    await keepPicture(page, path === "/" ? "front" : "plot", view);
  });
});

it("cuts a title at three lines for the eye, and not for who listens", async () => {
  const { page } = await open("/");
  expect(await page.getByRole("link", { name: longTitle }).getAttribute("lang")).toBe("de");
  const [shown, whole, line]: number[] = await page.evaluate(
    "((one) => [one.clientHeight, one.scrollHeight, Number.parseFloat(getComputedStyle(one).lineHeight)])(document.querySelector('[lang=de] > .cut'))",
  );
  expect(Math.round((shown ?? 0) / (line ?? 1))).toBe(3);
  expect(whole).toBeGreaterThan(shown ?? 0);
});

it("tells titles, sentences and dates in other scripts by their language and direction", async () => {
  const { page } = await open("/", desk);
  const card = page.locator("article", { has: page.locator("a[lang=ar]") });
  expect(await page.evaluate("getComputedStyle(document.querySelector('[lang=ar] > .cut')).direction")).toBe("rtl");
  expect(await card.locator(".listed-sentence bdi[lang=he]").innerText()).toBe("בנק המערב");
  expect(await card.locator(".live-fact").innerText()).toMatch(/^1 insulte · .*2099/);
});

it("is picked by section, language and party without a script, by keyboard", async () => {
  const { page } = await open("/", { ...phone, scripts: false });
  const titles = () => page.locator("article .cut").allInnerTexts();
  expect((await titles())[0]).toBe("Who gets Paramount");
  await page.getByRole("link", { name: "Deals" }).click();
  expect(await titles()).toEqual(["Who gets Paramount", "The battle for Sky"]);
  await page.getByText("Pick stories").click();
  await page.getByLabel("Who is in it").selectOption({ label: "Comcast" });
  await page.getByRole("button", { name: "Show" }).click();
  expect(await titles()).toEqual(["The battle for Sky"]);
  await page.getByRole("link", { name: "All stories" }).click();
  await page.getByText("Pick stories").click();
  await page.getByLabel("Language of the story").selectOption("ar");
  await page.getByLabel("Language of the story").press("Tab");
  await page.getByRole("button", { name: "Show" }).click();
  expect(await page.locator("article").count()).toBe(1);
});

it("says how much is new in the last day, and, to who has been here, since then", async () => {
  const { page } = await open("/");
  const fresh = page.locator("article", { hasText: "The battle for Sky" }).locator(".fresh");
  expect(await fresh.innerText()).toMatch(/^\d+ new in the last day$/);
  const { version } = await server.read<{ version: number }>("/api/stories/sky");
  const yesterday = `{ sky: { version: ${version - 2}, at: new Date().setHours(0, 0, 0, 0) - 3_600_000 } }`;
  await page.evaluate(`localStorage.setItem("riposte.seen", JSON.stringify(${yesterday}))`);
  await page.reload();
  expect(await fresh.innerText()).toBe("2 new since yesterday");
  await page.evaluate(`localStorage.setItem("riposte.seen", JSON.stringify({ sky: { version: ${version}, at: Date.now() } }))`);
  await page.reload();
  expect(await fresh.isVisible()).toBe(false);
});

describe("a plot of prices", () => {
  it("is a picture with a name and a description, in colours and in forms", async () => {
    const { page } = await open("/stories/sky", { ...phone, width: 1280 });
    const plot = page.getByRole("img", { name: "Price offered for \u2068Sky\u2069, a share" });
    expect(await plot.locator("desc").textContent()).toMatch(
      /^6 prices by 2 bidders from 9 Dec 2016 .* between £10\.75 and £17\.28\./,
    );
    const looks: string[][] = await page.evaluate(
      "[1, 2].map((n) => getComputedStyle(document.querySelector('.plot-area .series-' + n + ' .plot-line'))).map(({ stroke, strokeDasharray }) => [stroke, strokeDasharray])",
    );
    expect(looks[0]?.[0]).not.toBe(looks[1]?.[0]);
    expect(looks[0]?.[1]).not.toBe(looks[1]?.[1]);
    expect(await page.locator("[style]").count()).toBe(0);
  });

  it("has a table behind it, each price against the bid before", async () => {
    const { page } = await open("/stories/sky", { ...desk, scripts: false });
    await page.getByText("Les prix en tableau").click();
    const rows = await page.locator(".plot-table tbody tr").allInnerTexts();
    expect(rows).toHaveLength(6);
    expect(rows[1]?.replaceAll(/\s+/g, " ")).toMatch(/Comcast 12,50 £ par action 16,3 % de plus$/);
    expect(await page.locator(".plot-table tbody th[scope=row]").count()).toBe(6);
  });

  it("is none where one price stands alone", async () => {
    const { page } = await open("/stories/twitter");
    expect(await page.locator("#offers").count()).toBe(1);
    expect(await page.locator(".plot").count()).toBe(0);
  });
});
