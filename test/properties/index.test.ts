/** Whatever a story tells, the index of the search has the words of its effective events, and no others. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { effective } from "../../events/amend.ts";
import { definitionOf } from "../../events/registry.ts";
import { wordsOf } from "../../events/words.ts";
import { updateSearchIndex } from "../../worker/search/search-index.ts";
import { meterDatabase } from "../../worker/store/d1.ts";
import { resetIndex } from "../../worker/store/search-index.ts";
import { alwaysInTime } from "../support/always.ts";
import { type IndexRow, indexRows, untilIndexed } from "../support/indexed.ts";
import { story } from "../support/random-story.ts";
import { type Server, startServer } from "../support/server.ts";
import { forged, shipAll } from "../support/shipping.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

/** What the index is to have of a story, by its log alone. */
const expected = async (slug: string): Promise<IndexRow[]> => {
  const { happenings } = effective(await server.log(slug));
  return happenings
    .map(({ event: { type, version, occurredAt, precision, data } }) => {
      const { name, text } = wordsOf(type, data);
      return { story: slug, version, occurred_at: occurredAt, precision, names: name.join(" · "), texts: text.join(" · ") };
    })
    .sort((a, b) => a.version - b.version);
};
const indexed = async (slug: string): Promise<IndexRow[]> => (await indexRows(server)).filter((row) => row.story === slug);

/** Makes the whole index anew, so many events at a time. */
const remake = async (events: number): Promise<void> => {
  const d1 = meterDatabase(server.db);
  await d1.batch(resetIndex(d1));
  await updateSearchIndex(d1, { steps: Number.POSITIVE_INFINITY, events });
};

it("has the words of what holds true, after takedowns too, and made anew in steps of any size", async () => {
  let count = 0;
  await alwaysInTime(
    story({ least: 10, most: 30 }),
    async ({ log }) => {
      count += 1;
      const slug = `story-${count}`;
      await shipAll(server, slug, await forged(log.events.map((event) => ({ ...event, story: slug }))));
      await untilIndexed(server);
      expect(await indexed(slug)).toEqual(await expected(slug));
      const worldly = log.events.filter(({ type }) => definitionOf(type).amends === undefined);
      for (const { version } of [worldly.at(count % worldly.length), worldly.at(-1)].filter((event) => event !== undefined))
        await server.takeDown(slug, version);
      expect(await indexed(slug)).toEqual(await expected(slug));
      await untilIndexed(server);
      expect(await indexed(slug)).toEqual(await expected(slug));
    },
    12,
  );
  const all = await indexRows(server);
  for (const events of [7, 100]) {
    await remake(events);
    expect(await indexRows(server)).toEqual(all);
  }
}, 180_000);
