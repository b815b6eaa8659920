/** Live in real browsers: readers see what editors do as they do it, nothing on their pages moves, and they find what is new when they return. */
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, keepPicture, openPage, scrollsSideways, startBrowser, type View, views } from "../support/browser.ts";
import { concluded, corrected, development, insult, opened, party, retracted, said } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer({ entry: "test/support/counted-worker.ts" })]);
}, 180_000);
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const phone: View = { width: 360, scheme: "light", language: "en" };
const desk: View = { width: 1280, scheme: "dark", language: "fr" };

/** Layout shifts that no reader has asked for: https://wicg.github.io/layout-instability/ */
const watchShifts = `
  globalThis.shifts = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifts += value;
  }).observe({ type: "layout-shift", buffered: true });
`;
const shiftsOf = (page: Page) => page.evaluate<number>("globalThis.shifts");
/** What readers are promised holds where nothing else runs; what they are told is told in any case. */
const inTwoSeconds = { timeout: 2_000 };
const soon = { timeout: 15_000 };

type Options = { view?: View; query?: string; init?: string; headers?: Record<string, string> };
/** A reader's page of a story. */
const open = async (story: string, { view = phone, query = "", init = "", headers = {} }: Options = {}) => {
  const { page, faults } = await openPage(browser, view, server.url.href);
  await page.context().setExtraHTTPHeaders(headers);
  await page.addInitScript(watchShifts + init);
  const asked = watchAsked(page);
  await page.goto(new URL(`/stories/${story}${query}`, server.url).href);
  return {
    page,
    faults,
    asked,
    bar: page.locator("#news"),
    show: page.locator(".news-show"),
    since: page.locator(".news-since"),
  };
};
/** The queries by which the page has asked for what is new, each once its answer has begun: a stream is open then. */
const watchAsked = (page: Page): string[] => {
  const asked: string[] = [];
  page.on("response", (response) => {
    const { pathname, search } = new URL(response.url());
    if (pathname.endsWith("/live")) asked.push(search);
  });
  return asked;
};
const connected = (asked: readonly string[]) => expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0);

const people = [opened({ title: "The quarrel" }), party("a", { kind: "person" }), party("b", { kind: "person" })];
/** A story of six events; the last two are an insult and a report. */
const begin = async (story: string) => {
  await server.record(story, paced([...people, development("It begins"), insult(), development("It goes on")]));
  return story;
};
const report = (story: string, ...headlines: string[]) =>
  server.record(
    story,
    paced(
      headlines.map((headline) => development(headline)),
      300,
    ),
  );
const correct = (story: string, event: number, headline: string) =>
  server.record(story, paced([corrected(event, { data: { headline } })], 90));

