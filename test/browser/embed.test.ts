/** A story on another site's page, in a real browser: in a frame alone, and in the element that fits it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddableParts } from "../../worker/http/embeds.ts";
import { axeFaults, keepPicture, openPage, scrollsSideways, startBrowser, turnTo, type View, views } from "../support/browser.ts";
import { at, corrected, development } from "../support/drafts.ts";
import { type Server, startServer } from "../support/server.ts";
import { type Site, startSite } from "../support/site.ts";
import { hostile, recordStories, stories } from "../support/stories.ts";

let browser: Browser;
let server: Server;
let site: Site;
const pages = new Map<string, string>();
beforeAll(async () => {
  [browser, server, site] = await Promise.all([startBrowser(), startServer(), startSite(pages)]);
  await recordStories(server);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await server?.close();
});

const phone: View = { width: 360, scheme: "light", language: "en", scripts: false };
const frame = "iframe";

/** Another site's page with the code that oEmbed gives for an address of ours, opened. */
const embedded = async (path: string, view = phone, prepare: (page: Page) => Promise<void> = async () => {}) => {
  const url = new URL(path, server.url).href;
  const { html } = await server.read<{ html: string }>(`/oembed?${new URLSearchParams({ url, maxwidth: "340" })}`);
  pages.set("/page", `<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1>${html}`);
  const { page, faults } = await openPage(browser, view, server.url.href);
  await prepare(page);
  await page.goto(new URL("/page", site.url).href);
  return { page, faults: () => faults.filter((fault) => !fault.startsWith(site.url.href)), inside: page.frameLocator(frame) };
};

it("shows a story on another origin's page, with scripts and without", async () => {
  for (const scripts of [true, false]) {
    const { page, faults, inside } = await embedded(`/stories/${stories.sample}?lang=en`, { ...phone, scripts });
    await inside.getByRole("heading", { name: "Musk, Altman et l’offre sur OpenAI" }).waitFor();
    expect(await inside.locator(".deck").innerText()).toContain("Altman has countered with a $9.74bn offer for Twitter");
    expect(await page.locator(frame).getAttribute("sandbox")).toBe("allow-scripts allow-popups allow-popups-to-escape-sandbox");
    // Its stylesheet came through the sandbox.
    await expect
      .poll(() => page.frames()[1]?.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"))
      .toContain("Iowan Old Style");
    expect(faults()).toEqual([]);
    await page.context().close();
  }
});

it("opens its links outside the frame, on the story's own page", async () => {
  const { page, inside } = await embedded(`/embed/${stories.mixedUp}/offers?lang=en`);
  const popup = page.waitForEvent("popup");
  await inside.locator("a[href*='/events/8']").first().click();
  const opened = await popup;
  await opened.waitForURL((url) => url.pathname === `/stories/${stories.mixedUp}/events/8`);
  expect(new URL(opened.url()).searchParams.get("lang")).toBe("en");
  expect(await opened.getByRole("heading", { level: 1 }).innerText()).toContain("$9.74bn");
  await page.context().close();
});

it("loads itself anew in its sandbox where no script runs", async () => {
  await server.record("running", [at("12:00", { type: "StoryOpened", data: { title: "A running story", language: "en" } })]);
  const { page, inside } = await embedded("/embed/running/timeline?lang=en", phone, async (page) => {
    await page.route("**/embed/**", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('http-equiv="refresh" content="60"', 'http-equiv="refresh" content="1"');
      await route.fulfill({ response: answer, body });
    });
  });
  await inside.getByText("Coverage begins").waitFor();
  await server.record("running", at("13:00", development("Something new")));
  await inside.getByText("Something new").waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().close();
});

/** When what a frame shows was loaded, and what has the focus. */
const placeIn = (page: Page) =>
  page.frames()[1]?.evaluate<unknown>("[performance.timeOrigin, document.activeElement.outerHTML, scrollY > 0]");

