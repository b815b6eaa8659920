import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../events/verify.ts";
import { accepted, closed, offer, scene, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type AppendedBody, problemOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
const upTo = (count: number): number[] => times(count, (index) => index + 1);
const remark = (index: number) => paced([statement({ quote: { text: `Remark ${index}`, language: "en" } })], 60)[0];
const statusesOf = (answers: readonly Response[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, all]) => [status, all?.length]),
  );

describe("fifty writers to one story", () => {
  it("that expect the same version: one is recorded, and all others hear of the version that there is", async () => {
    await server.record("expected", paced(scene));
    const answers = await Promise.all(times(50, (index) => server.post("expected", remark(index), { "If-Match": '"5"' })));
    expect(statusesOf(answers)).toEqual({ 201: 1, 412: 49 });
    const lost = await Promise.all(answers.filter(({ status }) => status === 412).map(problemOf));
    expect(lost.every(({ version }) => version === 6)).toBe(true);
    expect(await server.log("expected")).toHaveLength(6);
  });

  it("that expect none: all are recorded, each once, without a gap", async () => {
    await server.record("open", paced(scene));
    const answers = await Promise.all(times(50, (index) => server.post("open", remark(index))));
    expect(statusesOf(answers)).toEqual({ 201: 50 });
    const log = await server.log("open");
    expect(log.map(({ version }) => version)).toEqual(upTo(55));
    expect(new Set(log.map(({ data }) => JSON.stringify(data))).size).toBe(55);
    expect(await verify(log)).toBeUndefined();
    const told = (await Promise.all(answers.map((answer) => answer.json()))) as AppendedBody[];
    for (const { events } of told) for (const event of events) expect(log[event.version - 1]).toEqual(event);
  });

  it("that all close one deal: the rules admit the first alone", async () => {
    await server.record("closed", paced([...scene, offer("bid"), accepted("bid", "t")]));
    const closing = paced([closed("bid")], 60)[0];
    const answers = await Promise.all(times(50, () => server.post("closed", closing)));
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: 49 });
  });

  it("that all open it: the rules admit the first alone", async () => {
    const answers = await Promise.all(times(50, () => server.post("opened-by-all", paced(scene.slice(0, 1)))));
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: 49 });
  });
});

describe("twenty writers to five stories", () => {
  it("leave no gap in the positions over all stories, and every chain holds", async () => {
    const stories = times(5, (index) => `story-${index}`);
    for (const story of stories) await server.record(story, paced(scene));
    const answers = await Promise.all(
      times(20, async (writer) => {
        const told: Response[] = [];
        for (let turn = 0; turn < 4; turn += 1)
          told.push(
            await server.post(`story-${writer % 5}`, [remark(writer), remark(turn)], { "Idempotency-Key": `${writer}/${turn}` }),
          );
        return told;
      }),
    );
    expect(statusesOf(answers.flat())).toEqual({ 201: 80 });
    const { events } = await server.read<AppendedBody>("/api/events?limit=500");
    expect(events.map(({ position }) => position)).toEqual(upTo(await server.count()));
    for (const story of stories) {
      const log = await server.log(story);
      expect(log.map(({ version }) => version)).toEqual(upTo(5 + 4 * 4 * 2));
      expect(await verify(log)).toBeUndefined();
      expect(events.filter((event) => event.story === story)).toEqual(log);
    }
  });
});
