/** A story is opened in one form, set by plain forms, and put on the front page: each as the API's clients would. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readParties } from "../../../worker/desk/open/parties.ts";
import { sitAtDesk } from "../../support/desk.ts";
import { carriedIn, faultsIn } from "../../support/desk-html.ts";
import { type Server, startServer, tokens } from "../../support/server.ts";

let server: Server;
let ada: Awaited<ReturnType<typeof sitAtDesk>>;
let bob: Awaited<ReturnType<typeof sitAtDesk>>;

beforeAll(async () => {
  server = await startServer();
  [ada, bob] = await Promise.all([sitAtDesk(server, tokens.ada), sitAtDesk(server, tokens.bob)]);
});
afterAll(() => server.close());

const opening = { storyTitle: "The battle for OpenAI", storyLanguage: "en", timeZone: "America/New_York", firstParties: "" };
const open = (fields: Record<string, string>, who = ada) => who.post("/desk/open", { ...opening, ...fields });
const record = async (slug: string, previewed: Response, who = ada) =>
  who.post(`/desk/${slug}/post`, { ...carriedIn(await previewed.text()), step: "record" });

describe("first parties", () => {
  it.each([
    [
      "Elon Musk, Tesla’s chief executive\nTesla",
      [
        ["tesla", "organization"],
        ["elon-musk", "person", "tesla"],
      ],
    ],
    [
      "Real Madrid FC\r\nKylian Mbappé\r\n\r\nles actionnaires",
      [
        ["real-madrid-fc", "organization"],
        ["kylian-mbappe", "person"],
        ["les-actionnaires", "group"],
      ],
    ],
    [
      "Musk\nMusk",
      [
        ["musk", "organization"],
        ["musk-2", "organization"],
      ],
    ],
  ])("are read of %j, each with a kind and whom it belongs to", (text, parties) => {
    expect(readParties(text).map(({ party, kind, of }) => [party, kind, ...(of ? [of] : [])])).toEqual(parties);
  });
});

describe("opening a story", () => {
  it("is one request that anybody may read afterwards", async () => {
    const previewed = await open({ firstParties: "Elon Musk, Tesla’s chief executive\nTesla" });
    expect(previewed.status).toBe(200);
    expect(await server.count()).toBe(0);
    const recorded = await record("the-battle-for-openai", previewed);
    expect([recorded.status, recorded.headers.get("Location")]).toEqual([303, "/desk/the-battle-for-openai?recorded=3#recorded"]);
    expect((await server.log("the-battle-for-openai")).map(({ data }) => data)).toEqual([
      { title: "The battle for OpenAI", language: "en", timeZone: "America/New_York" },
      { party: "tesla", name: "Tesla", kind: "organization" },
      { party: "elon-musk", name: "Elon Musk", kind: "person", of: "tesla", role: "Tesla’s chief executive" },
    ]);
  });

  it("takes the next address where the title's is taken, and says so where one was typed", async () => {
    expect(await (await open({})).text()).toContain("/stories/the-battle-for-openai-2");
    const taken = await open({ address: "the-battle-for-openai" });
    expect([taken.status, faultsIn(await taken.text())]).toEqual([422, ["address"]]);
    expect(faultsIn(await (await open({ address: "No!" })).text())).toEqual(["address"]);
    expect(faultsIn(await (await open({ storyTitle: " " })).text())).toEqual(["storyTitle"]);
    expect(await (await open({ storyTitle: "戦い" })).text()).toContain("/stories/story");
  });

  it("is recorded once where two open the same one", async () => {
    const [first, second] = await Promise.all([open({ address: "same" }), open({ address: "same" }, bob)]);
    expect((await record("same", first)).status).toBe(303);
    const late = await record("same", second, bob);
    expect([late.status, (await server.log("same")).length]).toEqual([412, 1]);
    expect(await late.text()).toContain("ada recorded");
  });
});

describe("settings of a story", () => {
  const path = "/desk/the-battle-for-openai/settings";

  it("change of a party only what was changed, and take away what was emptied", async () => {
    const html = await (await ada.ask(`${path}?party=elon-musk`)).text();
    expect(html).toContain('value="Tesla’s chief executive"');
    const previewed = await ada.post(path, {
      "0.type": "PartyChanged",
      "0.occurredAt": "now",
      "0.data.party": "elon-musk",
      "0.data.name": "Elon Musk",
      "0.data.kind": "person",
      "0.data.short": "Musk",
      "0.data.role": "",
      "0.data.of": "tesla",
    });
    expect((await record("the-battle-for-openai", previewed)).status).toBe(303);
    expect((await server.log("the-battle-for-openai")).at(-1)?.data).toEqual({ party: "elon-musk", short: "Musk", role: null });
  });

  it("make an entry a key moment by one press, as an update that readers are told of", async () => {
    await server.record("the-battle-for-openai", {
      type: "DevelopmentReported",
      occurredAt: "2025-02-13T08:00:00Z",
      data: { headline: "The board meets" },
    });
    const html = await (await ada.ask(path)).text();
    expect(html).toMatch(/value="5"[^>]*>Make a key moment: <bdi>The board meets/);
    const pressed = await ada.post("/desk/the-battle-for-openai/post", {
      ...carriedIn(html),
      "0.data.replacement.key": "true",
      "0.data.event": "5",
    });
    expect((await record("the-battle-for-openai", pressed)).status).toBe(303);
    const { entries } = await server.read<{ entries: { version: number; key?: boolean }[] }>(
      "/api/stories/the-battle-for-openai/timeline?key=true",
    );
    expect(entries.map(({ version }) => version)).toEqual([5]);
    expect(await (await ada.ask(path)).text()).toMatch(/value="5"[^>]*>No longer a key moment: <bdi>The board meets/);
  });
});

describe("the front page's order", () => {
  const path = "/desk/front";
  const stories = async () => (await server.read<{ stories: unknown[] }>("/api/front-page", server.signed("ada"))).stories;
  const order = (seen: string, rows: Record<string, string>[], more: Record<string, string>) => ({
    seen,
    ...Object.fromEntries(
      rows.flatMap((row, at) => Object.entries(row).map(([name, value]) => [`stories.${at}.${name}`, value] as const)),
    ),
    ...more,
  });
  const rows = [
    { story: "same", place: "pinned", section: "Deals" },
    { story: "the-battle-for-openai", place: "lead", section: "" },
  ];

  it("is set by one form, and moved by its buttons before that", async () => {
    const saved = await ada.post(path, order("1", rows, { step: "save" }));
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, "/desk/front?done"]);
    expect(await stories()).toEqual([
      { story: "the-battle-for-openai", place: "lead" },
      { story: "same", place: "pinned", section: "Deals" },
    ]);
    const both = rows.map((row) => ({ ...row, place: "pinned" }));
    const moved = await (await ada.post(path, order("2", both, { move: "down same" }))).text();
    expect(moved.indexOf('value="the-battle-for-openai"')).toBeLessThan(moved.indexOf('value="same"'));
    expect((await stories()).length).toBe(2);
  });

  it("overwrites nobody unseen: who came late is told by whom it was set, and sets it all the same if that is wanted", async () => {
    expect((await bob.post(path, order("2", [{ story: "same", place: "hidden", section: "" }], { step: "save" }))).status).toBe(
      303,
    );
    const late = await ada.post(path, order("2", rows, { step: "save" }));
    const html = await late.text();
    expect([late.status, html.includes("bob has set the front page")]).toEqual([412, true]);
    expect(await stories()).toEqual([{ story: "same", place: "hidden" }]);
    expect((await ada.post(path, { ...carriedIn(html), ...order("3", rows, { step: "save" }) })).status).toBe(303);
  });

  it("says beside its field what is wrong", async () => {
    const two = rows.map((row) => ({ ...row, place: "lead", section: "x".repeat(41) }));
    expect(faultsIn(await (await ada.post(path, order("4", two, { step: "save" }))).text())).toEqual([
      "stories.0.section",
      "stories.1.section",
    ]);
    const leads = rows.map((row) => ({ ...row, place: "lead" }));
    expect(faultsIn(await (await ada.post(path, order("4", leads, { step: "save" }))).text())).toEqual(["stories.1.place"]);
  });
});
