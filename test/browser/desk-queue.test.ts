/** Posts on their way, in a real browser: they can be taken back, outlive whatever breaks, and are recorded once. */
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { axeFaults, keepPicture, sitDown, startBrowser, type View } from "../support/browser.ts";
import { openStory, recordStandingBid, signInOn, standingVersion, type } from "../support/desk-page.ts";
import { at, development } from "../support/drafts.ts";
import { openGate } from "../support/gate.ts";
import { openProfile } from "../support/killed-browser.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

type Gate = Awaited<ReturnType<typeof openGate>>;

const view: View = { width: 1280, scheme: "light", language: "en" };
const soon = { timeout: 15_000 };
const rejection = "op⇥rej⇥⏎";

let browser: Browser;
let server: Server;
let gate: Gate;
let page: Page;
let stories = 0;
let story = "";
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  gate = await openGate(server.url);
});
beforeEach(async () => {
  stories += 1;
  story = `queued-${stories}`;
  await recordStandingBid(server, story);
  ({ page } = await sitDown(browser, view, gate.url.origin));
  await signInOn(page, gate, tokens.ada);
  await openStory(page, gate, story);
});
afterEach(async () => {
  gate.open();
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  gate?.close();
  await server?.close();
});

const recorded = async () => (await server.log(story)).slice(standingVersion).map((event) => event.type);
const once = () => expect.poll(recorded, soon).toEqual(["OfferRejected"]);
const line = () => page.locator("#line");
const posts = () => page.getByRole("region", { name: "Your posts" });
const button = (name: string) => posts().getByRole("button", { name });
/** Waits until the line is seen as readers will see it. */
const previewed = () => page.locator(".desk-preview .desk-sentence").first().waitFor();

it("leaves nothing in the log of what is taken back, by a key, a button or the line's own undo, and gives the words back", async () => {
  await type(page, rejection);
  await button("Undo").waitFor();
  await line().blur();
  await page.keyboard.press("z");
  await posts().getByText("Taken back").waitFor();
  await button("Put it back in the line").click();
  await expect.poll(() => line().inputValue()).toBe("OpenAI rejects ");
  await previewed();
  await type(page, "⏎");
  await button("Change").click();
  await expect.poll(() => line().inputValue()).toBe("OpenAI rejects ");
  await previewed();
  await type(page, "⏎");
  await button("Undo").waitFor();
  await expect.poll(() => line().inputValue()).toBe("");
  await page.keyboard.press("Control+z");
  await expect.poll(() => line().inputValue()).toBe("OpenAI rejects ");
  expect(await posts().isHidden()).toBe(true);
  await page.waitForTimeout(300);
  expect(await recorded()).toEqual([]);
});

it("waits for as many seconds as were chosen, then records by itself", async () => {
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByLabel("Seconds in which").fill("1");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await line().focus();
  await type(page, rejection);
  await button("Undo").waitFor();
  expect(await recorded()).toEqual([]);
  await once();
  // The list has it, without anything being loaded anew.
  await page.locator(`#v${standingVersion + 1}`).waitFor();
  expect(await posts().isHidden()).toBe(true);
});

it("sends what waits when its page is closed, and does not send it again", async () => {
  await type(page, rejection);
  await button("Undo").waitFor();
  await page.close({ runBeforeUnload: true });
  await once();
  page = await page.context().newPage();
  await openStory(page, gate, story);
  // Nobody is told that it could still be taken back.
  expect(await button("Undo").count()).toBe(0);
  await expect.poll(() => posts().isHidden(), { timeout: 5000 }).toBe(true);
  await once();
});

it("queues on a line that is down, says so, and records once when it is back", async () => {
  await type(page, "op⇥rej⇥");
  await previewed();
  gate.shut();
  await type(page, "⏎⏎");
  await posts().getByText("Waiting for the line").waitFor();
  await keepPicture(page, "desk-queue-waiting", view);
  expect(await axeFaults(page)).toEqual([]);
  // What was typed unseen asks for a second press.
  await type(page, "news: The network is down⏎");
  await page.locator("#preview-status").getByText("Press again").waitFor();
  await type(page, "⏎");
  await posts().getByText("The network is down").waitFor();
  gate.open();
  await button("Try now").first().click();
  await expect.poll(recorded, soon).toEqual(["OfferRejected", "DevelopmentReported"]);
  await expect.poll(() => posts().isHidden(), soon).toBe(true);
});

it("records once what was answered while nobody could hear it", async () => {
  await type(page, "op⇥rej⇥");
  await previewed();
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort("connectionreset");
  };
  await page.route(/\/events$/, lose, { times: 1 });
  await type(page, "⏎⏎");
  await once();
  await expect.poll(() => posts().isHidden(), soon).toBe(true);
  await once();
});