/** Where an element stands in the window. */
const topOf = (page: Page, selector: string) =>
  page.evaluate<number>(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top`);

it("brings news to two readers within two seconds, moves nothing, and shows them when they are wanted", async () => {
  await fill(server, "long", 120);
  const readers = await Promise.all([open("long"), open("long", { view: { ...desk, language: "en" } })]);
  for (const { page, asked } of readers) {
    await connected(asked);
    await page.evaluate("document.getElementById('v100').scrollIntoView({ behavior: 'instant' })");
  }
  const before = await Promise.all(readers.map(({ page }) => topOf(page, "#v100")));
  await report("long", "The first piece of news", "The second piece of news");
  await Promise.all(readers.map(({ show }) => show.waitFor(inTwoSeconds)));
  for (const [index, { page, show, faults }] of readers.entries()) {
    expect(await show.innerText()).toMatch(/^2 new\s+The second piece of news$/);
    expect(await page.title()).toBe("(2) The long quarrel · Riposte");
    expect(await page.locator("#news-told").textContent()).toBe("2 new: The second piece of news");
    expect(await topOf(page, "#v100")).toBe(before[index]);
    expect(await page.locator("#v122").count()).toBe(0);
    await page.evaluate("globalThis.anchor = document.getElementById('v100')");
    await show.click();
    expect(await page.locator("#v121 .flag, #v122 .flag").allInnerTexts()).toEqual(["New", "New"]);
    expect(await page.locator(":focus").innerText()).toBe("The second piece of news");
    expect(await topOf(page, "#v122")).toBeGreaterThanOrEqual(0);
    expect([await page.title(), await show.isVisible()]).toEqual(["The long quarrel · Riposte", false]);
    // What was there is there still, and not made anew.
    expect(await page.evaluate("globalThis.anchor === document.getElementById('v100')")).toBe(true);
    expect([await shiftsOf(page), faults]).toEqual([0, []]);
  }
});

it("tells of corrections and retractions, and marks them without a shift", async () => {
  const { page, asked, show } = await open(await begin("amended"));
  await connected(asked);
  await correct("amended", 4, "It had begun before");
  await show.waitFor(soon);
  expect(await show.innerText()).toMatch(/^1 corrected\s+It had begun before$/);
  await server.record("amended", paced([retracted(6)], 100));
  await expect.poll(() => show.innerText(), soon).toMatch(/^1 corrected, 1 retracted/);
  await show.click();
  const marks = page.locator(".flag");
  expect((await marks.allInnerTexts()).sort()).toEqual(["Corrected", "Retracted"]);
  const places = () => page.evaluate("[...document.querySelectorAll('.entry *:not(.flag)')].map((one) => one.offsetTop)");
  const marked = await places();
  await page.evaluate("for (const mark of document.querySelectorAll('.flag')) mark.remove()");
  expect(await places()).toEqual(marked);
});

it("counts all that came, more than a page holds, and leads to what happened long ago", async () => {
  await fill(server, "counted", 70);
  const { page, asked, show } = await open("counted");
  await connected(asked);
  await report("counted", ...Array.from({ length: 75 }, (_, index) => `Post ${index}`));
  await expect.poll(() => show.innerText(), { timeout: 6_000 }).toMatch(/^75 new/);
  await show.click();
  await server.record("counted", { ...development("A memo of January"), occurredAt: "2025-01-05T00:00:00Z" });
  await show.waitFor({ timeout: 6_000 });
  await expect.poll(() => show.innerText(), { timeout: 6_000 }).toMatch(/^1 new\s+A memo of January$/);
  await show.click();
  const link = page.locator(".news-elsewhere").getByRole("link", { name: "A memo of January" });
  expect(await page.locator(":focus").innerText()).toBe("A memo of January");
  await link.click();
  await page.getByRole("heading", { level: 1, name: "A memo of January" }).waitFor();
  expect(await page.locator("a[rel=next]").count()).toBe(1);
});

it("is told within 25 seconds behind a proxy that passes a stream on 4 KiB at a time", async () => {
  const proxy = createServer((asked, answer) => {
    const path = asked.url ?? "/";
    const up = request({ host: server.url.hostname, port: server.url.port, path, headers: asked.headers }, (from) => {
      const { "transfer-encoding": _, ...headers } = from.headers;
      answer.writeHead(from.statusCode ?? 502, headers);
      answer.flushHeaders();
      let held = Buffer.alloc(0);
      from.on("data", (piece) => {
        held = Buffer.concat([held, piece]);
        if (held.length < 4096) return;
        answer.write(held);
        held = Buffer.alloc(0);
      });
      from.on("end", () => answer.end(held));
      from.on("error", () => answer.destroy());
    });
    up.on("error", () => answer.destroy());
    asked.pipe(up);
    answer.on("close", () => up.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { page } = await openPage(browser, phone, origin);
  const asked = watchAsked(page);
  await page.goto(`${origin}/stories/${await begin("proxied")}`);
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(1);
  await report("proxied", "It came through");
  await page.locator(".news-show").waitFor({ timeout: 25_000 });
  expect(await page.locator(".news-show").innerText()).toContain("It came through");
  await page.close();
  proxy.closeAllConnections();
  proxy.close();
});

it.each([390, 1280])("moves nothing by a pixel for a takedown while other news wait, at %i", async (width) => {
  const story = await begin(`still-${width}`);
  await report(story, ...Array.from({ length: 40 }, (_, index) => `Report ${index}`));
  const { page, asked, show } = await open(story, { view: { ...phone, width } });
  await connected(asked);
  await page.evaluate("document.querySelectorAll('.entry')[14].scrollIntoView({ behavior: 'instant', block: 'center' })");
  const id = await page.evaluate<string>("document.querySelectorAll('.entry')[14].id");
  await report(story, "One", "Two", "Three");
  await show.waitFor(soon);
  const top = await topOf(page, `#${id}`);
  await server.takeDown(story, 5);
  await expect.poll(() => page.locator("#story").textContent(), soon).not.toContain("Swindler");
  expect(Math.abs((await topOf(page, `#${id}`)) - top)).toBeLessThan(1);
});

