/** The runtime is killed again and again while sixteen writers write, through the stories' writers: what was answered is there, once, and nothing else is. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../events/verify.ts";
import type { StoredEvent } from "../../worker/store/rows.ts";
import { scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { runtimes } from "../support/runtimes.ts";
import { costOf } from "../support/server.ts";
import { type OpenWorker, openWorker } from "../support/worker.ts";
import { createWriter, type Sent } from "../support/writer.ts";

/** More kills for a longer run: `KILLS=50 npx vitest run test/crash`. */
const kills = Number(process.env.KILLS ?? 6);
const writers = 16;
const stories = ["north", "south"];
const token = "a-token-that-may-write-0000000000000000001";

const state = mkdtempSync(join(tmpdir(), "riposte-crash-"));
let open: OpenWorker;
let sent: Sent[] = [];
const halfWritten: string[] = [];
const failures = { cut: 0, replayed: 0 };

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, open.url), { headers });

/** Kills it so often, each time that it has come back: Miniflare gives up on a runtime that dies before it has started. */
const strike = async (): Promise<void> => {
  for (let struck = 0; struck < kills; ) {
    await isBack();
    await wait(Math.random() * 1200);
    const [workerd] = runtimes();
    if (workerd === undefined) continue;
    process.kill(workerd, "SIGKILL");
    struck += 1;
    await isBack();
    await note();
  }
};

/** Notes which stories were left half written: where the snapshot is of another version than the log, reading takes another round trip. */
const note = async (): Promise<void> => {
  const answers = await Promise.all(stories.map((story) => get(`/api/stories/${story}/status`)));
  halfWritten.push(...stories.filter((_, index) => answers.map(costOf)[index]?.trips !== 1));
};

const isBack = async (): Promise<void> => {
  while (!(await get("/health").catch(() => undefined))?.ok) await wait(20);
};

beforeAll(
  async () => {
    open = await openWorker({ state });
    const hash = createHash("sha256").update(token).digest("hex");
    await open.prepare();
    await open.db
      .prepare("INSERT INTO tokens (hash, editor, added_at) VALUES (?, 'ada', '2025-01-01T00:00:00.000Z')")
      .bind(hash)
      .run();
    const writer = createWriter(open.url, token, failures, isBack);
    sent = await Promise.all(stories.map((story) => writer.send(story, paced(scene))));
    let isOver = false;
    const written = Promise.all(
      Array.from({ length: writers }, async (_, number) => {
        const mine: Sent[] = [];
        const hand = createWriter(open.url, token, failures, isBack);
        for (let turn = 0; !isOver; turn += 1) mine.push(await hand.turn(stories, number, turn, mine));
        return mine;
      }),
    );
    await strike();
    isOver = true;
    sent.push(...(await written).flat());
  },
  120_000 + kills * 10_000,
);

afterAll(async () => {
  await open.close();
  rmSync(state, { recursive: true });
});

const logOf = async (story: string): Promise<StoredEvent[]> => {
  const text = await (await get(`/api/stories/${story}/events`, { Accept: "application/x-ndjson" })).text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
};

it("was killed in the midst of writing, and came back each time", () => {
  console.log(
    `${kills} kills, ${open.restarts()} restarts, ${sent.length} requests, ${sent.flatMap(({ drafts }) => drafts).length} events, ` +
      `${failures.cut} requests cut, ${failures.replayed} of them recorded all the same`,
  );
  expect(open.restarts()).toBe(kills);
  expect(failures.cut).toBeGreaterThanOrEqual(kills);
});

it("left no story half written, whenever it was killed", () => expect(halfWritten).toEqual([]));

describe.each(["while it goes on", "after it was closed and opened again"])("%s", (when) => {
  beforeAll(async () => {
    if (when === "while it goes on") return;
    await open.close();
    expect(runtimes()).toEqual([]);
    open = await openWorker({ state });
  });

  describe.each(stories)("the story %s", (story) => {
    let log: StoredEvent[];
    beforeAll(async () => {
      log = await logOf(story);
    });

    it("holds each event that was sent once, as it was answered, and no other", () => {
      const answered = sent.filter((one) => one.story === story).toSorted((a, b) => a.version - b.version);
      expect(answered.flatMap(({ events }) => events)).toEqual(log);
      expect(log).toMatchObject(answered.flatMap(({ drafts }) => drafts));
    });

    it("has no gap, and its chain holds", async () => {
      expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
      expect(await verify(log)).toBeUndefined();
    });

    it("has a snapshot that says what the log says", async () => {
      for (const [name, text] of Object.entries({ ...foldsOf(log), timeline: pageBy(log, { order: "desc" }) })) {
        const answer = await get(`/api/stories/${story}/${name}`);
        expect([name, await answer.text()]).toEqual([name, text]);
        expect(costOf(answer).trips).toBe(1);
      }
    });
  });

  it("has positions without a gap, over all stories", async () => {
    const positions: number[] = [];
    for (let after = 0, more = true; more; ) {
      const page = (await (await get(`/api/events?limit=500&after=${after}`)).json()) as { events: StoredEvent[]; next: number };
      positions.push(...page.events.map(({ position }) => position));
      [after, more] = [page.next, page.events.length > 0];
    }
    expect(positions).toEqual(sent.flatMap(({ drafts }) => drafts).map((_, index) => index + 1));
  });
});
