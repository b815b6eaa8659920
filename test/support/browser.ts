/** A real Chromium, and pages in it that note all that a reader should never meet. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";

// The package unpacks the libraries that Chromium needs only where it believes itself there.
process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";

/** Who reads: how wide, in which light, in which language, with scripts or without. */
export type View = { width: number; scheme: "light" | "dark"; language: "en" | "fr"; scripts?: boolean };

/** The views that every page is tried in: both widths, both lights, both languages. Colours do not hang on the width, nor words on the light. */
export const views: readonly View[] = [
  { width: 360, scheme: "light", language: "en" },
  { width: 1280, scheme: "dark", language: "fr" },
];

/** Starts the Chromium that came with `npm ci`, or the one that `RIPOSTE_BROWSER` names. */
export const startBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.RIPOSTE_BROWSER ?? (await unpacked()), args: ["--no-sandbox"] });

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

/** A page of a reader of its own. `faults`: what the console said of errors, what was asked of other origins, what a script threw. */
export const openPage = async (browser: Browser, { width, scheme, language, scripts = true }: View, origin: string) => {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: scheme,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => faults.push(`${request.url()} failed`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(origin).origin && url.protocol !== "data:") faults.push(`${request.url()} is of another origin`);
  });
  return { page, faults };
};

/** What axe finds wrong with a page, in a line each. No page has frames: axe can work in the page itself, which takes half the time. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
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