it("takes what was taken down off the screen at once, and leaves the reader where he was", async () => {
  await begin("erased");
  await report("erased", ...Array.from({ length: 20 }, (_, index) => `Report ${index}`));
  const { page, asked, show } = await open("erased", { query: "#v12" });
  await connected(asked);
  await page.locator("#v12 .entry-when a").first().focus();
  const [top, scrolled] = [await topOf(page, "#v12"), await page.evaluate("scrollY")];
  expect(scrolled).toBeGreaterThan(0);
  await server.takeDown("erased", 5);
  await expect.poll(() => page.locator("#story").innerText(), soon).not.toContain("Swindler");
  expect(await page.locator("#v5 .flag").innerText()).toBe("Taken down");
  expect(await topOf(page, "#v12")).toBeCloseTo(top, 0);
  expect(await page.locator("#v12:target").count()).toBe(1);
  expect(await page.evaluate("document.activeElement.closest('.entry').id")).toBe("v12");
  expect(await page.locator("#news-told").textContent()).toBe("1 taken down");
  expect(await show.isVisible()).toBe(false);
});

it("catches up after a dropped connection, with nothing missed", async () => {
  const { page, asked, show } = await open(await begin("dropped"));
  await connected(asked);
  await page.context().setOffline(true);
  await report("dropped", "One", "Two");
  await report("dropped", "Three");
  await page.context().setOffline(false);
  await expect.poll(() => show.innerText(), { timeout: 15_000 }).toMatch(/^3 new\s+Three$/);
  await show.click();
  expect(await page.locator(".flag").count()).toBe(3);
});

it("asks again and again where no stream can be had, and says each time what it has", async () => {
  const { page, asked, show } = await open(await begin("polled"), { headers: { "X-Alone": "yes" } });
  const conditions: (string | undefined)[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith("/live")) conditions.push((await response.request().allHeaders())["if-none-match"]);
  });
  await expect.poll(() => asked.filter((query) => query === "").length, { timeout: 20_000 }).toBeGreaterThan(1);
  await expect.poll(() => conditions.at(-1)).toBe('"live.6.5.0"');
  await report("polled", "It came without a stream");
  await show.waitFor({ timeout: 12_000 });
  expect(await show.innerText()).toContain("It came without a stream");
});

it("goes on when the story is concluded: what is taken down then leaves the screen too", async () => {
  const { page, asked, show } = await open(await begin("over"));
  await connected(asked);
  await server.record("over", paced([concluded("They made up.")], 60));
  await show.waitFor(soon);
  expect(await page.locator("#story").innerText()).toContain("Swindler");
  await server.takeDown("over", 5);
  await expect.poll(() => page.locator("#story").innerText(), soon).not.toContain("Swindler");
});

