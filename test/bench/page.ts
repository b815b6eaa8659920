/** What the sample story's page weighs, and when it is there, in Chromium on this machine. */
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { sitDown, startBrowser, type View } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { median, type Row, told } from "./row.ts";

const widths = [360, 1280];
const loads = 5;

type Part = { name: string; bytes: number };

/** A page and all that it has loaded, each as gzip sends it. What a live page asks for again and again is none of its parts. */
export const partsOf = async (page: Page): Promise<Part[]> => {
  const loaded = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
  const addresses = [page.url(), ...new Set(loaded.filter((address) => !/\/live\b/.test(address)))];
  return Promise.all(
    addresses.map(async (address) => {
      const body = await (await fetch(address)).arrayBuffer();
      return { name: new URL(address).pathname, bytes: gzipSync(Buffer.from(body)).length };
    }),
  );
};

/** When the largest part of the page was painted, in milliseconds (https://www.w3.org/TR/largest-contentful-paint/). */
const largestPaint = (page: Page): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    let largest = 0;
    new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) largest = startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
    setTimeout(() => resolve(largest), 300);
  })`);

/** A row for each width: the median of some first visits. */
export const pageFigures = async (): Promise<Row[]> => {
  const [browser, server] = await Promise.all([startBrowser(), startServer()]);
  for (const events of sampleRequests) await server.record(sampleStory, events);
  const rows: Row[] = [];
  for (const width of widths) {
    const view: View = { width, scheme: "light", language: "en" };
    const paints: number[] = [];
    let bytes = 0;
    for (let load = 0; load < loads; load += 1) {
      const { page } = await sitDown(browser, view, server.url.href);
      await page.goto(new URL(`/stories/${sampleStory}`, server.url).href);
      paints.push(await largestPaint(page));
      bytes = (await partsOf(page)).reduce((sum, part) => sum + part.bytes, 0);
      await page.context().close();
    }
    const kibibytes = bytes / 1024;
    rows.push({
      work: `the sample story's first visit, ${width} pixels wide`,
      budget: "60 KiB in all, painted in 1 000 ms",
      measured: `${kibibytes.toFixed(1)} KiB, ${told(median(paints))} ms`,
      holds: kibibytes <= 60 && median(paints) <= 1_000,
    });
  }
  await Promise.all([browser.close(), server.close()]);
  return rows;
};
