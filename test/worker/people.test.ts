/** People over all stories: who is the same as whom, what each did where, and that it stays true. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personIdsOf } from "../../projections/person-id.ts";
import {
  changed,
  corrected,
  development,
  insult,
  offer,
  opened,
  party,
  retracted,
  statement,
  translated,
} from "../support/drafts.ts";
import { fill } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { peopleRows, untilPeopleTold } from "../support/people.ts";
import { costOf, type Server, startServer } from "../support/server.ts";
import { shipAll } from "../support/shipping.ts";

let server: Server;
const musk = ["https://www.wikidata.org/wiki/Q317521", "https://x.com/elonmusk"];

type Told = {
  id: string;
  stories: {
    story: string;
    title: string;
    member: { party: string; name: string; role?: string; statements: number; offersMade: number };
    entries: { version: number; headline: string; page: string }[];
  }[];
};
const tell = async (id: string, lang = "en"): Promise<Told> => {
  await untilPeopleTold(server);
  return server.read<Told>(`/api/people/${id}?lang=${lang}`);
};
const statusOf = async (path: string): Promise<number> => (await fetch(new URL(path, server.url), { redirect: "manual" })).status;

beforeAll(async () => {
  server = await startServer();
  await server.record(
    "twitter",
    paced([
      opened({ title: "Twitter is sold" }),
      party("elon", { name: "Elon Musk", kind: "person", role: "buyer", sameAs: [...musk] }),
      party("twitter", { name: "Twitter" }),
      offer("bid", { by: "elon", target: "twitter" }),
      statement({ by: "elon" }),
    ]),
  );
  await server.record(
    "openai",
    paced([
      opened({ title: "OpenAI is not for sale" }),
      party("musk", {
        name: "Elon Musk",
        names: { fr: { name: "Elon Musk (fr)" } },
        kind: "person",
        sameAs: ["http://wikidata.org/entity/Q317521/"],
      }),
      party("sam", { name: "Sam Altman", kind: "person" }),
      insult({ by: "musk", at: "sam" }),
      development("Elon Musk waits", ["musk"]),
    ]),
  );
  await server.record(
    "rockets",
    paced([
      opened({ title: "Rockets" }),
      party("boss", { name: "The boss", kind: "person", sameAs: ["https://x.com/elonmusk/"] }),
    ]),
  );
});
afterAll(() => server?.close());

describe("an id", () => {
  it("is of Wikidata where there is one, else of another address, else the story’s own", () => {
    const idsOf = (...sameAs: string[]) => personIdsOf("story", { party: "p", sameAs });
    expect(idsOf("https://openai.com/", "https://www.wikidata.org/wiki/Q21708200")).toEqual([
      "wikidata-Q21708200",
      "openai.com",
      "story~p",
    ]);
    expect(idsOf("http://www.openai.com")).toEqual(idsOf("https://openai.com/"));
    expect(idsOf()).toEqual(["story~p"]);
    expect(idsOf("https://x.com/elonmusk")[0]).toMatch(/^x\.com-elonmusk-[0-9a-f]{8}$/);
  });

  it("tells addresses apart that read alike", () => {
    const [one] = personIdsOf("s", { party: "p", sameAs: ["https://example.org/a/b"] });
    const [other] = personIdsOf("s", { party: "p", sameAs: ["https://example.org/a-b"] });
    expect(one).not.toBe(other);
  });
});

describe("a person", () => {
  it("is the same in all stories that share an address, or share one with these, last active first", async () => {
    const { id, stories } = await tell("wikidata-Q317521");
    expect(id).toBe("wikidata-Q317521");
    expect(stories.map(({ story, member }) => `${story} ${member.party}`)).toEqual([
      "rockets boss",
      "openai musk",
      "twitter elon",
    ]);
    expect(stories[2]).toMatchObject({
      title: "Twitter is sold",
      member: { name: "Elon Musk", role: "buyer", statements: 1, offersMade: 1 },
      entries: [{ version: 5 }, { version: 4, page: "/stories/twitter/events/4" }],
    });
    expect(stories[1]?.entries[0]?.headline).toBe("Elon Musk waits");
  });

  it("is found by each of its ids, and has one page", async () => {
    for (const other of ["rockets~boss", "twitter~elon", personIdsOf("s", { party: "p", sameAs: [musk[1] ?? ""] })[0] ?? ""]) {
      expect((await tell(other)).id).toBe("wikidata-Q317521");
      const answer = await fetch(new URL(`/people/${other}?lang=fr`, server.url), { redirect: "manual" });
      expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/people/wikidata-Q317521?lang=fr"]);
    }
  });

  it("is told in each language", async () => {
    expect((await tell("wikidata-Q317521", "fr")).stories[1]?.member.name).toBe("Elon Musk (fr)");
  });

  it("is nobody where nobody goes by that id, in words", async () => {
    await untilPeopleTold(server);
    for (const id of ["wikidata-Q1", "twitter~nobody", "twitter", "a%2Fb", "a%20b"]) {
      expect(await statusOf(`/api/people/${id}`)).toBe(404);
      const page = await server.get(`/people/${id}?lang=fr`);
      expect([page.status, await page.text()]).toEqual([404, expect.stringContaining("<h1>")]);
    }
  });

  it("is read in one round trip and a few rows a story, and not sent again to who has it", async () => {
    await untilPeopleTold(server);
    const first = await server.get("/api/people/wikidata-Q317521");
    const { trips, read, written } = costOf(first);
    expect([trips, written]).toEqual([1, 0]);
    expect(read).toBeLessThanOrEqual(3 * 25);
    const etag = first.headers.get("ETag") ?? "";
    expect((await server.get("/api/people/wikidata-Q317521", { "If-None-Match": etag })).status).toBe(304);
  });
});

describe("what is told", () => {
  it("follows corrections, changes, retractions and translations", async () => {
    await server.record(
      "follows",
      paced([
        opened({ title: "It follows" }),
        party("p", { name: "Pat", kind: "person", role: "chief", sameAs: ["https://example.org/pat"] }),
        development("Pat arrives", ["p"]),
        statement({ by: "p" }),
      ]),
    );
    const pat = personIdsOf("follows", { party: "p", sameAs: ["https://example.org/pat"] })[0] ?? "";
    expect((await tell(pat)).stories[0]?.entries.map(({ version }) => version)).toEqual([4, 3]);
    await server.record("follows", [
      { occurredAt: "2025-02-10T13:00:00Z", ...corrected(3, { data: { headline: "Pat leaves" } }) },
      { occurredAt: "2025-02-10T13:00:00Z", ...retracted(4) },
      { occurredAt: "2025-02-10T13:00:00Z", ...changed("p", { name: "Patricia" }) },
      { occurredAt: "2025-02-10T13:00:00Z", ...translated(3, { headline: "Pat s’en va" }) },
      { occurredAt: "2025-02-10T13:00:00Z", ...translated(1, { title: "On suit" }) },
    ]);
    expect((await tell(pat)).stories).toMatchObject([
      { member: { name: "Patricia", statements: 0 }, entries: [{ headline: "Pat leaves" }] },
    ]);
    expect((await tell(pat, "fr")).stories).toMatchObject([{ title: "On suit", entries: [{ headline: "Pat s’en va" }] }]);
  });

  it("comes with an import as it was, and is made anew by the index of the search", async () => {
    await untilPeopleTold(server);
    const other = await startServer();
    try {
      for (const story of ["twitter", "openai", "rockets", "follows"]) await shipAll(other, story, await server.log(story));
      await untilPeopleTold(other);
      const rows = await peopleRows(server);
      expect(await peopleRows(other)).toEqual(rows);
      await other.db.batch([other.db.prepare("DELETE FROM people"), other.db.prepare("DELETE FROM people_ids")]);
      await other.send("POST", "/api/search/index?anew=true", other.signed("pia"));
      expect(await peopleRows(other)).toEqual(rows);
    } finally {
      await other.close();
    }
  });

  it("has nothing of who was taken down, from the takedown on", async () => {
    const name = "Quillon Zephyrine";
    const address = "https://example.org/zephyrine";
    await server.record(
      "secret",
      paced([opened(), party("q", { name, kind: "person", sameAs: [address] }), development("Seen", ["q"])]),
    );
    const id = personIdsOf("secret", { party: "q", sameAs: [address] })[0] ?? "";
    expect((await tell(id)).stories[0]?.member.name).toBe(name);
    expect((await server.takeDown("secret", 2)).status).toBe(201);
    expect(JSON.stringify(await peopleRows(server))).not.toMatch(/zephyrine/i);
    await untilPeopleTold(server);
    expect(JSON.stringify(await peopleRows(server))).not.toMatch(/zephyrine/i);
    expect(await statusOf(`/people/${id}`)).toBe(404);
  });

  it("costs an append nothing", async () => {
    await fill(server, "long", 300);
    await untilPeopleTold(server);
    const { trips, read, written } = costOf(await server.post("long", paced([statement({ by: "ada" })], 300)));
    expect([trips <= 2, read <= 8, written <= 8]).toEqual([true, true, true]);
  });
});
