/** The places of events in D1's index are those of the log: whatever is picked, whatever was moved, and whichever edition wrote the rows. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { effective, hasPlace } from "../../events/amend.ts";
import { kinds } from "../../events/define.ts";
import { orderKey } from "../../events/order.ts";
import type { EventType } from "../../events/registry.ts";
import { isListed, type PageQuery, placesOfLog } from "../../projections/pages.ts";
import { decodePlaceCursor } from "../../worker/http/links.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import {
  at,
  changed,
  corrected,
  development,
  type Posted,
  party,
  reinstated,
  retracted,
  sameDay,
  statement,
  summarised,
  takenBack,
} from "../support/drafts.ts";
import { fullStory } from "../support/full-story.ts";
import { pageBy, walk } from "../support/readings.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const hours = { precision: "hour" };

/** Talk out of order, some of it known to the hour or the day alone, in several zones: three pages of it. */
const talk: Posted[] = Array.from({ length: 120 }, (_, index) => {
  const said = { ...statement({ by: index % 3 === 0 ? "chief" : "alpha" }), ...(index % 7 === 0 ? { key: true } : {}) };
  const time = clock((index * 37) % 1080);
  if (index % 11 === 0) return sameDay(said, index % 2 === 0 ? "2025-02-10" : "2025-02-09");
  if (index % 5 === 0) return { ...at(time, said), ...hours };
  if (index % 13 === 0) return { ...at(`2025-02-10T${time}:00+05:30`, said), ...hours };
  return at(time, said);
});

/** The version of the talk at an index. */
const said = (index: number): number => fullStory.length + 1 + index + (index < 70 ? 0 : 9);

/** The story in which everything happens, and all that makes an order hard: late events, times put right and back, parties that change. */
const requests: Posted[][] = [
  [...fullStory],
  talk.slice(0, 70),
  [
    at("18:20", party("gamma", { of: "alpha" })),
    at("13:30", changed("alpha", { name: "Alpha Group plc" })),
    at("18:30", summarised("Two bid.", "One is blocked.")),
    sameDay(development("A day of talks", ["gamma"])),
    at("18:40", corrected(24, { occurredAt: "2025-02-10T06:30:00Z" })),
    at("18:41", corrected(30, { occurredAt: "2025-02-09T00:00:00Z", precision: "day" })),
    at("18:42", corrected(24, { occurredAt: "2025-02-10T15:30:00Z" })),
    at("18:43", corrected(said(8), { key: true })),
    at("18:44", corrected(said(1), { precision: "hour" })),
  ],
  talk.slice(70),
  [
    at("18:50", retracted(said(22))),
    at("18:51", retracted(said(23))),
    at("18:52", reinstated(said(22))),
    at("18:53", takenBack(said(2), { by: "chief" })),
  ],
];

const recordAll = async (story: string): Promise<StoredEvent[]> => {
  for (const events of requests) await server.record(story, events);
  expect((await server.takeDown(story, said(12))).status).toBe(201);
  return server.log(story);
};

/** What is asked for, and what that means. */
const picks = (log: readonly StoredEvent[]): [string, Partial<PageQuery>][] => {
  const since = log[119];
  return [
    ["", {}],
    ...kinds.map((kind): [string, Partial<PageQuery>] => [`&kind=${kind}`, { kind }]),
    ...["alpha", "target", "chief", "gamma", "nobody"].map((party): [string, Partial<PageQuery>] => [
      `&party=${party}`,
      { party },
    ]),
    ["&key=true", { key: true }],
    ["&key=true&kind=statements&party=chief", { key: true, kind: "statements", party: "chief" }],
    ...[0, 37, 100, 117, log.length - 2, log.length].map((since): [string, Partial<PageQuery>] => [`&since=${since}`, { since }]),
    [`&since=${since?.recordedAt}`, { since: log.filter((event) => event.recordedAt <= (since?.recordedAt ?? "")).length }],
    ["&since=2001-01-01T00:00:00Z", { since: 0 }],
    ["&since=60&kind=people", { since: 60, kind: "people" }],
    ["&kind=people&party=alpha", { kind: "people", party: "alpha" }],
  ];
};

