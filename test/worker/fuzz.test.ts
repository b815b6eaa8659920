/** Requests at random, by the API's own description: each answer is one that it tells of, and the log holds after all of them. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { signerText } from "../../events/note.ts";
import { languages } from "../../events/tell/languages.ts";
import { verify } from "../../events/verify.ts";
import { chanceOf } from "../support/chance.ts";
import { opened, scene } from "../support/drafts.ts";
import { type Description, type Fuzzed, requestsBy, type Told } from "../support/fuzzed.ts";
import { oracleOf } from "../support/oracle.ts";
import { paced } from "../support/paced.ts";
import { foldsOf } from "../support/readings.ts";
import { type Server, startServer } from "../support/server.ts";

/** More for a longer run: `REQUESTS=20000 npx vitest run test/worker/fuzz.test.ts`, and other ones by another `SEED`. */
const count = Number(process.env.REQUESTS ?? 800);
const seed = Number(process.env.SEED ?? 1);
/** After so many, another story is written to: few are left to be written once they are concluded. */
const perStory = 100;
/** So many are under way at once. */
const lanes = 16;

let server: Server;
let description: Description;
beforeAll(async () => {
  const CHECKPOINT_KEY = await signerText({ name: "riposte.example", seed: new Uint8Array(32).fill(7) });
  server = await startServer({ variables: { CHECKPOINT_KEY } });
  for (let index = 0; index <= count / perStory; index += 1) await server.record(`fuzz-${index}`, paced(scene));
  description = await server.read<Description>("/openapi.json");
});
afterAll(() => server?.close());

const told: Told = { etags: [], cursors: [], ids: [], stories: [] };
/** Keeps what the answer tells, for later requests. */
const keep = (text: string, etag: string | null): void => {
  const add = (list: string[], value: unknown) => typeof value === "string" && list.length < 200 && list.push(value);
  add(told.etags, etag);
  if (!text.startsWith("{")) return;
  const { next, token, id } = JSON.parse(text.split("\n")[0] ?? "");
  add(told.cursors, next);
  if (token !== undefined) add(told.ids, id);
};

const ask = async ({ method, path, headers, body }: Fuzzed) => {
  const answer = await server.send(method, path, headers, body);
  const text = await answer.text();
  keep(text, answer.headers.get("ETag"));
  return { status: answer.status, type: answer.headers.get("Content-Type") ?? "", text, headers: answer.headers };
};

it(
  `answers ${count} requests as the description says`,
  async () => {
    const faultOf = oracleOf(description);
    const next = requestsBy(description, told, chanceOf(seed));
    const statuses: Record<number, number> = {};
    const faults: Record<string, { times: number; request: string; answer: string }> = {};
    let left = count;
    const lane = async (): Promise<void> => {
      for (; left > 0; ) {
        if ((count - left) % perStory === 0) told.stories.push(`fuzz-${told.stories.length}`);
        left -= 1;
        const request = next();
        const answer = await ask(request);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        const fault = faultOf(request, answer);
        if (fault === undefined) continue;
        const kind = `${request.method} ${answer.status} ${fault}`;
        faults[kind] ??= { times: 0, request: JSON.stringify(request).slice(0, 2000), answer: answer.text.slice(0, 500) };
        faults[kind].times += 1;
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    console.log(`Seed ${seed}: ${JSON.stringify(statuses)}`);
    expect(faults).toEqual({});
    // Otherwise little was tried.
    for (const status of [200, 201, 304, 400, 401, 403, 404, 405, 409, 412, 415, 422])
      expect(statuses).toHaveProperty(`${status}`);
  },
  30_000 + count * 60,
);

it(
  "leaves logs that hold, snapshots that say what they say, and pages that can be shown",
  async () => {
    for (const story of told.stories) {
      const log = await server.log(story);
      expect(await verify(log)).toBeUndefined();
      const folds = Object.entries(foldsOf(log));
      for (const [name, text] of folds) expect(await (await server.get(`/api/stories/${story}/${name}`)).text()).toBe(text);
      for (const lang of languages) expect((await server.get(`/stories/${story}?lang=${lang}`)).status).toBe(200);
    }
    expect((await server.get("/")).status).toBe(200);
    expect(await server.db.prepare("SELECT max(position) AS last FROM events").first("last")).toBe(await server.count());
  },
  30_000 + count * 60,
);

it("counts the length of a text as the description does: by code points", async () => {
  const { schemas } = description.components;
  const most = schemas.StoryOpened?.properties?.data?.properties?.title?.maxLength ?? 0;
  const open = async (story: string, length: number) =>
    (await server.post(story, paced([opened({ title: "💸".repeat(length) })]))).status;
  expect([await open("longest", most), await open("longer", most + 1)]).toEqual([201, 422]);
});
