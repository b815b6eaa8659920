/** A story's page in a real browser: where it stands, what is new, how it was, and whether it can be trusted. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partsOf } from "../bench/page.ts";
import {
  axeFaults,
  keepPicture,
  openAt,
  openPage,
  scrollsSideways,
  startBrowser,
  turnTo,
  type View,
  views,
} from "../support/browser.ts";
import { accepted, counter, offer, opened, party, scene, usd } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { fullStory } from "../support/full-story.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await recordStories(server);
  await server.record("full", fullStory);
  await server.record("empty", paced([opened({ title: "Nothing yet" })]));
  await server.record("names", paced([opened({ title: hostile.long }), party("a", { name: hostile.long, kind: "person" })]));
  const raised = counter("raised", "bid", { target: "t", price: usd("120000000") });
  await server.record("dealt", paced([...scene, offer("bid", { price: usd("97000000") }), raised, accepted("raised", "a")]));
  await fill(server, "thousand", 1_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const phone: View = { width: 360, scheme: "light", language: "en" };
const desk: View = { ...phone, width: 1280 };
const open = (path: string, view = phone) => openAt(browser, view, new URL(path, server.url));
const sample = `/stories/${stories.sample}`;
const mixedUp = `/stories/${stories.mixedUp}`;
const versionsOn = (page: Page) => page.locator(".entry").evaluateAll((entries) => entries.map(({ id }) => Number(id.slice(1))));
const go = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();

const shown = {
  full: "/stories/full",
  corrections: `${mixedUp}/corrections`,
  since: `${mixedUp}?since=8`,
  picked: `${sample}?kind=offers&party=elon-musk`,
  empty: "/stories/empty",
  names: "/stories/names",
};

describe.each(views)("at $width, $scheme, $language", (view) => {
  it.each(Object.entries(shown))("shows %s without a fault", async (name, path) => {
    const { page, faults } = await turnTo(browser, view, new URL(path, server.url));
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(faults).toEqual([]);
    await keepPicture(page, `story-${name}`, view);
  });
});

it.each([320, 480, 641, 769, 900])(
  "fits %i pixels: nothing stands over, and no word of an offer’s status is broken",
  async (width) => {
    // Nothing but the status stands in its column.
    const { page } = await open("/stories/dealt", { ...phone, width, language: "fr" });
    expect(await scrollsSideways(page)).toBe(false);
    const heights = await page
      .locator(".status")
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(30);
  },
);

it("shows a story of a thousand events, fifty of them, and the way to the others", async () => {
  const { page, faults } = await open("/stories/thousand", desk);
  expect(await page.locator(".entry").count()).toBe(50);
  await go(page, "Earlier events");
  await page.waitForURL(/cursor=/);
  expect(Math.max(...(await versionsOn(page)))).toBe(950);
  expect(await scrollsSideways(page)).toBe(false);
  expect(faults).toEqual([]);
});

describe("the ladder of offers", () => {
  it("is a line an offer, opens on demand, draws each price to scale, and reads as a table", async () => {
    const { page } = await open("/stories/dealt", desk);
    expect(await page.locator(".offer-lines li").count()).toBe(2);
    await page.locator(".offer-lines a").first().click();
    expect(await page.locator("#offer-raised").isVisible()).toBe(true);
    const widths = await page
      .locator(".bar :is(.bar-fill, .bar-over)")
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(97 / 120, 2);
    await page.goto(new URL(sample, server.url).href);
    await page.getByText("All offers in detail").click();
    const rows = page.getByRole("table").getByRole("row");
    expect(await rows.count()).toBe(3);
    const counter = rows.nth(2);
    expect(await counter.getByRole("rowheader").innerText()).toContain("Sam Altman for Twitter");
    expect(await counter.getByRole("cell").allInnerTexts()).toEqual([
      "$9.74bn",
      expect.stringMatching(/^90% less\s+than the offer it answers$/),
      "Open",
    ]);
  });

  it("tells what is over from what stands without colour", async () => {
    const { page } = await open("/stories/dealt");
    expect(await page.locator("#offer-bid .bar-over").getAttribute("fill")).toBe("url(#hatch)");
    expect(await page.locator("#offer-raised .bar-fill").count()).toBe(1);
  });
});

describe("the picks of the timeline", () => {
  it.each([true, false])("are links that can be shared, scripts: %s", async (scripts) => {
    const { page } = await open(sample, { ...phone, scripts });
    await page.getByText("Filter", { exact: true }).click();
    await page.getByRole("navigation", { name: "Kind" }).getByRole("link", { name: "Insults" }).click();
    await page.waitForURL(/kind=insults/);
    expect(await versionsOn(page)).toEqual([14]);
    await page.getByRole("navigation", { name: "Name" }).getByRole("link", { name: "OpenAI" }).click();
    await page.waitForURL(/party=openai/);
    expect(await versionsOn(page)).toEqual([]);
    await go(page, "All kinds");
    await page.waitForURL((url) => !url.searchParams.has("kind"));
    expect(await versionsOn(page)).toEqual([13, 12, 11]);
  });

  it("lead from the cast to what each did", async () => {
    const { page } = await open(sample);
    await page.locator("#party-narendra-modi").getByRole("link", { name: "In the timeline", exact: true }).click();
    await page.waitForURL(/party=narendra-modi/);
    expect(await versionsOn(page)).toEqual([10]);
  });
});

describe("an event's own page", () => {
  it("says what happened and where the story stood then, and leads on, and into the story", async () => {
    const { page, faults } = await open(`${sample}/events/13`, desk);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Altman counters");
    expect(await page.title()).toMatch(/^Altman counters .* · Musk, Altman et l’offre sur OpenAI · Riposte$/);
    const told = (name: string) => page.locator(`meta[property="${name}"], link[rel="${name}"]`).first();
    expect(await told("canonical").getAttribute("href")).toBe(new URL(`${sample}/events/13`, server.url).href);
    expect(await told("og:image").getAttribute("content")).toContain("picture.png?version=13");
    expect(await page.locator(".then .deck").innerText()).toBe(await told("og:image:alt").getAttribute("content"));
    expect(await axeFaults(page)).toEqual([]);
    await page.locator("[rel=next]").click();
    await page.waitForURL(/events\/14$/);
    await page.locator("a[rel=prev]").click();
    await page.waitForURL(/events\/13$/);
    await go(page, "Read it in the story");
    await page.waitForURL(/cursor=/);
    expect(await page.locator("#v13:target").count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it("finds the event in its story, however many came after it", async () => {
    const { page } = await open("/stories/thousand/events/123", desk);
    await go(page, "Read it in the story");
    await page.waitForURL(/cursor=/);
    expect(await page.locator("#v123:target").count()).toBe(1);
    expect(await page.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight")).toBe(true);
  });

  it("tells a correction with what it corrected", async () => {
    const { page } = await open(`${mixedUp}/events/10`);
    expect(new URL(page.url()).pathname).toBe(`${mixedUp}/events/8`);
    expect(await page.locator("#v8 #v10:target").count()).toBe(1);
  });

  it("is shared by the phone’s own sheet, or copied; without scripts there is no button", async () => {
    const { page } = await openPage(browser, phone, server.url.origin);
    await page.addInitScript("navigator.share = async (shared) => { globalThis.shared = shared; }");
    await page.goto(new URL(sample, server.url).href);
    await page.locator("#v14").getByRole("button", { name: "Share" }).click();
    expect(await page.evaluate("globalThis.shared")).toEqual({
      title: "Musk insults Altman on X",
      url: new URL(`${sample}/events/14`, server.url).href,
    });
    const still = await open(sample, { ...phone, scripts: false });
    expect(await still.page.locator("#v14 .share-entry").isVisible()).toBe(false);
  });
});

describe("the story as it was", () => {
  it("is reached by a slider and a day, without a script", async () => {
    const { page } = await open(`${sample}?lang=fr`, { ...phone, scripts: false });
    await page.locator("[name=version]").fill("12");
    await page
      .locator(".back form", { has: page.locator("[name=version]") })
      .getByRole("button")
      .click();
    await page.waitForURL(/version=12/);
    expect(await page.getByRole("note").innerText()).toContain("après l’événement 12.");
    expect(Math.max(...(await versionsOn(page)))).toBe(12);
    await page.locator("[name=asOf]").fill("2999-01-01");
    await page
      .locator(".back form", { has: page.locator("[name=asOf]") })
      .getByRole("button")
      .click();
    await page.waitForURL(/asOf=2999-01-01/);
    expect(new URL(page.url()).searchParams.get("lang")).toBe("fr");
    expect(await page.getByRole("note").innerText()).toContain("Rien n’a été consigné depuis.");
  });

  it("steps from version to version by links", async () => {
    const { page } = await open(`${sample}?version=12`);
    await go(page, "One version back");
    await page.waitForURL(/version=11/);
    await go(page, "First version");
    await page.waitForURL(/version=1(?:&|$)/);
    await go(page, "See it as it is now");
    await page.waitForURL((url) => !url.searchParams.has("version"));
    expect(await page.getByRole("note").count()).toBe(0);
  });

  it("explains its two clocks", async () => {
    const { page } = await open(sample);
    expect(await page.getByText("Two clocks run here.").isVisible()).toBe(true);
  });
});

describe("what is new since a version", () => {
  it("is counted, marked, and nothing else", async () => {
    const { page } = await open(`${mixedUp}?since=8`);
    expect(await page.getByRole("note").innerText()).toContain(
      "Since you were last here: 1 new event, 1 event changed, retracted or taken down.",
    );
    expect(await versionsOn(page)).toEqual([9, 8]);
    expect(await page.locator("#v9 .mark").innerText()).toBe("New");
    expect(await page.locator("#v8 .mark").innerText()).toBe("Changed");
    await go(page, "See the whole story");
    await page.waitForURL((url) => !url.searchParams.has("since"));
    expect(await page.locator(".entry").count()).toBe(5);
  });

  it("is told since an instant too, in headlines, and in no version's number", async () => {
    const [, , , , , , , , ninth] = await server.log(stories.mixedUp);
    const { page } = await open(`${mixedUp}?since=${ninth?.recordedAt}`);
    const { page: all } = await open(`${mixedUp}?since=2020-01-01T00:00:00Z`);
    expect(await page.locator("#since").innerText()).toMatch(/^Since \d+ \w+ \d{4}, [\d.]+[ap]m: nothing was added or changed\./);
    expect(await all.locator("#since").innerText()).toMatch(/^Since 1 January 2020, midnight: 5 new events\./);
    expect(await all.locator("#since li").count()).toBe(3);
    expect(await all.locator("#since").innerText()).not.toMatch(/version|event \d/i);
  });

  it("is nothing for who has seen all of it", async () => {
    const { page } = await open(`${sample}?since=18`);
    expect(await page.getByRole("note").innerText()).toContain("nothing was added or changed.");
  });
});

it("lists corrections in the open, each with what it said, what it says, why, and the way to it", async () => {
  const { page } = await open(mixedUp);
  await page.getByRole("link", { name: "2 corrections" }).click();
  const [retraction, correction] = await page.locator(".amendment").allInnerTexts();
  expect(retraction).toContain("The summit is called off");
  expect(retraction).toContain("Why: It was never called off.");
  expect(correction).toMatch(
    /It said:\s+Sam Altman counters with an offer of \$97\.4bn for Twitter\s+It says:\s+Sam Altman counters with an offer of \$9\.74bn/,
  );
  await go(page, "Entry: Sam Altman counters with an offer of $9.74bn for Twitter");
  await page.waitForURL(/events\/8$/);
});

it("is read at twice the size without scrolling sideways", async () => {
  for (const path of [sample, "/stories/names", `/stories/${stories.hostile}`]) {
    const { page } = await open(path, { ...phone, width: 640 });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await scrollsSideways(page)).toBe(false);
  }
});

it("is walked through by keyboard alone, and each stop is seen", async () => {
  const { page } = await open(sample, desk);
  const stops = new Set<string>();
  for (let stop = 0; stop < 110; stop += 1) {
    await page.keyboard.press("Tab");
    const { text, outline } = await page.evaluate<{ text: string; outline: string }>(
      "({ text: document.activeElement.textContent, outline: getComputedStyle(document.activeElement).outlineStyle })",
    );
    // The parts of a date field are the browser's own.
    if (await page.evaluate("document.activeElement.matches('body, [type=date]')")) break;
    expect(outline).not.toBe("none");
    stops.add(text.trim());
  }
  for (const name of ["Skip to the content", "Français", "Verify the log", "Timeline", "Oldest first"])
    expect(stops).toContain(name);
});

/** How much of the page has moved since it was first painted, as https://wicg.github.io/layout-instability/ scores it. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    let shift = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(shift), 300);
  })`);

it.each([phone, desk])("weighs under 60 KiB, and does not move once it is there, at $width", async (view) => {
  const { page, faults } = await open(sample, view);
  expect(await shiftOf(page)).toBe(0);
  const parts = await partsOf(page);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(60 * 1024);
  expect(faults).toEqual([]);
});