/** Every pick, in both orders, page by page, says what the log says. */
const expectOfLog = async (story: string): Promise<void> => {
  const log = await server.log(story);
  for (const order of ["asc", "desc"] as const)
    for (const [query, asked] of picks(log))
      for (const [path, { text }] of Object.entries(
        await walk(server, `/api/stories/${story}/timeline?order=${order}${query}`),
      )) {
        const after = decodePlaceCursor(new URL(path, server.url).searchParams.get("cursor") ?? undefined);
        expect([path, text]).toEqual([path, pageBy(log, { order, after, ...asked })]);
      }
};

/** The index has the log's places, of all that the timeline lists and of nothing else. What was amended stands where its amendments say. */
const expectIndexed = async (story: string): Promise<void> => {
  const log = await server.log(story);
  const { results } = await server.db
    .prepare("SELECT version, place FROM events WHERE story = ? ORDER BY version")
    .bind(story)
    .all();
  const placeOf = placesOfLog(log);
  const amended = new Set(effective(log).amendments.map(({ event }) => event));
  const indexedPlace = (version: number, type: EventType) => {
    if (!isListed(type, undefined)) return null;
    return amended.has(version) ? expect.any(String) : placeOf(version);
  };
  expect(results).toEqual(log.map(({ version, type }) => ({ version, place: indexedPlace(version, type) })));
};
const tripsOf = async (story: string) => costOf(await server.get(`/api/stories/${story}/timeline`)).trips;

describe("the index of a story in which everything happens", () => {
  beforeAll(() => recordAll("everything"));

  it("has introductions where people are asked for, and nowhere else", async () => {
    type Page = { entries: { type: string; version: number }[] };
    const typesIn = async (query: string) => {
      const pages = Object.values(await walk(server, `/api/stories/everything/timeline?${query}`));
      return pages.flatMap(({ text }) => (JSON.parse(text) as Page).entries.map(({ type }) => type));
    };
    expect(new Set(await typesIn("kind=people"))).toEqual(new Set(["PartyIntroduced", "PartyChanged"]));
    for (const query of ["", "party=alpha", "since=0"]) expect(await typesIn(query)).not.toContain("PartyIntroduced");
  });

  it("has the places of the log, and every pick reads as the log does", async () => {
    await expectIndexed("everything");
    await expectOfLog("everything");
    expect(await tripsOf("everything")).toBe(1);
  });

  it("is left aside where the snapshot was emptied, and is right again after the next write", async () => {
    await server.db.prepare("DELETE FROM parts").run();
    await expectOfLog("everything");
    await server.record("everything", at("18:59", statement({ by: "chief" })));
    await expectIndexed("everything");
    await expectOfLog("everything");
    expect(await tripsOf("everything")).toBe(1);
  });
});

let isReadBefore = false;

describe.each<[string, (story: string) => Promise<unknown>]>([
  ["an event at the head", (story) => server.record(story, at("18:59", statement({ by: "chief" })))],
  ["a late event", (story) => server.record(story, at("09:30", statement({ by: "chief" })))],
  ["a correction", (story) => server.record(story, at("18:59", corrected(24, { occurredAt: "2025-02-10T07:00:00Z" })))],
  ["a takedown", (story) => server.takeDown(story, said(14))],
])("a story that was stored by the first edition, whose next write is %s", (name, write) => {
  const story = `first-edition-${name.replaceAll(" ", "-")}`;
  beforeAll(async () => {
    const log = await recordAll(story);
    // Every event but amendments stood at its own instant as it was recorded, introductions too, whatever was corrected since.
    const placed = log.map((event) => ({ version: event.version, place: hasPlace(event) ? orderKey(event.occurredAt) : null }));
    await server.db
      .prepare(
        "UPDATE events SET place = value ->> 'place' FROM json_each(?1) WHERE story = ?2 AND version = value ->> 'version'",
      )
      .bind(JSON.stringify(placed), story)
      .run();
    for (const table of ["parts", "past_parts"])
      await server.db.prepare(`DELETE FROM ${table} WHERE story = ?`).bind(story).run();
    await server.db.prepare("UPDATE stories SET version = NULL, title = NULL, headlines = NULL WHERE slug = ?").bind(story).run();
  });

  it("reads right before, and its index is right after", async () => {
    await expect(expectIndexed(story)).rejects.toThrow();
    // Before the write it is the same story every time.
    if (!isReadBefore) await expectOfLog(story);
    isReadBefore = true;
    await write(story);
    await expectIndexed(story);
    await expectOfLog(story);
    expect(await tripsOf(story)).toBe(1);
  });
});
