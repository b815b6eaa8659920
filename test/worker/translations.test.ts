/** Texts in other languages, as they are posted, shown, promised and taken down. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { development, opened, party, summarised, translated } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

const page = async (path: string, lang: string): Promise<string> => (await server.get(`/stories/${path}?lang=${lang}`)).text();
const promised = (html: string): string[] =>
  [...html.matchAll(/rel="alternate" hreflang="(\w+)"/g)].map(([, tag]) => tag ?? "").filter((tag) => tag !== "x");

it("shows a reader what is translated in it, the rest in its own language, and promises no more", async () => {
  const talks = {
    ...development("The talks go on", ["a"]),
    data: { headline: "The talks go on", text: "In Paris.\nUntil noon." },
  };
  await server.record("told", paced([opened({ title: "The talks" }), party("a"), talks, summarised("They talk.")]));
  for (const path of ["told", "told/corrections", "told/events/3"])
    expect([path, promised(await page(path, "fr"))]).toEqual([path, ["en"]]);
  const texts = { headline: "Les discussions durent", text: "À Paris.\nJusqu’à midi." };
  const drafts = [translated(3, texts), translated(1, { title: "Les discussions" }), translated(4, { points: ["On parle."] })];
  await server.record("told", paced(drafts, 4));
  const french = await page("told", "fr");
  expect(promised(french)).toEqual(["en", "fr"]);
  for (const path of ["told/corrections", "told/events/3"])
    expect([path, promised(await page(path, "fr"))]).toEqual([path, ["en", "fr"]]);
  expect(french).toContain('<h1 lang="fr" dir="auto">Les discussions</h1>');
  expect(french).toContain("<title>Les discussions · Riposte</title>");
  expect(french).toContain('<span lang="fr" dir="auto">Jusqu’à midi.</span>');
  const english = await page("told", "en");
  expect(english).toContain('<span lang="en" dir="auto">Until noon.</span>');
  expect(english).not.toContain("midi");
  const list = await server.read<{ stories: object[] }>("/api/stories?lang=fr");
  expect(list.stories).toMatchObject([{ title: "Les discussions", language: "fr" }]);
});

it("refuses at its field what the event does not say", async () => {
  const answer = await server.post("told", paced([translated(4, { points: ["On parle."], outcome: "Rien" })], 7));
  expect([answer.status, await answer.json()]).toMatchObject([
    409,
    { code: "no-such-text", errors: [{ pointer: "/0/data/texts/outcome" }] },
  ]);
});

it("erases translations with the event that they tell again", async () => {
  const { version } = await server.record(
    "told",
    paced([development("Zibeline"), translated(8, { headline: "Quintefeuille" })], 7),
  );
  expect(version).toBe(9);
  const answer = await server.takeDown("told", 8);
  expect(answer.status).toBe(201);
  const { results } = await server.db.prepare("SELECT version FROM events WHERE story = 'told' AND body IS NULL").all();
  expect(results).toEqual([{ version: 8 }, { version: 9 }]);
  expect(await page("told", "fr")).not.toContain("Quintefeuille");
});
