import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kinds } from "../../events/define.ts";
import { startOf } from "../../events/order.ts";
import type { Place } from "../../events/story.ts";
import type { Order, PageQuery } from "../../projections/pages.ts";
import type { Entry } from "../../projections/timeline.ts";
import { decodePlaceCursor, encodePlaceCursor } from "../../worker/http/links.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { at, corrected, development, offer, type Posted, rejected, retracted, scene, statement } from "../support/drafts.ts";
import { longStory } from "../support/fill.ts";
import { paced } from "../support/paced.ts";
import { nextOf, pageBy, walk } from "../support/readings.ts";
import { problemOf, type Server, startServer } from "../support/server.ts";

type Page = { version: number; order: Order; entries: Entry[]; next: string | null };

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const recordAll = async (story: string, drafts: readonly Posted[]): Promise<StoredEvent[]> => {
  for (let from = 0; from < drafts.length; from += 100) await server.record(story, drafts.slice(from, from + 100));
  return server.log(story);
};

/** Events that others do not hang on, by version. */
const loose = longStory(300).flatMap(({ type }, index) =>
  ["StatementMade", "InsultPosted", "DevelopmentReported"].includes(type) ? index + 1 : [],
);
const moved = (version: number, to: string) => paced([corrected(version, { occurredAt: to })], 400)[0] ?? statement();

/** Three hundred events and what makes a timeline hard: late events, times put right across pages, twice, and back; retractions. */
const hard: Posted[] = [
  ...longStory(300),
  ...loose
    .slice(0, 60)
    .filter((_, index) => index % 6 === 0)
    .map((version) => moved(version, "2025-02-10T16:30:30Z")),
  ...loose
    .slice(90)
    .filter((_, index) => index % 8 === 0)
    .map((version) => moved(version, "2025-02-10T12:45:00Z")),
  ...loose.slice(90, 91).map((version) => moved(version, "2025-02-10T13:45:00Z")),
  ...loose.slice(0, 1).map((version) => moved(version, "2025-02-10T12:10:00Z")),
  ...paced([retracted(loose[3] ?? 0), retracted(loose[6] ?? 0), retracted(loose[80] ?? 0)], 410),
  at("12:30", statement({ by: "ada" })),
  at("16:30", statement({ by: "bob" })),
  at("11:00", development("Before it all")),
];

describe.each(["asc", "desc"] as const)("the pages of a story that was amended a lot, %s", (order) => {
  const base = `/api/stories/hard-${order}/timeline?order=${order}`;
  let log: StoredEvent[];
  beforeAll(async () => {
    log = await recordAll(`hard-${order}`, hard);
  });
  const check = async (query: string, part: readonly StoredEvent[], asked: Partial<PageQuery> = {}) => {
    for (const [path, { text }] of Object.entries(await walk(server, `${base}${query}`))) {
      const after = decodePlaceCursor(new URL(path, server.url).searchParams.get("cursor") ?? undefined);
      expect([path, text]).toEqual([path, pageBy(part, { order, after, ...asked })]);
    }
  };

  it("have fifty entries each, and all entries once, in story order", async () => {
    const pages = Object.values(await walk(server, base)).map(({ text }): Page => JSON.parse(text));
    expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, 50, 50, 50, 45]);
    const entries = pages.flatMap((page) => page.entries);
    const starts = entries.map(startOf);
    const sorted = starts.toSorted();
    expect(starts).toEqual(order === "asc" ? sorted : sorted.reverse());
    // The eight introductions are the cast's.
    expect(new Set(entries.map(({ version }) => version)).size).toBe(295);
  });

  it("are the pages of the log, byte for byte, at the head, after a version, and since one", async () => {
    await check("", log);
    await check("&version=310", log.slice(0, 310));
    for (const since of [0, 1, 40, 200, 260, 299, 300, 305, log.length - 4, log.length - 1, log.length, 9999])
      await check(`&since=${since}`, log, { since });
    await check("&since=200&version=305", log.slice(0, 305), { since: 200 });
  });

  it("are the pages of the log where only a kind is asked for, or a party, or both", async () => {
    for (const kind of kinds) await check(`&kind=${kind}`, log, { kind });
    for (const party of ["ada", "bob", "nobody"]) await check(`&party=${party}`, log, { party });
    await check("&kind=statements&party=ada&since=200", log, { kind: "statements", party: "ada", since: 200 });
    await check("&kind=insults&party=bob&version=305", log.slice(0, 305), { kind: "insults", party: "bob" });
  });

  it("can begin at any place, whether an entry stands there or not", async () => {
    const places: Place[] = [
      { place: "2025-02-10T12:45:00", version: 200 },
      { place: "2025-02-10T12:45:00!a1", version: 200 },
      { place: "2025-02-10T13:00:00.5", version: 1 },
      { place: "2000-01-01T00:00:00", version: 1 },
      { place: "9999-01-01T00:00:00", version: 1 },
    ];
    for (const after of places) {
      const text = await (await server.get(`${base}&cursor=${encodePlaceCursor(after)}`)).text();
      expect(text).toBe(pageBy(log, { order, after }));
    }
  });

  it("are linked by next and by Link alike", async () => {
    const answer = await server.get(base);
    const { next } = (await answer.json()) as Page;
    expect(new URL(nextOf(answer) ?? "", server.url).searchParams.get("cursor")).toBe(next);
  });
});

