/** Requests as large as they may be, made to take long, and what is told where something breaks. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offer, opened, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
});
afterAll(() => server?.close());

/** Longer than any of these takes, on any machine, unless its time grows faster than its size. */
const seconds = 8;

describe("as much as a request may have", () => {
  const event = (data: object, more: object = {}) => ({
    type: "StatementMade",
    occurredAt: "2025-02-10T13:00:00Z",
    data,
    ...more,
  });
  const quoted = (text: string) => event({ by: "a", quote: { text, language: "en" } });
  const many = (count: number, make: (index: number) => unknown) => Array.from({ length: count }, (_, index) => make(index));
  const flood = Object.fromEntries(many(4000, (index) => [`k${index}`, 1]) as [string, number][]);
  // Marks of two classes in turn: putting them in their order takes time that grows with the square of their number.
  const marks = `a${"\u0301\u0316".repeat(15_000)}`;

  it.each<[string, unknown]>([
    ["marks that have to be put in order", many(16, () => quoted(marks))],
    [
      "a hundred events of a thousand unknown fields",
      many(100, () => event(Object.fromEntries(Object.entries(flood).slice(0, 900)))),
    ],
    ["fields by the thousand", many(16, () => event(flood))],
    ["a list of lists", many(2000, () => [[[[[[]]]]]])],
    ["numbers", many(200_000, () => 1)],
    ["sources by the thousand", many(16, () => event({ by: "a" }, { sources: many(2000, () => ({})) }))],
    ["parties by the thousand", many(16, () => event({ by: "a", about: many(10_000, () => "a") }))],
    ["a time without end", many(16, () => ({ ...quoted("x"), occurredAt: `2025-02-10T13:00:00.${"9".repeat(60_000)}` }))],
    [
      "a language without end",
      many(16, () => event({ by: "a", quote: { text: "x", language: `en${"-abcdefgh".repeat(6000)}` } })),
    ],
    [
      "an address without end",
      many(16, () => event({ by: "a" }, { sources: [{ publisher: "P", url: `https://${"xn--a.".repeat(10_000)}` }] })),
    ],
    [
      "an amount without end",
      many(16, () => ({
        ...offer("x", { price: { amount: "9".repeat(60_000), currency: "USD" } }),
        occurredAt: "2025-02-10T13:00:00Z",
      })),
    ],
    ["a slug without end", many(16, () => event({ by: "-".repeat(60_000) }))],
  ])("is refused soon: %s", async (_, body) => {
    const start = performance.now();
    const answer = await server.post("story", body);
    expect(answer.status).toBe(422);
    expect(performance.now() - start).toBeLessThan(seconds * 1000);
  });

  it("is taken soon where it is right: a hundred events of the longest texts", async () => {
    const bodies = many(100, (index) => ({
      ...quoted("💸".repeat(1000)),
      occurredAt: `2025-02-10T14:00:${10 + ((index as number) % 50)}Z`,
    }));
    const start = performance.now();
    expect((await server.post("story", bodies)).status).toBe(201);
    expect(performance.now() - start).toBeLessThan(seconds * 1000);
  });
});

describe("an error", () => {
  it("that nobody foresaw tells nothing of the inside, and is logged with its id", async () => {
    await server.record("torn", paced([opened()]));
    await server.db.prepare("DELETE FROM parts WHERE story = 'torn'").run();
    await server.db.prepare("DROP TRIGGER events_are_not_changed").run();
    await server.db.prepare("UPDATE events SET type = 'Nonsense-of-the-inside' WHERE story = 'torn'").run();
    const answer = await server.get("/api/stories/torn/events");
    const text = await answer.text();
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([500, "application/problem+json"]);
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(["detail", "instance", "status", "title", "type", "version"]);
    expect(text).not.toMatch(/Nonsense|worker\/|\.ts|\bat /);
    expect(JSON.stringify(server.logs())).toContain(answer.headers.get("X-Request-Id"));
    const page = await server.get("/stories/torn");
    expect(page.status).toBe(500);
    expect(await page.text()).not.toMatch(/Nonsense|worker\/|\.ts\b|\bat \w+ \(/);
  });
});
