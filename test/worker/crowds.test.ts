/** Crowds: what ten thousand readers at once cost D1 is what two do. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scene, statement } from "../support/drafts.ts";
import { untilIndexed } from "../support/indexed.ts";
import { listen } from "../support/listener.ts";
import { paced } from "../support/paced.ts";
import { grounds, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  // No hub looks for itself meanwhile: that costs one row every ten seconds, whatever the number of readers.
  server = await startServer({ entry: "test/support/counted-worker.ts", variables: { HUB_BEAT: String(3_600_000) } });
});
afterAll(() => server?.close());

/** Opens a story at version 6: the last event says that somebody is not for sale. */
const tell = (story: string) => server.record(story, paced([...scene, statement()]));
const say = (story: string) => server.record(story, paced([statement()], 60));
const page = (story: string, query: string, headers = {}) => server.get(`/stories/${story}${query}`, headers);
const versionOn = (html: string) => Number(/id="story"[^>]* data-version="(\d+)"/.exec(html)?.[1]);
const times = <Answer>(count: number, ask: () => Promise<Answer>) => Promise.all(Array.from({ length: count }, ask));

/** What D1 was asked so far, by the Worker and by its objects. */
const counted = () => server.read<{ trips: number; read: number }>("/counted");

/** Waits until the index of the search follows no write any more, and D1 has been asked nothing for a while. */
const untilQuiet = async () => {
  await untilIndexed(server);
  for (let [last, trips] = [-1, 0]; trips !== last; ) {
    last = trips;
    await new Promise((resolve) => setTimeout(resolve, 600));
    ({ trips } = await counted());
  }
};

/** What D1 was asked meanwhile. */
const costOf = async (work: () => Promise<unknown>) => {
  const before = await counted();
  await work();
  const after = await counted();
  return { trips: after.trips - before.trips, read: after.read - before.read };
};

describe("readers of streams", () => {
  const told = async (story: string, count: number) => {
    await tell(story);
    await untilQuiet();
    const address = new URL(`/api/stories/${story}/live?after=6`, server.url);
    const all: Awaited<ReturnType<typeof listen>>[] = [];
    const start = performance.now();
    const opening = await costOf(async () => all.push(...(await times(count, () => listen(address)))));
    const seconds = (performance.now() - start) / 1_000;
    const event = await costOf(async () => {
      await say(story);
      await Promise.all(all.map((one) => one.until(() => one.messages.at(-1)?.id === "7")));
      // What the hub asks D1 after it has told everybody is counted too: it is over where a poll of the same version has been.
      await server.get(`/api/stories/${story}/status`);
      await untilQuiet();
    });
    for (const { leave } of all) leave();
    return { opening, seconds, event };
  };

  it("cost D1 the same, two or two hundred, when they come and when they are told", async () => {
    // What stands at the very end of an index is read with a row less.
    await tell("zulu");
    const [two, many] = [await told("two", 2), await told("many", 200)];
    expect(many.event).toEqual(two.event);
    // What the Worker knows of the story, the hub is told. It is asked for again every two seconds while readers come.
    for (const { opening, seconds } of [two, many]) expect(opening.trips).toBeLessThanOrEqual(1 + Math.floor(seconds / 2));
  });
});

describe("readers who ask again and again", () => {
  it("cost D1 one round trip in two seconds, however many ask at once", async () => {
    await tell("polled");
    const start = performance.now();
    const { trips } = await costOf(() => times(200, () => server.get("/api/stories/polled/live")));
    // Where the machine is so slow that the answer has to be made again, it is made again once.
    expect(trips).toBeLessThanOrEqual(1 + Math.floor((performance.now() - start) / 2_000));
  });

  it("each have an answer of their own: whole, or none where they have it", async () => {
    await tell("conditional");
    const path = "/api/stories/conditional/live";
    const etag = (await server.get(path)).headers.get("ETag") ?? "";
    const answers = await times(20, () => server.get(path, { "If-None-Match": etag }));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(304));
    expect(new Set(answers.map(({ headers }) => headers.get("X-Request-Id"))).size).toBe(20);
  });
});

describe("a page of which many were told at once", () => {
  it("costs D1 one round trip for each language, and is the page that it is without", async () => {
    await tell("page");
    await untilQuiet();
    const cost = await costOf(async () => {
      const pages = await times(100, async () => (await page("page", "?at=6")).text());
      expect(new Set(pages).size).toBe(1);
      expect(versionOn(pages[0] ?? "")).toBe(6);
    });
    expect(cost.trips).toBe(1);
    const [again, french] = [await page("page", "?at=6"), await page("page", "?at=6", { "Accept-Language": "fr" })];
    const whole = await page("page", "");
    expect(await again.text()).toBe(await whole.text());
    for (const name of ["Content-Type", "Content-Language", "Content-Security-Policy", "ETag", "Cache-Control", "Vary"])
      expect([name, again.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    expect([again.headers.get("Server-Timing"), french.headers.get("Server-Timing")]).toEqual([
      null,
      expect.stringContaining("trips=1"),
    ]);
    expect(await french.text()).toContain('<html lang="fr">');
    expect(await (await page("page", "?at=6&lang=fr")).text()).toContain("lang=fr");
  });

  it("is never older than what they were told of", async () => {
    await tell("ahead");
    expect(versionOn(await (await page("ahead", "?at=7")).text())).toBe(6);
    await say("ahead");
    expect(versionOn(await (await page("ahead", "?at=7")).text())).toBe(7);
    expect(versionOn(await (await page("ahead", "?at=6")).text())).toBe(7);
  });

  it("does not show what was taken down to those who were told of the takedown", async () => {
    await tell("erased");
    expect(await (await page("erased", "?at=6")).text()).toContain("We are not for sale");
    await server.takeDown("erased", 6);
    const text = await (await page("erased", "?at=7")).text();
    expect(text).toContain(grounds.reason);
    expect(text).not.toContain("We are not for sale");
  });

  it("is not kept where there was none: of no story, of the past, of an address at fault", async () => {
    expect((await page("unborn", "?at=6")).status).toBe(404);
    expect((await page("unborn", "?at=1&cursor=x")).status).toBe(422);
    await tell("unborn");
    expect((await page("unborn", "?at=6")).status).toBe(200);
    expect((await page("unborn", "?at=6&order=sideways")).status).toBe(422);
    const past = await page("unborn", "?at=6&version=3");
    expect(versionOn(await past.text())).toBe(3);
    expect(past.headers.get("Server-Timing")).toContain("d1");
    expect(versionOn(await (await page("unborn", "?at=6&asOf=2999-01-01T00:00:00Z")).text())).toBe(6);
  });

  it.each(["0", "-1", "six", "1e1", "9".repeat(40), "", "6&at=7", "6%00"])(
    "is the same with a version of no use: %s",
    async (at) => {
      await tell("useless").catch(() => {});
      const answer = await page("useless", `?at=${at}`);
      expect([answer.status, versionOn(await answer.text())]).toEqual([200, 6]);
    },
  );

  it("is not sent to who has it already", async () => {
    await tell("held");
    const etag = (await page("held", "?at=6")).headers.get("ETag") ?? "";
    const again = await page("held", "?at=6", { "If-None-Match": etag });
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
  });
});