it("closes the stream of a tab that is hidden for long, and catches up when it is seen again", async () => {
  const see = (page: Page, hidden: boolean) =>
    page.evaluate(
      `Object.defineProperty(document, "hidden", { value: ${hidden}, configurable: true }); document.dispatchEvent(new Event("visibilitychange"))`,
    );
  const { page } = await openPage(browser, phone, server.url.href);
  await page.clock.install();
  const asked = watchAsked(page);
  await page.goto(new URL(`/stories/${await begin("hidden")}`, server.url).href);
  await connected(asked);
  await see(page, true);
  await page.clock.fastForward(61_000);
  // Nothing came for long by this clock: it asks for that too.
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(3);
  expect([asked[1], asked.slice(2).every((query) => query === "")]).toEqual(["?after=6", true]);
  await report("hidden", "While nobody looked");
  await see(page, false);
  await expect.poll(() => asked.at(-1), { timeout: 20_000 }).toBe("?after=6");
  await page.locator(".news-show").waitFor(soon);
});

it("leaves pages of the past as they are, but for what is taken down", async () => {
  const { page, bar } = await open(await begin("past"), { query: "?version=5" });
  const before = await page.locator("#story").innerHTML();
  const now = await open("past");
  await connected(now.asked);
  await report("past", "Later");
  await now.show.waitFor(soon);
  expect([await page.locator("#story").innerHTML(), await bar.isVisible()]).toEqual([before, false]);
  expect(await page.evaluate("localStorage.length")).toBe(0);
});

it("can be dismissed; what comes then is told again", async () => {
  const { page, asked, bar, show } = await open(await begin("dismissed"));
  await connected(asked);
  await report("dismissed", "One");
  await show.waitFor(soon);
  await page.getByRole("button", { name: "Dismiss" }).click();
  expect([await bar.isVisible(), await page.title()]).toEqual([false, "The quarrel · Riposte"]);
  await report("dismissed", "Two");
  await show.waitFor(soon);
  expect(await show.innerText()).toContain("2 new");
});

it("is there for who uses the keyboard alone, in either language, and prints with none of it", async () => {
  const { page, asked, show, bar } = await open(await begin("keyed"), { view: desk });
  await connected(asked);
  await report("keyed", "Une nouvelle");
  await show.waitFor(soon);
  expect(await show.innerText()).toMatch(/^1 nouveauté\s+Une nouvelle$/);
  for (let stops = 0; stops < 100 && (await page.locator(".news-show:focus").count()) === 0; stops += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.locator(":focus").innerText()).toBe("Une nouvelle");
  expect(await page.locator("#v7 .flag").innerText()).toBe("Nouveau");
  await report("keyed", "Une autre");
  await show.waitFor(soon);
  await page.emulateMedia({ media: "print" });
  expect([await bar.isVisible(), await page.locator(".flag").first().isVisible()]).toEqual([false, false]);
});

