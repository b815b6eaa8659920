/** A takedown's own words can be taken down: who and when remain, and all that it had taken down stays accounted for. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenIn } from "../support/audited.ts";
import { corrected, insult, party, said, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { readings } from "../support/readings.ts";
import { addressesOf, keptIn, tellingAt } from "../support/secret.ts";
import { grounds, type Server, startServer } from "../support/server.ts";
import { shipAll, withoutPositions } from "../support/shipping.ts";

let server: Server;
let target: Server;
const key = (name: string) => ({ "Idempotency-Key": name });
const secret = "hermeline";
const order = (story: string, event: number, more: object = {}, headers: Record<string, string> = {}) =>
  server.send("POST", `/api/stories/${story}/takedowns`, { ...server.signed("pia"), ...headers }, { event, ...grounds, ...more });
type Receipt = { version: number; events: { data: unknown }[]; purge: Purge };
type Purge = { addresses: string[]; prefixes: string[]; versions: { from: number; until: number }; naming: number[] };
const receiptOf = async (answer: Response): Promise<Receipt> => (await answer.json()) as Receipt;

beforeAll(async () => {
  [server, target] = await Promise.all([startServer(), startServer()]);
});
afterAll(() => Promise.all([server.close(), target.close()]));

describe("a takedown that names whom it should protect", () => {
  beforeAll(async () => {
    await server.record("named", paced([...scene, insult(), corrected(6, { data: { quote: said("Hello") } })]));
    const first = await order("named", 6, { reason: `At the request of Jane ${secret}`, legalBasis: `${secret} v. us` });
    if (first.status !== 201) throw new Error(await first.text());
    expect(await keptIn(server, secret)).toEqual(["events.body", "parts.state", "past_parts.state"]);
  });

  it("can be taken down", async () => {
    const answer = await order("named", 8);
    expect(answer.status).toBe(201);
    const { version, events } = await receiptOf(answer);
    expect([version, events[0]?.data]).toEqual([9, { event: 8, ...grounds, erased: [8, 6, 7] }]);
  });

  it("tells its words nowhere any more", async () => {
    expect(await keptIn(server, secret)).toEqual([]);
    expect(await tellingAt(server, await addressesOf(server, "named"), secret)).toEqual([]);
  });

  it("still says who took what down, and when", async () => {
    const { entries } = await server.read<{ entries: { version: number; takenDown: object | null }[] }>(
      "/api/stories/named/timeline",
    );
    const log = await server.log("named");
    expect(entries.find(({ version }) => version === 6)?.takenDown).toEqual({
      version: 8,
      reason: "",
      recordedAt: log[7]?.recordedAt,
      recordedBy: "pia",
    });
    const { corrections } = await server.read<{ corrections: object[] }>("/api/stories/named/corrections");
    expect(corrections).toMatchObject([
      { version: 9, event: 8, type: "EventTakenDown", kind: "taken-down", reason: grounds.reason },
      { version: 8, event: 6, type: "InsultPosted", kind: "taken-down", reason: "", recordedBy: "pia" },
    ]);
    for (const path of ["/stories/named", "/stories/named/corrections", "/stories/named/feed.atom", "/embed/named/corrections"])
      expect([path, (await server.get(path)).status]).toEqual([path, 200]);
  });

  it("leaves a log that verifies, is the same without its snapshot, and can be imported", async () => {
    const log = await server.log("named");
    expect(await brokenIn(log)).toBeUndefined();
    const whole = await readings(server, "named");
    await shipAll(target, "named", log, 3);
    expect(withoutPositions(await target.log("named"))).toEqual(withoutPositions(log));
    expect(await readings(target, "named")).toEqual(whole);
  });

  it("is not taken down twice, and the takedown of it can be", async () => {
    expect((await order("named", 8)).status).toBe(409);
    expect((await order("named", 6)).status).toBe(409);
    const answer = await order("named", 9);
    expect([answer.status, (await receiptOf(answer)).events[0]?.data]).toMatchObject([201, { erased: [9, 8, 6, 7] }]);
    expect(await brokenIn(await server.log("named"))).toBeUndefined();
    await server.record("named", paced([statement()], 90));
    expect(await brokenIn(await server.log("named"))).toBeUndefined();
  });
});

describe("a key under which something was recorded that is gone", () => {
  const posted = paced([insult()], 7);

  it("stands for the same request alone", async () => {
    await server.record("keys", paced(scene));
    const sent = { ...server.signed("ada"), ...key("the insult") };
    await server.record("keys", posted, sent);
    expect((await order("keys", 6)).status).toBe(201);
    const head = (await server.log("keys")).length;
    const again = await server.post("keys", posted, sent);
    expect([again.status, await again.json()]).toMatchObject([200, { events: [{ version: 6, takenDown: true }] }]);
    for (const other of [
      paced([insult({ quote: said("Another") })], 7),
      paced([insult()], 8),
      paced([statement()], 7),
      paced([insult(), insult()], 7),
      [],
    ])
      expect((await server.post("keys", other, sent)).status).toBe(422);
    expect((await server.post("keys-elsewhere", paced(scene), sent)).status).toBe(422);
    expect((await server.log("keys")).length).toBe(head);
  });

  it("stands for the same order alone, once the order is taken down itself", async () => {
    await server.record("orders", paced([...scene, insult(), insult()]));
    expect((await order("orders", 6, {}, key("order"))).status).toBe(201);
    expect((await order("orders", 8)).status).toBe(201);
    const again = await order("orders", 6, {}, key("order"));
    expect([again.status, await again.json()]).toMatchObject([200, { version: 8, events: [{ takenDown: true }] }]);
    for (const [event, more] of [
      [7, {}],
      [6, { reason: "Another." }],
    ] as const)
      expect((await order("orders", event, more, key("order"))).status).toBe(422);
    expect((await server.log("orders")).length).toBe(9);
  });
});

describe("the receipt of a takedown", () => {
  it("names every address that told it", async () => {
    await server.record("receipt", paced([...scene, insult({ quote: said(secret) }), statement()]));
    const addresses = await addressesOf(server, "receipt");
    const told = await tellingAt(server, addresses, secret);
    expect(told.length).toBeGreaterThan(20);
    const answer = await order("receipt", 6, {}, key("receipt"));
    const { purge } = await receiptOf(answer.clone());
    const isNamed = (path: string): boolean => {
      const url = new URL(path, server.url);
      const plain = new URL(url.pathname, url).href;
      return (
        purge.addresses.includes(url.href) ||
        purge.addresses.includes(plain) ||
        purge.prefixes.some((one) => url.href.startsWith(one))
      );
    };
    expect(told.filter((path) => !isNamed(path))).toEqual([]);
    expect(addresses.filter((path) => path.includes("receipt") && !isNamed(path))).toEqual([]);
    expect(purge.versions).toEqual({ from: 6, until: 7 });
    expect(purge.prefixes.every((prefix) => prefix.includes("receipt"))).toBe(true);
    expect(await (await order("receipt", 6, {}, key("receipt"))).text()).toBe(await answer.text());
  });

  it("names the events that still name what it introduced", async () => {
    const jane = party("jane-doe");
    await server.record(
      "slugs",
      paced([...scene, jane, statement({ by: "jane-doe" }), insult(), statement({ about: ["jane-doe"] })]),
    );
    const { purge } = await receiptOf(await order("slugs", 6));
    expect(purge.naming).toEqual([7, 9]);
    expect((await receiptOf(await order("slugs", 8))).purge.naming).toEqual([]);
  });
});
