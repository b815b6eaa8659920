/** Pages that a Worker keeps: each is made once for each version, and D1 is asked for no more than the head. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statement } from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { costOf, type Server, startServer } from "../support/server.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  for (const story of ["story", "moving", "erased"]) await fill(server, story, 120);
});
afterAll(() => server?.close());

const ask = async (path: string, headers = {}, method = "GET") => {
  const answer = await server.get(path, headers, method);
  return { answer, cost: costOf(answer), text: await answer.text(), etag: answer.headers.get("ETag") ?? "" };
};

describe.each(["/stories/story", "/stories/story?lang=fr", "/stories/story/corrections"])("%s", (path) => {
  it("is made once, and costs a row or four after that", async () => {
    const made = await ask(path);
    const kept = await ask(path);
    expect(kept.cost).toMatchObject({ trips: 1, written: 0 });
    expect(kept.cost.read).toBeLessThanOrEqual(4);
    expect(kept.text).toBe(made.text);
    for (const name of ["ETag", "Cache-Control", "CDN-Cache-Control", "Cache-Tag", "Content-Type", "Content-Language", "Vary"])
      expect([name, kept.answer.headers.get(name)]).toEqual([name, made.answer.headers.get(name)]);
    const head = await ask(path, {}, "HEAD");
    expect([head.answer.status, head.text, head.etag]).toEqual([200, "", made.etag]);
  });

  it("is not sent to who has it, and is whole to who has another", async () => {
    const { etag, text } = await ask(path);
    expect((await ask(path, { "If-None-Match": `W/${etag}` })).answer.status).toBe(304);
    const other = await ask(path, { "If-None-Match": `${etag.slice(0, -2)}x"` });
    expect([other.answer.status, other.text]).toEqual([200, text]);
  });
});

it("is made anew after an event, and nobody is given the one before", async () => {
  const path = "/stories/moving";
  const before = await ask(path);
  await server.record("moving", paced([statement({ by: "bob", quote: { text: "Not for sale at all", language: "en" } })], 900));
  const after = await ask(path);
  expect(after.etag).not.toBe(before.etag);
  expect([before.text.includes("Not for sale at all"), after.text.includes("Not for sale at all")]).toEqual([false, true]);
  expect((await ask(path, { "If-None-Match": before.etag })).answer.status).toBe(200);
  expect((await ask(path)).cost.read).toBeLessThanOrEqual(4);
});

it("shows nothing of what was taken down", async () => {
  const path = "/stories/erased";
  await server.record("erased", paced([statement({ by: "bob", quote: { text: "A secret of mine", language: "en" } })], 900));
  expect((await ask(path)).text).toContain("A secret of mine");
  expect((await server.takeDown("erased", 121)).status).toBe(201);
  for (let again = 0; again < 2; again += 1) expect((await ask(path)).text).not.toContain("A secret of mine");
});

it("is of the language and the host that are asked for, whoever asked before", async () => {
  const hosts = ["news.one.example", "news.two.example"];
  for (let turn = 0; turn < 2; turn += 1)
    for (const host of hosts)
      for (const language of ["en", "fr"]) {
        const { body } = await sendRaw(server.url, "/stories/story", {
          method: "GET",
          host,
          lines: [`Accept-Language: ${language}`],
        });
        expect(body).toContain(`<html lang="${language}">`);
        expect(body).toContain(`<link rel="canonical" href="http://${host}/stories/story"/>`);
        expect(body).not.toContain(hosts.find((other) => other !== host) ?? "");
      }
});

it("is not kept where it is one of many views of the same", async () => {
  for (const more of ["?since=3", "?order=asc", "?kind=offers", "?cast=1", "?version=50"]) {
    await ask(`/stories/story${more}`);
    expect([more, (await ask(`/stories/story${more}`)).cost.read > 4]).toEqual([more, true]);
  }
});
