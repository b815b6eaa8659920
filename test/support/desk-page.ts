/** Somebody at the desk in a real browser: they sign in, type key by key, and a story stands ready to be told on. */
import type { Page } from "playwright-core";
import { at, offer, opened, party, question, sourced, usd } from "./drafts.ts";
import type { Server } from "./server.ts";

/** A story in which Musk's bid for OpenAI stands, as Reuters had it. */
const standingBid = [
  at("12:00", opened({ title: "Musk’s bid for OpenAI" })),
  at("12:00", party("elon-musk", { name: "Elon Musk", short: "Musk", kind: "person" })),
  at("12:00", party("openai", { name: "OpenAI" })),
  at("12:00", party("sam-altman", { name: "Sam Altman", short: "Altman", kind: "person", of: "openai" })),
  at("12:00", party("twitter", { name: "Twitter" })),
  at("12:30", question("motive", "What moved Musk?")),
  {
    ...sourced(at("13:00", offer("musk-bid", { by: "elon-musk", target: "openai", price: usd("97400000000") }))),
    sources: [{ publisher: "Reuters" }],
  },
];

/** How many events it has. */
export const standingVersion = standingBid.length;

/** Records it under a name. */
export const recordStandingBid = (server: Server, story: string): Promise<unknown> => server.record(story, standingBid);

/** Signs in by a token, as people do. */
export const signInOn = async (page: Page, server: Pick<Server, "url">, token: string, language = "en"): Promise<void> => {
  await page.goto(new URL(`/desk?lang=${language}`, server.url).href);
  await page.locator("#token").fill(token);
  await page.locator("#token").press("Enter");
  await page.waitForURL((url) => url.pathname === "/desk");
};

/** Opens a story at the desk; the cursor stands in its line. */
export const openStory = async (page: Page, server: Pick<Server, "url">, story: string): Promise<void> => {
  await page.goto(new URL(`/desk/${story}`, server.url).href);
  await page.locator("#line:focus").waitFor();
};

/** Keys that write nothing: Tab, and Ctrl with Enter. */
const keys: Readonly<Record<string, string>> = { "⇥": "Tab", "⏎": "Control+Enter" };

/** Types it, so many keys a second; ⇥ is Tab, ⏎ is Ctrl+Enter. */
export const type = async ({ keyboard }: Page, typed: string, perSecond = 50): Promise<void> => {
  for (const key of typed) {
    await (keys[key] ? keyboard.press(keys[key]) : keyboard.type(key));
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
};
