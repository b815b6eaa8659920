/** Two editors work at one story in two real browsers: they see each other, nobody overwrites anybody, and entries are put right. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleRequests } from "../../events/sample.ts";
import { axeFaults, keepPicture, scrollsSideways, sitDown, startBrowser, type View } from "../support/browser.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

const phone: View = { width: 390, scheme: "light", language: "en" };
const wide: View = { width: 1280, scheme: "dark", language: "fr" };

let browser: Browser;
let server: Server;
let ada: Awaited<ReturnType<typeof signIn>>;
let pia: Awaited<ReturnType<typeof signIn>>;

const go = (page: Page, path: string) => page.goto(new URL(path, server.url).href);
const signIn = async (token: string, view: View) => {
  const opened = await sitDown(browser, view, server.url.origin);
  await go(opened.page, `/desk?lang=${view.language}`);
  await opened.page.locator("#token").fill(token);
  await opened.page.locator("#token").press("Enter");
  await opened.page.waitForSelector(".desk-person");
  return { ...opened, view };
};

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  for (const request of sampleRequests) await server.record("musk-openai", request);
  [ada, pia] = await Promise.all([signIn(tokens.ada, phone), signIn(tokens.pia, wide)]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const story = "/desk/musk-openai";
const note = (headline: string) => ({ type: "BackgroundNoted", occurredAt: "2025-02-10T21:00:00Z", data: { headline } });
const record = async (headline: string) => (await server.record("musk-openai", note(headline), server.signed("bob"))).version;
const hasText = (page: Page, selector: string, text: string, timeout = 2_000) =>
  page.locator(selector, { hasText: text }).first().waitFor({ timeout });

/** Looks at a page as it is: what axe finds, and whether it is too wide. */
const look = async ({ page, view }: Awaited<ReturnType<typeof signIn>>, name: string) => {
  await keepPicture(page, `desk-entry-${name}`, view);
  expect([name, await axeFaults(page), await scrollsSideways(page)]).toEqual([name, [], false]);
};

describe("two at once", () => {
  it("see within two seconds that the other is there, what they have open, and that they have left", async () => {
    await Promise.all([go(ada.page, story), go(pia.page, story)]);
    await Promise.all([hasText(ada.page, ".desk-here", "pia"), hasText(pia.page, ".desk-here", "ada")]);
    await go(pia.page, `${story}/events/7/edit`);
    await hasText(ada.page, ".desk-here", "pia at entry 7");
    await go(pia.page, `${story}/post/OfferRejected`);
    await pia.page.locator('select[name="0.data.offer"]').selectOption("musk-bid");
    await hasText(ada.page, ".desk-here", "pia at Musk");
    await look(ada, "presence");
    await go(pia.page, "/desk");
    await ada.page.locator(".desk-presence > p").first().waitFor({ state: "hidden", timeout: 2_000 });
  });

  it("bring a colleague's post into the list, and leave alone what is being typed", async () => {
    await go(ada.page, story);
    const line = ada.page.locator("#line");
    await line.fill("openai rejects musk-bid");
    await ada.page.evaluate("document.activeElement.setSelectionRange(7, 14)");
    const headline = "Nothing <b>of</b> it";
    const version = await record(headline);
    await hasText(ada.page, `#v${version} h3`, headline);
    await hasText(ada.page, ".desk-news", `bob recorded: ${headline}`);
    const typed = await ada.page.evaluate(
      "(({ id, value, selectionStart, selectionEnd }) => [id, value, selectionStart, selectionEnd])(document.activeElement)",
    );
    expect(typed).toEqual(["line", "openai rejects musk-bid", 7, 14]);
    expect(JSON.parse((await ada.page.locator("#line-context").textContent()) ?? "{}").version).toBe(version);
  });

  it.each([
    ["post anyway, at the new version", "record", 1],
    ["change it", "edit", 0],
    ["discard it", undefined, 0],
  ] as const)("meet a card where the other was first, and can %s", async (_, step, more) => {
    const version = await record(`It rained for ${more} of 5 days`);
    await go(ada.page, `${story}/events/${version}/edit`);
    await ada.page.locator("[id='0.data.headline']").fill("It rained for 3 of 5 days");
    await ada.page.locator('button[value="preview"]').click();
    await ada.page.locator('input[value="correction"]').check();
    await ada.page.locator("[id='0.reason']").fill("Three.");
    await ada.page.locator('button[value="preview"]').click();
    const before = await record("Somebody else was first");
    await ada.page.locator('button[value="record"]').click();
    await hasText(ada.page, ".desk-moved", "bob recorded “Background noted”, just now");
    await hasText(ada.page, ".desk-moved h2", "Somebody else was first");
    if (more) await look(ada, "moved");
    await (step ? ada.page.locator(`button[value="${step}"]`) : ada.page.locator(".desk-steps a")).click();
    if (step === "edit") {
      await ada.page.waitForSelector('button[value="preview"]');
      expect(await ada.page.locator("[id='0.data.headline']").inputValue()).toBe("It rained for 3 of 5 days");
    } else await ada.page.waitForURL(step ? /recorded=/ : /musk-openai$/);
    expect((await server.log("musk-openai")).at(-1)?.version).toBe(before + more);
  });
});

it("asks, shows and records on a phone and on a desk, without a fault for axe", async () => {
  const version = await record("They met on Tusday");
  for (const person of [ada, pia]) {
    const { page } = person;
    await go(page, `${story}/events/${version}/edit`);
    await look(person, "edit");
    await page.locator("[id='0.data.headline']").fill(person === ada ? "They met on Tuesday" : "They met on 12 February");
    await page.locator('button[value="preview"]').click();
    await look(person, "question");
    expect(await page.locator('input[value="minor"]').isDisabled()).toBe(person === pia);
    if (person === ada) {
      await page.locator('button[value="record"]').click();
      await page.waitForURL(/recorded=/);
      continue;
    }
    await page.locator("[id='0.reason']").fill("C’était le 12 février.");
    await page.locator('button[value="preview"]').click();
    await look(person, "box");
    await go(page, `${story}/events/${version}/retract`);
    await page.locator("[id='0.reason']").fill("Personne ne s’est vu.");
    await page.locator('button[value="preview"]').click();
    await look(person, "retracted");
    await go(page, `${story}/events/8/retract`);
    await look(person, "hanging");
    await go(page, `${story}/events/${version}/take-down`);
    await look(person, "take-down");
    await page.locator('button[value="confirm"]').click();
    await look(person, "take-down-faults");
    await page.locator("#basis").fill("Décision de justice");
    await page.locator("#reason").fill("Le tribunal l’a ordonné.");
    await page.locator('button[value="confirm"]').click();
    await page.locator("#named").fill(String(version));
    await look(person, "erase");
    await page.locator('button[value="erase"]').click();
    await hasText(page, "h1", `l’entrée ${version} a été supprimée`, 10_000);
    await look(person, "receipt");
  }
  // What a browser says of an answer that refuses.
  expect([...ada.faults, ...pia.faults].filter((fault) => !/status of 4(?:09|12|22)/.test(fault))).toEqual([]);
});
