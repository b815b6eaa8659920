/** A real Chromium, and pages in it that note all that a reader should never meet. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

// The package unpacks the libraries that Chromium needs only where it believes itself there.
process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";

/** Who reads: how wide, in which light, in which language, with scripts or without. */
export type View = { width: number; scheme: "light" | "dark"; language: "en" | "fr"; scripts?: boolean };

/** The views that every page is tried in: both widths, both lights, both languages. Colours do not hang on the width, nor words on the light. */
export const views: readonly View[] = [
  { width: 360, scheme: "light", language: "en" },
  { width: 1280, scheme: "dark", language: "fr" },
];

/** Where the Chromium is that came with `npm ci`, or the one that `RIPOSTE_BROWSER` names. */
export const browserPath = async (): Promise<string> => process.env.RIPOSTE_BROWSER ?? (await unpacked());

/** Starts it. */
export const startBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await browserPath(), args: ["--no-sandbox"] });

/** Test files run side by side, and the binary is unpacked once: the first to make the directory does it. */
const unpacked = async (): Promise<string> => {
  const { default: bundled } = await import("@sparticuz/chromium");
  const lock = join(tmpdir(), "riposte-chromium.lock");
  if (existsSync(join(tmpdir(), "chromium")) && !existsSync(lock)) return bundled.executablePath();
  try {
    mkdirSync(lock);
  } catch {
    for (let tries = 0; existsSync(lock) && tries < 300; tries += 1) await wait(100);
    return bundled.executablePath();
  }
  try {
    return await bundled.executablePath();
  } finally {
    rmSync(lock, { recursive: true });
  }
};

/**
 * A page of a reader of its own, until the test is over. `faults`: what the console said of errors, what was asked of other origins, what a
 * script threw.
 */
export const openPage = async (browser: Browser, view: View, origin: string) => {
  const opened = await sitDown(browser, view, origin);
  onTestFinished(() => opened.page.context().close());
  return opened;
};

/** The same, at an address. */
export const openAt = async (browser: Browser, view: View, url: URL) => {
  const opened = await openPage(browser, view, url.origin);
  await opened.page.goto(url.href);
  return opened;
};

/** The same outside of a test: whoever opens it closes it. */
export const sitDown = async (browser: Browser, { width, scheme, language, scripts = true }: View, origin: string) => {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: scheme,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
    // What works beside the pages is looked at by tests of its own.
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    // The browser's driver tells that it keeps what works beside the pages away.
    const isDrivers = message.text().startsWith("Service Worker registration blocked");
    if (["error", "warning"].includes(message.type()) && !isDrivers) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => {
    // A stream that a reader leaves is cut off: that is how it ends; and so is what a script has asked for and nobody waits for any more.
    const isLeft = request.resourceType() === "fetch" && request.failure()?.errorText === "net::ERR_ABORTED";
    if (!isLeft && !new URL(request.url()).pathname.endsWith("/live")) faults.push(`${request.url()} failed`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(origin).origin && url.protocol !== "data:") faults.push(`${request.url()} is of another origin`);
  });
  return { page, faults };
};

const turned = new WeakMap<Browser, Map<string, ReturnType<typeof sitDown>>>();

/** A page that one reader turns to again and again, the same one for a view: a new one takes as long as all that is looked at on it. */
export const turnTo = async (browser: Browser, view: View, url: URL) => {
  const pages = turned.get(browser) ?? new Map<string, ReturnType<typeof sitDown>>();
  turned.set(browser, pages);
  const key = JSON.stringify(view);
  const opened = pages.get(key) ?? sitDown(browser, view, url.origin);
  pages.set(key, opened);
  const { page, faults } = await opened;
  faults.length = 0;
  await page.goto(url.href);
  return { page, faults };
};

/** What axe finds wrong with a page, in a line each. No page has frames: axe can work in the page itself, which takes half the time. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
};

/** Whether the page has to be scrolled sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");

/** With `PICTURES=1`, keeps a picture of a page for whoever wants to look: `test/browser/screenshots`. */
export const keepPicture = async (page: Page, name: string, { width, scheme, language }: View): Promise<void> => {
  if (!process.env.PICTURES) return;
  const path = join(import.meta.dirname, "../browser/screenshots", `${name}-${width}-${scheme}-${language}.png`);
  await page.screenshot({ path, fullPage: true });
};
