/** What is typed at the desk is kept: at the desk within two seconds, through a crash, on another device, by two at once; with scripts and without. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFaults, keepPicture, scrollsSideways, sitDown, startBrowser, type View, views } from "../support/browser.ts";
import { draftsOf, news } from "../support/kept-drafts.ts";
import { type Server, startServer, tokens } from "../support/server.ts";
import { recordStories } from "../support/stories.ts";

const cleoToken = "cleo-may-draft-0000000000000000000000004";
let browser: Browser;
let server: Server;
let ada: ReturnType<typeof draftsOf>;
let story = "";
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  await recordStories(server);
  await server.keepToken(cleoToken, "cleo", { role: "contributor" });
  ada = draftsOf(server, tokens.ada);
  story = (await server.read<{ stories: { story: string }[] }>("/api/stories")).stories[0]?.story ?? "";
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const at = (path: string) => new URL(path, server.url).href;
const desktop: View = { width: 1280, scheme: "light", language: "en" };

const sitAt = async (token: string, view: View = desktop) => {
  const sat = await sitDown(browser, view, server.url.origin);
  await sat.page.goto(at("/desk"));
  await sat.page.locator("#token").fill(token);
  await sat.page.locator("#token").press("Enter");
  await sat.page.waitForURL((url) => url.pathname === "/desk");
  return sat;
};

const form = (type = "DevelopmentReported") => at(`/desk/${story}/post/${type}`);
const headline = (page: Page) => page.locator('[name="0.data.headline"]');
const status = (page: Page) => page.locator(".desk-kept").first();
const typedBy = async (owner: typeof ada, text: string) =>
  (await owner.list(`?story=${story}`)).filter((draft) => draft.text === text);

it("is at the desk within two seconds, found after a crash and on another device, and recorded from there once", async () => {
  const { page, faults } = await sitAt(tokens.ada);
  await page.goto(form());
  await headline(page).pressSequentially("The judge has left", { delay: 20 });
  const typed = Date.now();
  await expect.poll(async () => (await typedBy(ada, "The judge has left")).length, { interval: 50, timeout: 2_000 }).toBe(1);
  expect(Date.now() - typed).toBeLessThan(2_000);
  await expect.poll(() => status(page).innerText()).toMatch(/^Kept at /);
  const address = page.url();
  const { context } = { context: page.context() };
  await page.close();
  // The same browser opens what it had open.
  const again = await context.newPage();
  await again.goto(address);
  expect(await headline(again).inputValue()).toBe("The judge has left");
  expect(await again.evaluate("Object.keys(localStorage).length")).toBe(0);
  // Another device, from the list.
  const other = await sitAt(tokens.ada, { ...desktop, width: 390 });
  await other.page.goto(at("/desk/drafts"));
  await other.page.getByRole("link", { name: "The judge has left" }).first().click();
  expect(await headline(other.page).inputValue()).toBe("The judge has left");
  await headline(other.page).fill("The judge has left the room");
  await other.page.getByRole("button", { name: "Preview" }).click();
  const before = await server.count();
  await other.page.getByRole("button", { name: "Record" }).click();
  await other.page.waitForURL(/recorded=/);
  expect(await server.count()).toBe(before + 1);
  expect((await server.log(story)).at(-1)).toMatchObject({
    data: { headline: "The judge has left the room" },
    recordedBy: "ada",
  });
  // The first page had the draft open: what is typed there goes on as a draft of its own.
  await headline(again).fill("The judge is back");
  await expect.poll(async () => (await typedBy(ada, "The judge is back")).length).toBe(1);
  expect(faults.filter((fault) => !/40[49]|412/.test(fault))).toEqual([]);
  await Promise.all([context.close(), other.page.context().close()]);
});

it("is there when the browser went before it could send it, without a line, and after signing in again", async () => {
  const { page } = await sitAt(tokens.ada);
  const context: BrowserContext = page.context();
  await page.goto(form());
  await context.setOffline(true);
  await headline(page).fill("Typed in a tunnel");
  await expect.poll(() => status(page).innerText()).toContain("Kept in this browser");
  await page.close();
  await context.setOffline(false);
  expect(await typedBy(ada, "Typed in a tunnel")).toEqual([]);
  const again = await context.newPage();
  await again.goto(form());
  await expect.poll(() => headline(again).inputValue()).toBe("Typed in a tunnel");
  await expect.poll(async () => (await typedBy(ada, "Typed in a tunnel")).length).toBe(1);
  // The session ends in the midst of typing.
  await server.db
    .prepare("UPDATE tokens SET revoked_at = '2026-01-01T00:00:00.000Z' WHERE kind = 'session' AND editor = 'ada'")
    .run();
  await headline(again).fill("Typed in a tunnel, signed out");
  await expect.poll(() => status(again).innerText()).toContain("sign in again");
  const beside = await context.newPage();
  await beside.goto(at("/desk/sign-in"));
  await beside.locator("#token").fill(tokens.ada);
  await beside.locator("#token").press("Enter");
  await beside.waitForURL((url) => url.pathname === "/desk");
  await again.evaluate("window.dispatchEvent(new Event('focus'))");
  await expect.poll(async () => (await typedBy(ada, "Typed in a tunnel, signed out")).length, { timeout: 10_000 }).toBe(1);
  await context.close();
});

it("is never overwritten: what was changed elsewhere stays, and both are there", async () => {
  const { page } = await sitAt(tokens.ada);
  await page.goto(form());
  await headline(page).fill("One of two");
  await expect.poll(() => status(page).innerText()).toMatch(/^Kept at /);
  const [listed] = await typedBy(ada, "One of two");
  const { id, form: fields } = await ada.read(listed?.id ?? "");
  await ada.send("PUT", `/api/drafts/${id}`, { story, form: { ...fields, "0.data.headline": ["Elsewhere"] } });
  await headline(page).fill("One of two, here");
  await expect.poll(() => status(page).innerText()).toContain("changed elsewhere");
  expect(await axeFaults(page)).toEqual([]);
  await expect.poll(async () => (await typedBy(ada, "One of two, here")).length).toBe(1);
  expect(await typedBy(ada, "Elsewhere")).toHaveLength(1);
  await status(page).getByRole("link").click();
  await expect.poll(() => headline(page).inputValue()).toBe("Elsewhere");
  await page.context().close();
});

it("is kept of a line too", async () => {
  const { page } = await sitAt(tokens.ada);
  await page.goto(at(`/desk/${story}`));
  await page.locator("#line").fill("news: they talk");
  await expect.poll(async () => (await typedBy(ada, "news: they talk")).length, { timeout: 2_000 }).toBe(1);
  await page.goto(at("/desk/drafts"));
  await page.getByRole("link", { name: "A line: news: they talk" }).first().click();
  expect(await page.locator("#line").inputValue()).toBe("news: they talk");
  // Whoever takes it all back has no draft of it.
  await page.locator("#line").fill("");
  await expect.poll(async () => (await typedBy(ada, "news: they talk")).length).toBe(0);
  await page.context().close();
});

/** Nothing for axe, which is a script, nothing to scroll to. */
const lookAt = async (page: Page, { scripts = true }: View) => {
  if (scripts) expect(await axeFaults(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};

it.each([...views, { width: 320, scheme: "dark", language: "en", scripts: false } satisfies View])(
  "is submitted, sent back, scheduled: $width px, $scheme, $language, scripts $scripts",
  async (view) => {
    const en = view.language === "en";
    const text = `Von ${view.width}`;
    const cleo = await sitAt(cleoToken, view);
    await cleo.page.goto(form());
    await headline(cleo.page).fill(text);
    await cleo.page.getByRole("button", { name: en ? "Preview" : "Aperçu" }).click();
    expect(await cleo.page.getByRole("button", { name: en ? "Record" : "Consigner" }).count()).toBe(0);
    await cleo.page.getByRole("button", { name: en ? "Submit" : "Soumettre" }).click();
    await cleo.page.locator(".desk-done").waitFor();
    await lookAt(cleo.page, view);
    const editor = await sitAt(tokens.bob, view);
    const { page } = editor;
    for (const path of ["/desk/drafts", `/desk/${story}`]) {
      await page.goto(at(path));
      expect(await page.getByRole("link", { name: text }).count()).toBeGreaterThan(0);
      await lookAt(page, view);
      await keepPicture(page, `desk-drafts${path.replaceAll("/", "-")}`, view);
    }
    await page.goto(at("/desk/drafts"));
    await page
      .locator("li li", { has: page.getByRole("link", { name: text }) })
      .last()
      .getByRole("link")
      .click();
    expect(await page.locator("h1").innerText()).toContain(text);
    await page.locator("button[value=refused]").click();
    await page.locator("#reason-error").waitFor();
    await lookAt(page, view);
    await page.locator("#due").fill(en ? "tomorrow 9am" : "demain 9 h");
    await page.locator("button[value=scheduled]").click();
    await page.locator(".desk-done").waitFor();
    await lookAt(page, view);
    await keepPicture(page, "desk-draft", view);
    await page.locator("#reason").fill("Who says so?");
    await page.locator("button[value=refused]").click();
    await page.locator(".desk-done").waitFor();
    await cleo.page.reload();
    expect(await cleo.page.locator(".desk-notice").innerText()).toContain("Who says so?");
    expect([...editor.faults, ...cleo.faults].filter((fault) => !/422/.test(fault))).toEqual([]);
    await Promise.all([page.context().close(), cleo.page.context().close()]);
  },
);

it("shows what a program has left as a form", async () => {
  const { id } = await ada.keep({ story, events: [news("From a program")] });
  const { page } = await sitAt(tokens.ada);
  await page.goto(at(`/desk/drafts/${id}/open`));
  expect(await headline(page).inputValue()).toBe("From a program");
  await page.context().close();
});
