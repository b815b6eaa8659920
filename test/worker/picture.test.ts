/** The picture of a story's status over HTTP: what it shows, what it costs, how it is kept, and what is answered where there is none. */
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, offer, opened, party, rejected, usd } from "../support/drafts.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";
import { recordStories, stories } from "../support/stories.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await recordStories(server);
  await server.record("empty", at("12:00", opened({ title: "A bid" })));
  await server.record("arabic", [
    at("12:00", opened({ title: "لا شكرا", language: "ar" })),
    at("12:00", party("a", { name: "شركة" })),
    at("12:00", party("t", { name: "收购" })),
    at("13:00", offer("bid", { price: usd("5000000000") })),
  ]);
});
afterAll(() => server.close());

const addressOf = (story: string, query = "") => `/stories/${story}/picture.png${query}`;
const fileOf = async (path: string): Promise<Buffer> => {
  const answer = await server.get(path);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

describe("the picture of a story", () => {
  it.each([stories.sample, stories.mixedUp, stories.hostile, stories.long, "empty", "arabic"])(
    "%s is a PNG of 1200 by 630, in each language another",
    async (story) => {
      const [english, french] = await Promise.all(["?lang=en", "?lang=fr"].map((query) => fileOf(addressOf(story, query))));
      for (const file of [english, french])
        expect(PNG.sync.read(file ?? Buffer.of())).toMatchObject({ width: 1200, height: 630, colorType: 3 });
      expect(english?.equals(french ?? Buffer.of())).toBe(false);
      expect(english?.length).toBeLessThan(60_000);
    },
  );

  it("takes one round trip and four rows at the head", async () => {
    const cost = costOf(await server.get(addressOf(stories.long)));
    expect(cost).toMatchObject({ trips: 1, written: 0 });
    expect(cost.read).toBeLessThanOrEqual(4);
  });

  it("changes when the status does, and shows the past as it was", async () => {
    await server.record("moving", [
      at("12:00", opened()),
      ...["a", "b", "t"].map((slug) => at("12:00", party(slug))),
      at("13:00", offer("bid", { price: usd("5000000000") })),
    ]);
    const address = addressOf("moving", "?lang=en");
    const before = await server.get(address);
    const open = Buffer.from(await before.arrayBuffer());
    await server.record("moving", at("14:00", rejected("bid")));
    const after = await server.get(address, { "If-None-Match": before.headers.get("ETag") ?? "" });
    expect(after.status).toBe(200);
    expect(after.headers.get("ETag")).not.toBe(before.headers.get("ETag"));
    expect(Buffer.from(await after.arrayBuffer()).equals(open)).toBe(false);
    expect((await fileOf(addressOf("moving", "?lang=en&version=5"))).equals(open)).toBe(true);
  });

  it("is another after a takedown, at a version of the past too", async () => {
    await server.record("erased", [
      at("12:00", opened()),
      at("12:00", party("a", { name: "Jean Dupont" })),
      at("12:00", party("t")),
    ]);
    await server.record("erased", at("13:00", offer("bid")));
    const address = addressOf("erased", "?lang=en&version=4");
    const before = await server.get(address);
    const named = Buffer.from(await before.arrayBuffer());
    expect((await server.takeDown("erased", 2)).status).toBeLessThan(300);
    const after = await server.get(address, { "If-None-Match": before.headers.get("ETag") ?? "" });
    expect(after.status).toBe(200);
    expect(Buffer.from(await after.arrayBuffer()).equals(named)).toBe(false);
  });

  it("says how long it may be kept: for good where it shows a version, else a few seconds", async () => {
    const { headers } = await server.get(addressOf(stories.sample), { "Accept-Language": "fr" });
    expect(headers.get("Content-Type")).toBe("image/png");
    expect(headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=2");
    expect(headers.get("Vary")).toBe("Accept-Language");
    expect(headers.get("Content-Language")).toBe("fr");
    const pinned = await server.get(addressOf(stories.sample, "?version=12"));
    expect(pinned.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  });

  it("answers 304 to whoever has it, in one round trip of four rows", async () => {
    const etag = (await server.get(addressOf(stories.long))).headers.get("ETag") ?? "";
    const again = await server.get(addressOf(stories.long), { "If-None-Match": etag });
    expect(again.status).toBe(304);
    expect(costOf(again).read).toBeLessThanOrEqual(4);
    expect(again.headers.get("ETag")).toBe(etag);
  });

  it("is the same bytes each time", async () => {
    const address = addressOf(stories.mixedUp, "?lang=en&version=7");
    expect((await fileOf(address)).equals(await fileOf(address))).toBe(true);
  });
});

describe("where there is no picture", () => {
  it.each([
    ["of a story that is not there", addressOf("nowhere"), 404],
    ["of what is no story's address", addressOf("No"), 404],
    ["of a version that is not there", addressOf(stories.sample, "?version=9999"), 404],
    ["of no version", addressOf(stories.sample, "?version=new"), 422],
  ])("%s, a page says so", async (_, path, status) => {
    const answer = await server.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toContain("text/html");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  it("of another method, the address says which it takes", async () => {
    const answer = await server.send("POST", addressOf(stories.sample));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD");
  });

  it("for want of letters, that is a problem like any other, and the headers are still told without drawing", async () => {
    const bare = await startServer({ entry: "test/support/wordless-worker.ts" });
    const away = { "X-Assets-Away": "yes" };
    try {
      await bare.record("empty", at("12:00", opened()));
      // The words of what goes wrong are there.
      expect((await bare.get("/stories/empty")).status).toBe(200);
      const answer = await bare.get(addressOf("empty"), { Accept: "application/json", ...away });
      expect(answer.status).toBe(500);
      expect(await problemOf(answer)).toMatchObject({ status: 500, detail: "Something went wrong here. It was noted." });
      const head = await bare.get(addressOf("empty"), away, "HEAD");
      expect(head.status).toBe(200);
      expect(head.headers.get("Content-Type")).toBe("image/png");
      expect(head.headers.get("ETag")).toMatch(/^"picture\.3_/);
    } finally {
      await bare.close();
    }
  });
});
