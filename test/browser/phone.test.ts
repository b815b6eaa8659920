/** On the phone: it can be installed, and shows what was read last where there is no line. */
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { axeFaults, keepPicture, startBrowser } from "../support/browser.ts";
import { development, opened, party } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  for (const story of ["summit", "other"])
    await server.record(story, paced([opened({ title: `The ${story}` }), party("a"), development(`The ${story} begins`, ["a"])]));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A reader with a phone, whose pages are kept once the first was read. */
const sitDown = async (locale = "en-GB") => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale, reducedMotion: "reduce" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const read = async (path: string) => page.goto(new URL(path, server.url).href);
  await read("/stories/summit");
  await page.evaluate(
    "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ?? new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true })))",
  );
  await untilKept(page, "/stories/summit");
  return { context, page, read };
};

/** The paths of the pages that are kept. */
const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(
    `caches.open("riposte-pages").then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`,
  );
const untilKept = (page: Page, path: string) => expect.poll(() => keptPaths(page), { timeout: 20_000 }).toContain(path);

it("has a manifest with icons of the size that they say, which every page names", async () => {
  const page = await (await server.get("/")).text();
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest"/>');
  const answer = await server.get("/manifest.webmanifest");
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/manifest\+json/);
  const manifest = (await answer.json()) as { icons: { src: string; sizes: string; purpose?: string }[]; display: string };
  expect([manifest.display, manifest.icons.map(({ purpose }) => purpose)]).toEqual([
    "standalone",
    [undefined, undefined, "maskable"],
  ]);
  const apple = { src: /<link rel="apple-touch-icon" href="([^"]+)"/.exec(page)?.[1] ?? "", sizes: "180x180" };
  for (const { src, sizes } of [...manifest.icons, apple]) {
    const { width, height, data } = PNG.sync.read(Buffer.from(await (await server.get(src)).arrayBuffer()));
    expect(`${width}x${height}`).toBe(sizes);
    // In the middle of the ground stands the sign, in the colour of paper.
    const colours = new Set(Array.from({ length: width * height }, (_, at) => data.readUIntBE(at * 4, 3).toString(16)));
    expect([...colours]).toEqual(expect.arrayContaining(["8c1d18", "fbf9f4"]));
  }
});

it("shows a page that was read where there is no line, and says when it was read", async () => {
  const { context, page, read } = await sitDown();
  await read("/stories/other?lang=fr");
  await untilKept(page, "/stories/other");
  await context.setOffline(true);
  await read("/stories/summit");
  expect(await page.locator("h1").first().textContent()).toContain("The summit");
  expect(await page.getByRole("status").filter({ hasText: "offline" }).textContent()).toMatch(
    /^You are offline: this is the page as you read it at \d\d:\d\d\.$/,
  );
  // It looks as it did: its styles are kept with it.
  expect(await page.evaluate("getComputedStyle(document.querySelector('.offline')).borderInlineStartWidth")).toBe("6px");
  await keepPicture(page, "offline", { width: 390, scheme: "light", language: "en" });
  await read("/stories/other?lang=fr");
  expect(await page.locator(".offline").textContent()).toMatch(
    /^Vous êtes hors connexion : voici la page telle que vous l’avez lue à \d\d:\d\d\.$/,
  );
  await context.setOffline(false);
  await read("/stories/summit");
  expect(await page.locator(".offline").count()).toBe(0);
});

it.each([
  ["en-GB", "You are offline"],
  ["fr-FR", "Vous êtes hors connexion"],
])("says in words that a page was never read, in %s", async (locale, title) => {
  const { context, page, read } = await sitDown(locale);
  await context.setOffline(true);
  expect((await read("/stories/other"))?.status()).toBe(503);
  expect(await page.locator("h1").textContent()).toBe(title);
  expect(await axeFaults(page)).toEqual([]);
});

it("keeps the newest page of each address, and neither the desk, nor what went wrong, nor what must not be stored", async () => {
  const { context, page, read } = await sitDown();
  await server.record("summit", paced([development("The summit goes on", ["a"])], 3));
  await read("/stories/summit");
  for (const path of ["/desk", "/nowhere", "/stories/nothing", "/api/stories"]) await read(path);
  await read("/stories/other");
  await untilKept(page, "/stories/other");
  expect((await keptPaths(page)).sort()).toEqual(["/offline", "/offline", "/stories/other", "/stories/summit"]);
  await context.setOffline(true);
  await read("/stories/summit");
  expect(await page.content()).toContain("The summit goes on");
});

it("forgets the pages of a story of which something was taken down, on the next visit", async () => {
  await server.record("secret", paced([opened({ title: "Kept quiet" }), party("a"), development("Quillfeather", ["a"])]));
  const { context, page, read } = await sitDown();
  await read("/stories/secret");
  await untilKept(page, "/stories/secret");
  expect((await server.takeDown("secret", 3)).status).toBe(201);
  // What caches tell of a story is two seconds old at most; a minute later, it is another visit.
  await wait(2_100);
  for (const worker of context.serviceWorkers()) await worker.evaluate("(now => { Date.now = () => now() + 61_000; })(Date.now)");
  await read("/stories/other");
  await expect.poll(() => keptPaths(page), { timeout: 20_000 }).not.toContain("/stories/secret");
  expect(await keptPaths(page)).toContain("/stories/summit");
});

it("works beside pages under a policy of its own, and has the browser look for its next edition", async () => {
  const { headers } = await server.get("/sw.js");
  expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; connect-src 'self'; script-src 'self'");
  expect(headers.get("Cache-Control")).toContain("must-revalidate");
  expect((await server.get("/")).headers.get("Content-Security-Policy")).toMatch(/manifest-src 'self'; worker-src 'self'/);
});
