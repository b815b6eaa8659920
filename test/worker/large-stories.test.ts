/** A story that comes to more than a row of D1 takes is read and written as any other. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Language, languages } from "../../events/tell/languages.ts";
import { corrected, development, type Posted, question, scene, sourced, statement } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { foldsOf, pageBy } from "../support/readings.ts";
import { seed } from "../support/seed.ts";
import { costOf, type Server, startServer } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Most of it as requests would have written it, and the last of it by a request. */
const recordAll = async (story: string, drafts: readonly Posted[]): Promise<void> => {
  await seed(server, story, drafts.slice(0, -100), 400);
  await server.record(story, drafts.slice(-100));
};

/** Chinese letters that nothing compresses well, always the same. */
const long = (length: number, seed: number): string => {
  let state = seed + 1;
  const letters = Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (state % 20_000));
  });
  return letters.join("");
};

/** The head of the story says what its log says. */
const expectFolded = async (story: string, told: readonly Language[] = languages): Promise<void> => {
  const log = await server.log(story);
  for (const lang of told) {
    for (const [name, text] of Object.entries(foldsOf(log, lang)))
      expect(await (await server.get(`/api/stories/${story}/${name}?lang=${lang}`)).text()).toBe(text);
    for (const order of ["asc", "desc"] as const)
      expect(await (await server.get(`/api/stories/${story}/timeline?lang=${lang}&order=${order}`)).text()).toBe(
        pageBy(log, { order }, lang),
      );
  }
};
const chunksOf = async (story: string, part: string): Promise<number> =>
  (await server.db
    .prepare("SELECT count(*) AS count FROM parts WHERE story = ? AND part = ?")
    .bind(story, part)
    .first<number>("count")) ?? 0;

it.each<[string, string, Posted[]]>([
  ["questions", "questions", Array.from({ length: 1600 }, (_, index) => question(`question-${index}`, long(500, index)))],
  [
    "corrections",
    "amendments",
    [
      ...Array.from({ length: 210 }, (_, index) => ({
        ...development(),
        data: { headline: "Long", text: long(4000, index) },
      })),
      ...Array.from({ length: 210 }, (_, index) => corrected(6 + index, { data: { headline: "Longer" } })),
    ],
  ],
])("keeps %s that no row has room for, and reads them in one round trip", async (name, part, drafts) => {
  await recordAll(name, paced([...scene, ...drafts]));
  expect(await chunksOf(name, part)).toBeGreaterThan(1);
  await expectFolded(name);
  const { trips, read } = costOf(await server.get(`/api/stories/${name}/${name}`));
  expect([trips, read <= 6]).toEqual([1, true]);
  await server.record(name, paced([sourced(statement())], 6000));
  await expectFolded(name, ["fr"]);
});