it("changes in its place where scripts run: the reader's place, the focus and what is open stay", async () => {
  const drafts = Array.from({ length: 12 }, (_, index) => at("12:00", development(`Development ${index + 1}`)));
  await server.record("followed", [
    at("12:00", { type: "StoryOpened", data: { title: "A followed story", language: "en" } }),
    ...drafts,
    at("12:30", corrected(9, { data: { headline: "Development 8, put right" } })),
  ]);
  const { page, inside, faults } = await embedded("/embed/followed/timeline?lang=en", { ...phone, scripts: true });
  const entry = inside.locator("#v9");
  await entry.locator("a[href*='events']").first().focus();
  await page.frames()[1]?.evaluate("{ globalThis.anchor = document.getElementById('v9'); }");
  await page.frames()[1]?.evaluate("scrollBy({ top: 120, behavior: 'instant' })");
  const top = async () => (await page.frames()[1]?.evaluate<number>("anchor.getBoundingClientRect().top")) ?? Number.NaN;
  const [before, stood] = [await placeIn(page), await top()];
  await server.record("followed", at("13:00", development("Something new")));
  await inside.getByText("Something new").waitFor();
  expect(await placeIn(page)).toEqual(before);
  expect(await page.frames()[1]?.evaluate("globalThis.anchor === document.getElementById('v9')")).toBe(true);
  expect(Math.abs((await top()) - stood)).toBeLessThanOrEqual(1);
  expect(faults()).toEqual([]);
  await page.context().close();
});

