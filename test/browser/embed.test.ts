/** A story on another site's page, in a real browser: in a sandboxed frame, without any script. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddableParts } from "../../worker/http/embeds.ts";
import { axeFaults, keepPicture, openPage, scrollsSideways, startBrowser, turnTo, type View, views } from "../support/browser.ts";
import { at, development } from "../support/drafts.ts";
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
    expect(await page.frames()[1]?.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")).toContain(
      "Iowan Old Style",
    );
    expect(faults()).toEqual([]);
    await page.context().close();
  }
});

it("opens its links outside the frame, on the story's own page", async () => {
  const { page, inside } = await embedded(`/embed/${stories.mixedUp}/offers?lang=en`);
  const popup = page.waitForEvent("popup");
  await inside.locator("a[href*='/events/8']").first().click();
  const opened = await popup;
  await opened.waitForURL((url) => url.pathname === `/stories/${stories.mixedUp}` && url.hash === "#v8");
  expect(new URL(opened.url()).searchParams.get("lang")).toBe("en");
  expect(await opened.locator("#v8:target").count()).toBe(1);
  await page.context().close();
});

it("loads itself anew in its sandbox, while nothing in it runs a script", async () => {
  await server.record("running", [at("12:00", { type: "StoryOpened", data: { title: "A running story", language: "en" } })]);
  const { page, inside } = await embedded("/embed/running/timeline?lang=en", phone, async (page) => {
    await page.route("**/embed/**", async (route) => {
      const answer = await route.fetch();
      expect(answer.headers().refresh).toBe("60");
      await route.fulfill({ response: answer, headers: { ...answer.headers(), refresh: "1" } });
    });
  });
  await inside.getByText("Coverage begins").waitFor();
  await server.record("running", at("13:00", development("Something new")));
  await inside.getByText("Something new").waitFor();
  await page.unrouteAll({ behavior: "ignoreErrors" });
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
    expect(await page.locator("script, img").count()).toBe(0);
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
