/** The front page as editors set it: what they may say, who is there first, and what readers see then. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, concluded, offer, opened, party, usd } from "../support/drafts.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";

type Setting = { version: number; stories: unknown[]; setAt?: string; setBy?: string };

let server: Server;
const slugs = ["one", "two", "three", "four"].map((name) => `story-${name}`);

beforeAll(async () => {
  server = await startServer();
  for (const slug of slugs) {
    const language = slug === "story-two" ? "fr" : "en";
    const cast = slug === "story-three" ? [at("12:00", party("acme", { name: "Acme" }))] : [];
    await server.record(slug, [at("12:00", opened({ title: `About ${slug}`, language })), ...cast]);
  }
});
afterAll(() => server?.close());

const address = "/api/front-page";
const set = (stories: unknown, headers: Record<string, string> = {}, by: "ada" | "bob" = "ada") =>
  server.send("PUT", address, { ...server.signed(by), ...headers }, { stories });
const read = () => server.read<Setting>(address, server.signed("ada"));
const titles = async (path = "/"): Promise<string[]> =>
  [...(await (await server.get(path)).text()).matchAll(/class="cut"[^>]*>([^<]*)</g)].map(([, title = ""]) =>
    title.replace("About ", ""),
  );

beforeEach(async () => {
  await set([]);
});

describe("setting the front page", () => {
  it("keeps what was set, who set it and when, under a version that is its ETag", async () => {
    const stories = [
      { story: "story-one", place: "lead", section: "Deals" },
      { story: "story-two", place: "hidden" },
    ];
    const answer = await set(stories, {}, "bob");
    const body = (await answer.json()) as Setting;
    expect([answer.status, body.stories, body.setBy]).toEqual([200, stories, "bob"]);
    expect(answer.headers.get("ETag")).toBe(`"${body.version}"`);
    expect(await read()).toEqual(body);
  });

  it("replaces only what the editor has seen, where the editor says what that is", async () => {
    const { version } = await read();
    expect((await set([{ story: "story-one", place: "lead" }], { "If-Match": `W/"${version}"` })).status).toBe(200);
    const late = await set([], { "If-Match": `"${version}"` }, "bob");
    expect([late.status, (await problemOf(late)).version]).toEqual([412, version + 1]);
    expect((await read()).stories).toEqual([{ story: "story-one", place: "lead" }]);
  });

  it("lets one of two who have seen the same set it, and loses none of those who say nothing", async () => {
    const { version } = await read();
    const both = await Promise.all(["story-one", "story-two"].map((story) => set([{ story }], { "If-Match": `"${version}"` })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const all = await Promise.all(slugs.slice(0, 3).map((story) => set([{ story, place: "pinned" }])));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await read()).version).toBe(version + 4);
  });

  it("points to each field that is wrong, and sets nothing", async () => {
    const before = await read();
    const answer = await set([
      { story: "story-one", place: "lead" },
      { story: "story-nobody-knows" },
      { story: "story-two", place: "lead" },
      { story: "story-one", place: "pinned" },
    ]);
    const { errors = [] } = await problemOf(answer);
    expect([answer.status, errors.map(({ pointer }) => pointer)]).toEqual([
      422,
      ["/stories/1/story", "/stories/2/place", "/stories/3/story"],
    ]);
    const malformed = await problemOf(await set([{ story: "story-one", place: "middle", section: "" }]));
    expect(malformed.errors?.map(({ pointer }) => pointer)).toEqual(["/stories/0/place", "/stories/0/section"]);
    expect(await read()).toEqual(before);
  });

  it("is for editors alone", async () => {
    expect((await server.get(address)).status).toBe(401);
    expect((await server.send("PUT", address, { "Content-Type": "application/json" }, { stories: [] })).status).toBe(401);
  });
});

describe("the front page", () => {
  it("is by what moved last where nobody has set it", async () => {
    expect(await titles()).toEqual(["story-four", "story-three", "story-two", "story-one"]);
  });

  it("puts first what leads, then what is pinned in the editors' order, and leaves out what is hidden", async () => {
    const tag = (await server.get("/")).headers.get("ETag") ?? "";
    await set([
      { story: "story-two", place: "pinned" },
      { story: "story-four", place: "hidden" },
      { story: "story-one", place: "lead" },
    ]);
    expect(await titles()).toEqual(["story-one", "story-two", "story-three"]);
    expect((await server.get("/", { "If-None-Match": tag })).status).toBe(200);
    // A list for machines is not the editors' affair.
    expect((await server.read<{ stories: unknown[] }>("/api/stories")).stories).toHaveLength(4);
  });

  it("is picked by section, language and party, and says so where there is none", async () => {
    await set([
      { story: "story-one", section: "Deals & more" },
      { story: "story-two", section: "Deals & more" },
    ]);
    expect(await titles("/?section=Deals+%26+more")).toEqual(["story-two", "story-one"]);
    expect(await titles("/?section=Deals+%26+more&in=fr")).toEqual(["story-two"]);
    expect(await titles("/?in=fr")).toEqual(["story-two"]);
    expect(await titles("/?party=acme&in=")).toEqual(["story-three"]);
    expect(await titles("/?party=acm")).toEqual([]);
    expect(await (await server.get("/?party=acm")).text()).toContain("No story of this kind among those looked at.");
    expect((await server.get("/?in=%25")).status).toBe(422);
  });

  it("tells of those that are over below the others", async () => {
    await server.record("story-over", [at("12:00", opened({ title: "About story-over" })), at("13:00", concluded())]);
    expect((await titles()).at(-1)).toBe("story-over");
    expect(await (await server.get("/")).text()).toMatch(/<h2 id="concluded">Concluded<\/h2>.*About story-over/s);
  });

  it("costs one trip, two rows a story and five, and four where the reader has it", async () => {
    for (let index = 0; index < 22; index += 1)
      await server.record(`bid-${index}`, [
        at("12:00", opened({ title: `About bid-${index}` })),
        at("12:00", party("a")),
        at("12:00", party("t")),
        at("13:00", offer("bid", { price: usd("5") })),
      ]);
    await set([
      { story: "story-one", place: "lead" },
      ...["story-two", "bid-3", "bid-4"].map((story) => ({ story, place: "pinned" })),
      { story: "story-three", section: "Deals" },
      { story: "bid-5", place: "hidden" },
    ]);
    const answer = await server.get("/");
    const shown = ((await answer.text()).match(/class="cut"/g) ?? []).length;
    const { trips, read, written } = costOf(answer);
    expect([shown, trips, written]).toEqual([24, 1, 0]);
    expect(read).toBeLessThanOrEqual(2 * shown + 5);
    const again = await server.get("/", { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect([again.status, costOf(again).trips, costOf(again).read <= 4]).toEqual([304, 1, true]);
  });

  it("goes on over as many pages as it takes, each story once", async () => {
    await set([{ story: "story-one", place: "lead" }]);
    const first = await (await server.get("/")).text();
    const next = /<a rel="next" href="([^"]+)"/.exec(first)?.[1] ?? "";
    const all = [...(await titles()), ...(await titles(next))];
    expect([all.length, new Set(all).size]).toEqual([27, 27]);
  });
});