describe("since the last visit", () => {
  /** A reader who was here so many days ago, when the story was at that version. */
  const wasHere = (story: string, version: number, days = 2) => {
    const kept = { [story]: { version, at: Date.now() - days * 86_400_000 } };
    return `if (!localStorage.length) localStorage.setItem("riposte.seen", ${JSON.stringify(JSON.stringify(kept))});`;
  };
  const keptOf = (page: Page) =>
    page.evaluate<Record<string, { version: number }>>("JSON.parse(localStorage.getItem('riposte.seen'))");

  it.each(views)("says what was added and amended, and marks it, at $width, $scheme, $language", async (view) => {
    const story = await begin(`returned-${view.language}`);
    await report(story, "One", "Two", "Three");
    await correct(story, 4, "It had begun before");
    const { page, bar, since, faults } = await open(story, { view, init: wasHere(story, 6) });
    await since.waitFor({ timeout: 10_000 });
    const told = {
      en: /^Since you were here 2 days ago at (?:midnight|noon|\d+(?:\.\d\d)?[ap]m): 3 new, 1 corrected\./,
      fr: /^Depuis votre visite, avant-hier à [\d\sh]+(?:eures?)?\s: 3 nouveautés, 1 correction\./,
    };
    expect(await since.innerText()).toMatch(told[view.language]);
    expect(await page.locator(".flag").count()).toBe(4);
    expect(await page.locator(".news-changed a").getAttribute("href")).toBe("#v4");
    expect([await axeFaults(page), await scrollsSideways(page), await shiftsOf(page), faults]).toEqual([[], false, 0, []]);
    await keepPicture(page, "news", view);
    await page.locator(".news-since > a").click();
    expect(new URL(page.url()).search).toBe("?since=6");
    expect(await page.locator(".entry").count()).toBe(4);
    expect(await bar.isVisible()).toBe(false);
  });

  it("says so again until the reader has heard it, and then no more", async () => {
    const story = await begin("again");
    await report(story, "One");
    const { page, bar, since } = await open(story, { init: wasHere(story, 6) });
    await since.waitFor({ timeout: 10_000 });
    await page.reload();
    await since.waitFor({ timeout: 10_000 });
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.reload();
    await expect.poll(async () => (await keptOf(page))[story]?.version, { timeout: 5_000 }).toBe(7);
    expect(await bar.isVisible()).toBe(false);
  });

  it("says nothing to who comes for the first time, or has not been away, and remembers so many stories", async () => {
    const story = await begin("first");
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`story-${index}`, { version: 1, at: index + 1 }]));
    const { page, bar } = await open(story, { init: `localStorage.setItem("riposte.seen", '${JSON.stringify(many)}');` });
    await expect.poll(async () => (await keptOf(page))[story]?.version, { timeout: 5_000 }).toBe(6);
    expect(await bar.isVisible()).toBe(false);
    const kept = Object.keys(await keptOf(page));
    expect([kept.length, kept.includes("story-79"), kept.includes("story-0")]).toEqual([50, true, false]);
  });

  it.each([
    ["is forbidden", "Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new Error('No'); } });"],
    ["holds what somebody else wrote", "localStorage.setItem('riposte.seen', '[null, 7]');"],
  ])("says nothing where storage %s, and live goes on", async (what, init) => {
    const story = await begin(what.replaceAll(" ", "-"));
    const { asked, show, faults } = await open(story, { init });
    await connected(asked);
    await report(story, "One");
    await show.waitFor(soon);
    expect(faults).toEqual([]);
  });
});

it.each(views)("is seen as it should be at $width, $scheme, $language", async (view) => {
  const story = await begin(`seen-${view.language}`);
  const { page, asked, show } = await open(story, { view });
  await connected(asked);
  await server.record(
    story,
    paced(
      [development("A headline that is so long that it does not fit into one line of a bar"), insult({ quote: said("Rascal") })],
      60,
    ),
  );
  await show.waitFor(soon);
  expect([await axeFaults(page), await scrollsSideways(page)]).toEqual([[], false]);
  await keepPicture(page, "live", view);
  await show.click();
  expect(await axeFaults(page)).toEqual([]);
  await keepPicture(page, "live-shown", view);
});

it("comes with scripts of at most 8 KiB together, gzipped", async () => {
  const story = await begin("light");
  const { page } = await openPage(browser, phone, server.url.href);
  const scripts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.body());
  });
  await page.goto(new URL(`/stories/${story}`, server.url).href, { waitUntil: "load" });
  const bodies = await Promise.all(scripts);
  expect(bodies.length).toBeGreaterThan(0);
  expect(gzipSync(Buffer.concat(bodies), { level: 9 }).length).toBeLessThanOrEqual(8 * 1024);
});

it("needs no script: the bar is not there without one", async () => {
  const { page, bar } = await open(await begin("plain"), { view: { ...phone, scripts: false } });
  expect([await bar.isVisible(), await page.locator("#v6").isVisible()]).toEqual([false, true]);
});
