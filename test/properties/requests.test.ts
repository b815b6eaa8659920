import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attributionOf } from "../../events/recorded.ts";
import { verify } from "../../events/verify.ts";
import { story } from "../support/random-story.ts";
import { foldsOf, readings } from "../support/readings.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Events as an editor posts them, in the order in which they are recorded: each is admitted after the ones before it. */
const sequence = story({ most: 25 }).map(({ log }) =>
  log.events.map(({ type, occurredAt, precision, data, ...event }) => ({
    type,
    occurredAt,
    precision,
    ...attributionOf(event),
    data,
  })),
);

/** How a sequence is cut into requests: how many events each has, whether it has a key, and which past request is sent again after it. */
const request = fc.record({ events: fc.integer({ min: 1, max: 8 }), keyed: fc.boolean(), again: fc.option(fc.nat(5)) });
const requests = fc.array(request, { minLength: 1, maxLength: 12 });

/** What was read, without what no two stories have in common. */
const comparable = async (story: string): Promise<string[]> =>
  Object.values(await readings(server, story)).map(({ text, etag }) =>
    // An ETag ends with the head of its own log.
    `${etag?.replace(/\.[0-9a-f]+"$/, "")} ${text}`
      .replaceAll(story, "STORY")
      .replaceAll(/"recordedAt":"[^"]*"/g, '"recordedAt":"THEN"'),
  );

it("a story is the same however its events are cut into requests, and whatever is sent again", async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(sequence, requests, async (events, cuts) => {
      runs += 1;
      const [single, cut] = [`single-${runs}`, `cut-${runs}`];
      for (const event of events) await server.record(single, event);

      const sent: { body: unknown; headers: Record<string, string>; text: string }[] = [];
      for (let from = 0, turn = 0; from < events.length; turn += 1) {
        const { events: length, keyed, again } = cuts[turn % cuts.length] ?? { events: 1, keyed: false, again: null };
        const body = events.slice(from, from + length);
        const expected = from === 0 ? { "If-None-Match": "*" } : { "If-Match": `"${from}"` };
        const headers = { ...expected, ...(keyed ? { "Idempotency-Key": `${cut}/${turn}` } : {}) };
        const answer = await server.post(cut, body, headers);
        expect(answer.status).toBe(201);
        if (keyed) sent.push({ body, headers, text: await answer.text() });
        const past = again === null ? undefined : sent[again];
        if (past) {
          const repeated = await server.post(cut, past.body, past.headers);
          expect([repeated.status, await repeated.text()]).toEqual([200, past.text]);
        }
        from += length;
      }

      expect(await comparable(cut)).toEqual(await comparable(single));
      const log = await server.log(cut);
      expect(await verify(log)).toBeUndefined();
      for (const [name, text] of Object.entries(foldsOf(log)))
        expect(await (await server.get(`/api/stories/${cut}/${name}`)).text()).toBe(text);
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