it("keeps what is posted after the session has ended, and sends it once its person has signed in again", async () => {
  await type(page, "op⇥rej⇥");
  await previewed();
  await server.db.prepare("UPDATE tokens SET revoked_at = ? WHERE kind = 'session'").bind(new Date().toISOString()).run();
  await type(page, "⏎⏎");
  await posts().getByText("Your session has ended").waitFor();
  await keepPicture(page, "desk-queue-signed-out", view);
  expect(await axeFaults(page)).toEqual([]);
  expect(await recorded()).toEqual([]);
  const again = await page.context().newPage();
  await signInOn(again, gate, tokens.ada);
  await once();
  await again.close();
  await expect.poll(() => posts().isHidden(), soon).toBe(true);
});

it("shows nobody else what somebody had typed or posted in the same browser", async () => {
  await type(page, "op⇥rej⇥");
  await previewed();
  gate.shut();
  await type(page, "⏎⏎");
  await posts().getByText("Waiting for the line").waitFor();
  await type(page, "for my eyes");
  await page.goto("about:blank");
  await page.context().clearCookies();
  gate.open();
  await signInOn(page, gate, tokens.bob);
  await openStory(page, gate, story);
  await page.waitForTimeout(500);
  expect([await line().inputValue(), await posts().isHidden(), await recorded()]).toEqual(["", true, []]);
  await page.context().clearCookies();
  await signInOn(page, gate, tokens.ada);
  await once();
  await openStory(page, gate, story);
  await expect.poll(() => line().inputValue()).toBe("for my eyes");
});

it("says who recorded what meanwhile, and posts after that only where it is wanted", async () => {
  await type(page, rejection);
  await button("Undo").waitFor();
  await server.record(story, at("14:00", development("The board meets")), server.signed("bob"));
  await button("Send now").click();
  await posts().getByText("bob recorded “Development reported” meanwhile").waitFor();
  await keepPicture(page, "desk-queue-moved", view);
  expect(await axeFaults(page)).toEqual([]);
  expect(await recorded()).toEqual(["DevelopmentReported"]);
  await button("Post anyway, after that").click();
  await expect.poll(recorded, soon).toEqual(["DevelopmentReported", "OfferRejected"]);
  await expect.poll(() => posts().isHidden(), soon).toBe(true);
});

it("previews what follows on a post that waits as it will be after it", async () => {
  await type(page, "op⇥rej⇥⏎");
  await button("Undo").waitFor();
  await type(page, "question: Who pays?");
  await previewed();
  expect(await page.locator(".desk-preview .desk-entry").count()).toBe(2);
  await type(page, "⏎⏎");
  await expect.poll(recorded, soon).toEqual(["OfferRejected", "QuestionRaised"]);
});

it("has what was typed in a form among the drafts after the page was left, and no more of it once it was recorded", async () => {
  const form = new URL(`/desk/${story}/post/DevelopmentReported`, gate.url).href;
  await page.goto(form);
  const headline = page.locator("[id='0.data.headline']");
  await headline.fill("The board meets");
  await page.waitForTimeout(250);
  await page.goto("about:blank");
  const atDesk = new URL(`/desk/${story}`, gate.url).href;
  const draft = page.locator(".desk-drafts h3 a", { hasText: "The board meets" });
  await expect.poll(async () => (await page.goto(atDesk)) && (await draft.count()), soon).toBe(1);
  await draft.click();
  await page.waitForURL(/draft=/);
  expect(await headline.inputValue()).toBe("The board meets");
  await page.locator('button[value="preview"]').click();
  await page.locator('button[value="record"]').click();
  await page.waitForURL(/recorded=/);
  await page.goto(atDesk);
  expect(await draft.count()).toBe(0);
});

it("has the line again, and records the post that waited once, after the browser was killed", async () => {
  const profile = openProfile();
  const first = await profile.start();
  const before = await first.page();
  await signInOn(before, gate, tokens.ada);
  await openStory(before, gate, story);
  await type(before, rejection);
  await before.locator(".desk-post-held").waitFor();
  await type(before, "al⇥says: the words of a mo");
  await before.waitForTimeout(250);
  await first.kill();
  expect(await recorded()).toEqual([]);
  const second = await profile.start();
  const after = await second.page();
  // Its cookie may not have been written down.
  await after.goto(new URL("/desk", gate.url).href);
  if (after.url().includes("sign-in")) await signInOn(after, gate, tokens.ada);
  await openStory(after, gate, story);
  await expect.poll(() => after.locator("#line").inputValue()).toBe("Altman says: the words of a mo");
  await once();
  await second.kill();
  profile.remove();
});
