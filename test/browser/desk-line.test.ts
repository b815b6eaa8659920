/** The line in a real browser: by keyboard alone, the commonest acts in few keystrokes. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sitDown, startBrowser } from "../support/browser.ts";
import { keystrokesIn, openStory, recordStandingBid, signInOn, standingVersion, type } from "../support/desk-page.ts";
import { type Server, startServer, tokens } from "../support/server.ts";

let browser: Browser;
let server: Server;
let page: Page;
let faults: string[];
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startServer()]);
  ({ page, faults } = await sitDown(browser, { width: 1280, scheme: "light", language: "en" }, server.url.origin));
  await signInOn(page, server, tokens.ada);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What is typed from the cursor's place to the log, and what it records. */
const acts: [string, string, object[]][] = [
  ["reject", "op⇥rej⇥@re⇥⏎⏎", [{ type: "OfferRejected", data: { by: "openai", offer: "musk-bid" } }]],
  [
    "counter",
    "op⇥cou⇥9.74bn for tw⇥@re⇥⏎⏎",
    [
      {
        type: "CounterOffered",
        data: { by: "openai", target: "twitter", inReplyTo: "musk-bid", price: { amount: "9740000000" } },
      },
    ],
  ],
  ["accept", "op⇥acc⇥@re⇥⏎⏎", [{ type: "OfferAccepted" }]],
  ["raise", "mu⇥rai⇥to 100bn⏎⏎", [{ type: "OfferRevised", data: { offer: "musk-bid", price: { amount: "100000000000" } } }]],
  ["withdraw", "mu⇥wi⇥⏎⏎", [{ type: "OfferWithdrawn" }]],
  ["offer", "al⇥off⇥5bn for tw⇥⏎⏎", [{ type: "OfferMade" }]],
  ["insult", 'mu⇥ins⇥al⇥"Schwindler" "swindler"⏎⏎', [{ type: "InsultPosted" }]],
  ["statement", 'al⇥sa⇥"We are not for sale"⏎⏎', [{ type: "StatementMade" }]],
  ["development", "news: OpenAI’s board meets⏎⏎", [{ type: "DevelopmentReported" }]],
  ["date", "date: OpenAI’s board meets 3 March 2031⏎⏎", [{ type: "DateAnnounced" }]],
  ["question", "question: Who pays?⏎⏎", [{ type: "QuestionRaised" }]],
  ["answer", "answer: The data⏎⏎", [{ type: "QuestionAnswered", data: { question: "motive" } }]],
  ["two", "op⇥rej⇥; cou⇥9.74bn for tw⇥⏎⏎", [{ type: "OfferRejected" }, { type: "CounterOffered" }]],
];

it.each(acts)("records by keyboard alone: %s", async (name, typed, events) => {
  const story = `act-${name}`;
  await recordStandingBid(server, story);
  await openStory(page, server, story);
  await type(page, typed, 20);
  await page.waitForTimeout(1500);
  console.log(
    name,
    keystrokesIn(typed),
    await page.locator("#line").inputValue(),
    "|",
    await page.locator("#preview-status").textContent(),
    "|",
    await page.locator(".desk-line-chips").innerText(),
    "|",
    await page.locator(".desk-posts").innerText(),
    faults,
  );
  const log = await server.log(story);
  console.log(JSON.stringify(log.slice(standingVersion).map(({ type, data, sources }: any) => ({ type, data, sources }))));
  expect(log.slice(standingVersion)).toMatchObject(events);
});