describe("the element", () => {
  const elementFor = (path: string, inner = "") => {
    const src = new URL(path, server.url).href;
    const script = `<script async src="${new URL("/embed.js", server.url).href}"></script>`;
    return `<!doctype html><html lang="en"><title>Elsewhere</title>${script}<riposte-story src="${src}">${inner}</riposte-story>`;
  };
  const openOn = async (code: string, view: View = { ...phone, scripts: true }) => {
    pages.set("/element", code);
    const { page, faults } = await openPage(browser, view, server.url.href);
    await page.goto(new URL("/element", site.url).href);
    return { page, faults: () => faults.filter((fault) => !fault.startsWith(site.url.href)) };
  };
  /** By how much its frame is higher than what it shows. */
  const spare = (page: Page) =>
    page.frames()[1]?.evaluate<number>("innerHeight - Math.ceil(document.documentElement.getBoundingClientRect().height)");

  it("gives its frame the height that it needs, at any width and as the story grows", async () => {
    await server.record("grown", [at("12:00", { type: "StoryOpened", data: { title: "A growing story", language: "en" } })]);
    const { page, faults } = await openOn(elementFor("/embed/grown/timeline?lang=en"));
    const inside = page.frameLocator(frame);
    await inside.getByText("Coverage begins").waitFor();
    const heights: number[] = [];
    for (const width of [1280, 600, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await expect.poll(() => spare(page)).toBe(0);
      heights.push((await page.locator(frame).boundingBox())?.height ?? 0);
      expect((await page.locator(frame).boundingBox())?.width).toBeLessThanOrEqual(width);
    }
    await server.record("grown", at("13:00", development("A long headline that takes several lines ".repeat(4).trim())));
    await inside.getByText("A long headline").waitFor();
    await expect.poll(() => spare(page)).toBe(0);
    expect((await page.locator(frame).boundingBox())?.height).toBeGreaterThan((heights.at(-1) ?? 0) + 40);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("takes the frame that stands in it for its own, as the story's page gives the code", async () => {
    const reader = await openPage(browser, { ...phone, scripts: false }, server.url.href);
    await reader.page.goto(new URL(`/stories/${stories.sample}?lang=en`, server.url).href);
    const code = await reader.page.locator("details.share textarea").inputValue();
    await reader.page.context().close();
    const { page, faults } = await openOn(`<!doctype html><html lang="en"><title>Elsewhere</title>${code}`);
    await expect.poll(() => spare(page)).toBe(0);
    expect(await page.locator(frame).count()).toBe(1);
    expect(await page.locator(frame).getAttribute("title")).toBe("Musk, Altman et l’offre sur OpenAI · Riposte");
    await keepPicture(page, "element", phone);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it("listens to its own frame alone, and the frame tells nobody who has not greeted it", async () => {
    const { page } = await openOn(elementFor("/embed/grown/timeline?lang=en"));
    await expect.poll(() => spare(page)).toBe(0);
    const height = (await page.locator(frame).boundingBox())?.height;
    // The page itself, and a frame of the page's own origin, say another height.
    await page.evaluate(`(async () => {
      const said = { riposte: "height", height: 4321 };
      postMessage(said, "*");
      const other = document.body.appendChild(document.createElement("iframe"));
      other.srcdoc = "<script>parent.postMessage(" + JSON.stringify(said) + ", '*')</" + "script>";
      await new Promise((resolve) => other.addEventListener("load", resolve));
      await new Promise((resolve) => setTimeout(resolve, 100));
    })()`);
    expect((await page.locator(frame).first().boundingBox())?.height).toBe(height);
    // A page that never greets it hears that it is there, and nothing more.
    const src = new URL("/embed/grown/timeline", server.url).href;
    pages.set("/silent", `<!doctype html><title>Silent</title><iframe src="${src}"></iframe>`);
    await page.addInitScript("globalThis.heard = []; addEventListener('message', ({ data }) => heard.push(data));");
    await page.goto(new URL("/silent", site.url).href);
    await page.frameLocator(frame).getByText("Coverage begins").waitFor();
    await page.setViewportSize({ width: 500, height: 700 });
    await expect.poll(() => page.evaluate("heard.length")).toBeGreaterThan(1);
    expect(await page.evaluate("[...new Set(heard.map(JSON.stringify))]")).toEqual(['{"riposte":"ready"}']);
    await page.context().close();
  });

  it("loads no address but one of the web", async () => {
    const { page } = await openOn(
      `<!doctype html><title>x</title><script async src="${new URL("/embed.js", server.url).href}"></script><riposte-story src="javascript:document.title='run'"></riposte-story>`,
    );
    await page.waitForFunction("customElements.get('riposte-story')");
    expect([await page.locator(frame).count(), await page.title()]).toEqual([0, "x"]);
    await page.context().close();
  });
});

it("takes what was taken down off a frame that stays as it was", async () => {
  const { page, inside } = await embedded("/embed/followed/timeline?lang=en&version=13", { ...phone, scripts: true });
  await inside.getByText("Development 12").waitFor();
  await server.takeDown("followed", 13);
  await inside.getByText("This entry was taken down").waitFor();
  expect(await inside.getByText("Development 12").count()).toBe(0);
  await page.context().close();
});

describe.each(views)("at $width, $scheme, $language", (view) => {
  // The narrow view has the harder story.
  const story = view.width < 600 ? stories.hostile : stories.mixedUp;

  // Every part in one of the views.
  const parts = embeddableParts.filter((_, index) => index % views.length === views.indexOf(view));

  it.each(parts)("the part %s has no fault", async (part) => {
    const { page, faults } = await turnTo(browser, view, new URL(`/embed/${story}/${part}`, server.url));
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.locator("html").getAttribute("lang")).toBe(view.language);
    expect(await page.title()).toContain(story === stories.hostile ? hostile.script : "The mixed-up amounts");
    expect(await page.locator("img").count()).toBe(0);
    expect(faults).toEqual([]);
    await keepPicture(page, `embed-${part}-${story}`, view);
  });

  it("the story's page gives the code, and where to follow, without a fault", async () => {
    const { page, faults } = await openPage(browser, { ...view, scripts: false }, server.url.href);
    await page.goto(new URL(`/stories/${stories.hostile}`, server.url).href);
    const share = page.locator("details.share");
    await share.locator("summary").press("Enter");
    const code = await share.locator("textarea").inputValue();
    pages.set("/copied", `<!doctype html><html lang="en"><title>Copied</title>${code}`);
    for (const link of await share.getByRole("link").all())
      expect((await server.get((await link.getAttribute("href")) ?? "")).status).toBe(200);
    await keepPicture(page, "share", view);
    await page.goto(new URL("/copied", site.url).href);
    expect(await page.frameLocator(frame).locator("h1").innerText()).toBe(hostile.script);
    expect(faults.filter((fault) => !fault.startsWith(site.url.href))).toEqual([]);
    await page.context().close();
  });
});

it("the open part of the story's page that tells how to share passes axe", async () => {
  const { page } = await openPage(browser, { ...phone, scripts: true }, server.url.href);
  await page.goto(new URL(`/stories/${stories.sample}`, server.url).href);
  await page.locator("details.share summary").click();
  expect(await axeFaults(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});
