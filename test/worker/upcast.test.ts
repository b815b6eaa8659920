/** A log that was stored in schema 1 is imported: given out as it was stored, shown as it would be stored today. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../events/verify.ts";
import { at, corrected, development, type Posted, statement, usd } from "../support/drafts.ts";
import { oldLog, toldToday } from "../support/old-log.ts";
import { readings } from "../support/readings.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";
import { forged, shipAll, withoutPositions } from "../support/shipping.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await shipAll(server, "old-bid", oldLog, 4);
  await shipAll(server, "new-bid", await forged(toldToday.map((event) => ({ ...event, story: "new-bid" }))));
});
afterAll(() => server.close());

const eur = (amount: string) => ({ amount, currency: "EUR" });
const bid = { offer: "bid", by: "elon", target: "openai", price: usd("97400000000") };

/** What a story shows, but for what names it: values, since RFC 8785 orders the members of what is stored, and not of what is lifted. */
const shown = async (story: string): Promise<unknown[]> => {
  const past = ["offers?version=7", "timeline?version=8&lang=fr", "corrections?asOf=2025-02-15T09:08:00Z", "timeline?since=6"];
  const then = past.map((path) => server.read<object>(`/api/stories/${story}/${path}`));
  const now = Object.values(await readings(server, story)).map(({ text }) => JSON.parse(text));
  return JSON.parse(JSON.stringify([...now, ...(await Promise.all(then))]).replaceAll(story, "the-story"));
};

/** Whatever is posted to both is answered alike, and both show the same; with their snapshots and without. */
const expectAlike = async (posted?: Posted): Promise<number | undefined> => {
  const answers = posted && (await Promise.all(["old-bid", "new-bid"].map((story) => server.post(story, posted))));
  const [one, other] = answers?.map(({ status }) => status) ?? [];
  expect(one).toBe(other);
  const recorded = (values: unknown[]) =>
    JSON.parse(
      JSON.stringify(values).replaceAll(/"recordedAt":"(?!2025-02-15)[^"]*"|"lastActivity":"[^"]*"/g, '"recordedAt":"…"'),
    );
  const today = recorded(await shown("new-bid"));
  expect(recorded(await shown("old-bid"))).toEqual(today);
  await server.db.prepare("DELETE FROM parts").run();
  expect(recorded(await shown("old-bid"))).toEqual(today);
  return one;
};

describe("a log of schema 1", () => {
  it("is given out as it was stored, and verifies", async () => {
    const log = await server.log("old-bid");
    expect(withoutPositions(log)).toEqual(withoutPositions(oldLog));
    expect(await verify(log)).toBeUndefined();
    expect(await server.read("/api/stories/old-bid/events/6")).toMatchObject({
      schema: 1,
      data: { equivalent: eur("94300000000") },
    });
    const { results } = await server.db.prepare("SELECT DISTINCT schema FROM events WHERE story = 'old-bid'").all();
    expect(results).toEqual([{ schema: 1 }]);
  });

  it("is shown in today's shape, everywhere", async () => {
    await expectAlike();
    expect(await server.read("/api/stories/old-bid/offers")).toMatchObject({
      offers: [{ equivalents: [eur("95900000000")] }, { equivalents: [eur("9430000000")] }],
    });
    const page = await (await server.get("/stories/old-bid")).text();
    expect(page).toContain("€95.9bn");
    expect(JSON.stringify(await shown("old-bid"))).not.toContain('"equivalent":');
  });

  it("goes on: at the head, late, corrected", async () => {
    expect(await expectAlike(at("2025-02-16T00:00:00Z", development("The summit goes on")))).toBe(201);
    expect(await expectAlike(at("2025-02-10T20:30:00Z", statement({ by: "sam" })))).toBe(201);
    const equivalents = [eur("1"), eur("2")];
    expect(await expectAlike(at("2025-02-16T00:00:00Z", corrected(6, { data: { ...bid, equivalents } })))).toBe(201);
    expect(await expectAlike(at("2025-02-16T00:00:00Z", corrected(7, { precision: "hour" })))).toBe(201);
    expect(await verify(await server.log("old-bid"))).toBeUndefined();
  });

  it("is corrected in today's shape alone", async () => {
    const answer = await server.post(
      "old-bid",
      at("2025-02-16T00:00:00Z", corrected(6, { data: { ...bid, equivalent: eur("1") } })),
    );
    const { errors } = await problemOf(answer);
    expect([answer.status, errors]).toMatchObject([422, [{ pointer: "/data/replacement/data/equivalent" }]]);
  });

  it("is taken down as any other", async () => {
    for (const story of ["old-bid", "new-bid"]) expect((await server.takeDown(story, 6)).status).toBe(201);
    await expectAlike();
    expect(await verify(await server.log("old-bid"))).toBeUndefined();
    expect(JSON.stringify(await server.log("old-bid"))).not.toMatch(/94300000000|93400000000/);
  });
});
