/** The page that verifies a log, in a real browser: the reader is told what holds, and the first event that does not. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Signer, signerText, verifierOf, verifierText } from "../../events/note.ts";
import { sampleRequests, sampleStory } from "../../events/sample.ts";
import { axeFaults, keepPicture, openPage, scrollsSideways, startBrowser, type View, views } from "../support/browser.ts";
import { fill } from "../support/fill.ts";
import { sealed } from "../support/sealed.ts";
import { type Server, startServer } from "../support/server.ts";

const signer: Signer = { name: "riposte.example", seed: new Uint8Array(32).fill(13) };
const path = `/stories/${sampleStory}/verify`;
const phone: View = { width: 360, scheme: "light", language: "en" };
let browser: Browser;
let server: Server;

beforeAll(async () => {
  const variables = { CHECKPOINT_KEY: await signerText(signer) };
  [browser, server] = await Promise.all([startBrowser(), startServer({ variables })]);
  for (const events of sampleRequests) await server.record(sampleStory, events);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the page, with another log in place of the server's where `forge` makes one of its lines. */
const open = async (view = phone, forge?: (lines: string[]) => string[], at = path) => {
  const opened = await openPage(browser, view, server.url.href);
  if (forge)
    await opened.page.route("**/events", async (route) => {
      const lines = (await (await route.fetch()).text()).trimEnd().split("\n");
      await route.fulfill({
        contentType: "application/x-ndjson",
        body: forge(lines)
          .map((line) => `${line}\n`)
          .join(""),
      });
    });
  await opened.page.goto(new URL(at, server.url).href);
  return opened;
};
/** What is said in the end, and how it is marked. */
const said = async (page: Page) => {
  const place = page.locator("#verify:not([data-verdict=reading])[data-verdict]");
  await place.waitFor();
  const [verdict, kept] = [await place.getAttribute("data-verdict"), await place.getAttribute("data-kept")];
  return { verdict, kept, text: await place.locator("[role=status]").innerText() };
};

describe.each(views)("at $width, $scheme, $language", (view) => {
  it("says that every event holds, and the head's hash, without a fault", async () => {
    const { page, faults } = await open(view);
    const head = (await server.log(sampleStory)).at(-1)?.seal.hash;
    const { verdict, kept, text } = await said(page);
    expect({ verdict, kept }).toEqual({ verdict: "holds", kept: "grew" });
    expect(text).toContain(view.language === "fr" ? "Chaque événement tient, 18 en tout." : "Every event holds, 18 in all.");
    expect(text).toContain(head);
    expect(await page.locator("#current pre").innerText()).toContain(`riposte.example/stories/${sampleStory}\n18\n`);
    expect(await page.locator("html").getAttribute("lang")).toBe(view.language);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await keepPicture(page, "verify", view);
    expect(faults).toEqual([]);
  });
});

const put = (line: string, change: object): string => JSON.stringify({ ...JSON.parse(line), ...change });

describe("a log that was tampered with on its way", () => {
  it.each<[string, string, RegExp, (lines: string[]) => string[]]>([
    [
      "a changed event",
      "broken",
      /^Event 11 does not hold: its data/,
      (lines) => lines.with(10, put(lines[10] ?? "", { data: {} })),
    ],
    ["a missing event", "broken", /^Event 4 does not hold: another version/, (lines) => lines.toSpliced(3, 1)],
    [
      "another story's log",
      "broken",
      /^Event 1 does not hold: .*another story/,
      (lines) => lines.map((line) => put(line, { story: "another-story" })),
    ],
    ["garbage", "unread", /^Line 3 of the log could not be read: it is not JSON/, (lines) => lines.with(2, "{")],
    ["nothing", "unread", /^The log could not be read to its end/, () => []],
    ["a log that was cut", "holds", /Events are missing: the log ends before event 18/, (lines) => lines.slice(0, 12)],
  ])("is told: %s", async (_, verdict, told, forge) => {
    const { page } = await open(phone, forge);
    const seen = await said(page);
    expect(seen.text).toMatch(told);
    expect([seen.verdict, seen.kept === "grew"]).toEqual([verdict, false]);
  });

  it("is told in French", async () => {
    const { page } = await open({ ...phone, language: "fr" }, (lines) => lines.toSpliced(3, 1));
    expect((await said(page)).text).toMatch(
      /^L’événement 4 ne tient pas\u00a0: une autre version est à sa place\. Tout ce qui précède tient\./,
    );
  });
});

