import { afterAll, beforeAll, it } from "vitest";
import type { Browser } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { type Server, startServer } from "../support/server.ts";
import { takeover } from "../support/takeover.ts";
import { recordStories } from "../support/stories.ts";
import { fullStory } from "../support/full-story.ts";
let browser: Browser; let server: Server;
beforeAll(async () => { [browser, server] = await Promise.all([startBrowser(), startServer()]); await recordStories(server); 
 const all = takeover(); console.log(all.length); await server.record("takeover", all); await server.record("full", fullStory); });
afterAll(async () => { await browser?.close(); await server?.close(); });
it("looks", async () => {
  for (const [name, width, scheme, mobile] of [["phone", 390, "light", true], ["mouse", 390, "light", false], ["phone-dark", 390, "dark", true], ["desk", 1280, "light", false], ["desk-dark", 1280, "dark", false]] as const)
  for (const story of ["takeover", "musk-openai", "full"]) {
    if (name.includes("dark") && story !== "full") continue;
    const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme: scheme, locale: story === "full" ? "fr-FR" : "en-GB", hasTouch: mobile, isMobile: mobile });
    const page = await context.newPage();
    page.on("console", (m) => console.log(m.text())); page.on("pageerror", (e) => console.log(String(e)));
    await page.goto(new URL(`/stories/${story}`, server.url).href);
    console.log(name, story, await page.evaluate("[document.querySelector('.entry').getBoundingClientRect().top / 844, document.documentElement.scrollHeight / 844, document.querySelectorAll('.entry').length].join(' ')"),
    await page.evaluate("['.standing','.essentials','.latest','.key-moments','.next','.offers','.picks','.timeline','.notes','.past','.share'].map(s => s + ' ' + Math.round(document.querySelector(s)?.getBoundingClientRect().height ?? 0)).join(', ')"));
    await page.screenshot({ path: `/tmp/pg/${name}-${story}.png`, clip: { x: 0, y: 0, width, height: 2600 }, fullPage: true });
    if (story === "full") { await page.goto(new URL(`/stories/${story}/events/24`, server.url).href); await page.screenshot({ path: `/tmp/pg/${name}-event.png`, fullPage: true }); }
    await context.close();
  }
});