describe("a page", () => {
  it("is full although more entries were moved away from it than it has", async () => {
    const drafts = [...longStory(300), ...loose.slice(0, 90).map((version) => moved(version, "2025-02-11T00:00:00Z"))];
    const log = await recordAll("scattered", drafts);
    for (const order of ["asc", "desc"] as const) {
      const pages = await walk(server, `/api/stories/scattered/timeline?order=${order}`);
      const entries = Object.values(pages).flatMap(({ text }) => (JSON.parse(text) as Page).entries);
      expect(Object.values(pages)[0]?.text).toBe(pageBy(log, { order }));
      expect(entries.map(({ version }) => version).sort((a, b) => a - b)).toEqual([
        1,
        ...Array.from({ length: 291 }, (_, index) => index + 10),
      ]);
    }
  });

  it("has no next where it ends with the last entry", async () => {
    await recordAll("fifty", longStory(58));
    const answer = await server.get("/api/stories/fifty/timeline");
    expect([await answer.json(), nextOf(answer)]).toMatchObject([{ next: null }, undefined]);
    const none = await server.read<Page>(
      `/api/stories/fifty/timeline?cursor=${encodePlaceCursor({ place: "2000-01-01T00:00:00", version: 1 })}`,
    );
    expect(none).toMatchObject({ entries: [], next: null });
  });

  it("orders what happened at one time by version, across pages too", async () => {
    await recordAll("one-time", longStory(9).concat(Array.from({ length: 120 }, () => at("13:00", statement({ by: "ada" })))));
    for (const order of ["asc", "desc"] as const) {
      const pages = Object.values(await walk(server, `/api/stories/one-time/timeline?order=${order}`)).map(
        ({ text }): Page => JSON.parse(text),
      );
      const versions = pages.flatMap(({ entries }) => entries.map(({ version }) => version));
      expect(versions).toEqual(versions.toSorted((a, b) => (order === "asc" ? a - b : b - a)));
      expect(versions).toHaveLength(121);
    }
  });
});

describe("an entry", () => {
  it("says what it said before, and that it was taken back, and why", async () => {
    await recordAll("told", [
      ...paced([...scene, offer("bid"), rejected("bid"), development("Frist")]),
      ...paced(
        [corrected(8, { data: { headline: "First" } }), corrected(8, { occurredAt: "2025-02-10T09:00:00Z" }), retracted(7)],
        60,
      ),
    ]);
    const { entries } = await server.read<Page>("/api/stories/told/timeline");
    expect(entries.map(({ version }) => version)).toEqual([7, 6, 1, 8]);
    expect(entries.at(-1)).toMatchObject({
      headline: "First",
      occurredAt: "2025-02-10T09:00:00Z",
      retracted: null,
      corrected: [
        {
          version: 9,
          reason: "It was wrong.",
          recordedBy: "ada",
          before: { headline: "Frist", occurredAt: "2025-02-10T12:07:00.000Z" },
        },
        { version: 10, before: { headline: "First", occurredAt: "2025-02-10T12:07:00.000Z" } },
      ],
    });
    expect(entries[0]).toMatchObject({ type: "OfferRejected", retracted: { version: 11, reason: "It never happened." } });
    const { entries: since } = await server.read<Page>("/api/stories/told/timeline?since=8");
    expect(since.map(({ version }) => version)).toEqual([7, 8]);
  });
});

describe("a cursor that no page gave", () => {
  it.each([
    ["nonsense", "nonsense"],
    ["no list", btoa("{}")],
    ["an empty list", btoa("[]")],
    ["half a place", btoa('["2025"]')],
    ["a version that is not whole", btoa('["2025", 1.5]')],
    ["a cursor of the stories", btoa('["2025", "a-story"]')],
    ["too long", "A".repeat(301)],
    ["NUL", "%00"],
  ])("%s is refused", async (_, cursor) => {
    const answer = await server.get(`/api/stories/hard-asc/timeline?cursor=${cursor}`);
    expect([answer.status, (await problemOf(answer)).errors?.map(({ pointer }) => pointer)]).toEqual([422, ["/cursor"]]);
  });
});