describe("a checkpoint that was kept", () => {
  const check = async (page: Page, note: string, key?: string) => {
    await said(page);
    await page.getByLabel("A checkpoint that you kept").fill(note);
    if (key !== undefined) await page.getByLabel("The key that signed it").fill(key);
    await page.getByRole("button").click();
    return said(page);
  };
  const noteOf = async (story = sampleStory) => (await server.get(`/api/stories/${story}/checkpoint`)).text();

  it("is confronted with the log", async () => {
    const { page } = await open();
    const note = await noteOf();
    expect(await check(page, note.trim())).toMatchObject({ verdict: "holds", kept: "grew" });
    expect(await check(page, note.replace("18", "17"))).toMatchObject({ verdict: "holds", kept: "unopened" });
    const another = await verifierText(await verifierOf({ ...signer, name: "another.example" }));
    expect(await check(page, note, another)).toMatchObject({
      kept: "unopened",
      text: expect.stringContaining("was not signed by"),
    });
    expect(await check(page, note, "nonsense")).toMatchObject({ kept: "unopened", text: expect.stringContaining("is no key") });
  });

  it("finds out a log that was written anew, and another story's", async () => {
    const log = (await server.log(sampleStory)).map(({ position: _, ...event }) => event);
    const rewritten = await sealed(log.map((event) => (event.version === 9 ? { ...event, recordedBy: "another" } : event)));
    const { page } = await open(phone, () => rewritten.map((event) => JSON.stringify(event)));
    expect(await said(page)).toMatchObject({
      verdict: "holds",
      kept: "rewritten",
      text: expect.stringContaining("was rewritten"),
    });
    await fill(server, "long", 120);
    expect(await check(page, await noteOf("long"))).toMatchObject({ verdict: "holds", kept: "absent" });
  });
});

it("tells how to do it elsewhere where scripts do not run", async () => {
  const { page } = await open({ ...phone, scripts: false });
  const text = await page.locator("main").innerText();
  expect(text).toContain("Your browser runs no scripts here.");
  expect(text).toContain(`npm run verify -- ${new URL(`/stories/${sampleStory}`, server.url)}`);
  expect(await page.locator("form").isVisible()).toBe(false);
});

it("is linked from the story, and is of a story that there is", async () => {
  const { page } = await open(phone, undefined, `/stories/${sampleStory}?lang=fr`);
  await page.getByRole("link", { name: "Vérifier le journal" }).click();
  await page.waitForURL(`**${path}?lang=fr`);
  expect(await said(page)).toMatchObject({ verdict: "holds" });
  expect((await server.get("/stories/none-such/verify")).status).toBe(404);
});

describe("a server that shows something else than its log comes to", () => {
  const forgedIn = async (part: RegExp, change: (body: Record<string, unknown>) => object) => {
    const opened = await openPage(browser, phone, server.url.href);
    await opened.page.route(part, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: change(await answer.json()) });
    });
    await opened.page.goto(new URL(path, server.url).href);
    return said(opened.page);
  };

  it("is found out by the log itself where all is as it should be", async () => {
    const { page } = await open();
    expect((await said(page)).text).toContain("What this site shows of the story is what the log comes to.");
  });

  it.each<[string, RegExp, (body: Record<string, unknown>) => object, string]>([
    ["headline", /\/status\?/, (body) => ({ ...body, headline: "All is well." }), "“All is well.”"],
    ["title", /\/api\/stories\/[^/]+$/, (body) => ({ ...body, title: "Forged" }), "“Forged”"],
    ["offer", /\/offers\?/, (body) => ({ ...body, offers: [] }), "offers"],
    ["correction", /\/corrections\?/, (body) => ({ ...body, total: 7 }), "corrections"],
  ])("is found out by another %s", async (_, part, change, told) => {
    const { verdict, text } = await forgedIn(part, change);
    expect([verdict, text]).toEqual(["forged", expect.stringContaining(told)]);
    expect(text).toContain("But this site shows something else than the log comes to");
  });
});
