/** The writer's protocol, tried in many ways: `SCHEDULES=100000 npx vitest run test/properties/writer-schedules.test.ts` tries more. */
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { serveRequests } from "../../worker/write/writer-protocol.ts";
import { runSchedule } from "../support/schedules.ts";
import { allKept, type Promises } from "../support/simulated-log.ts";

const schedules = Number(process.env.SCHEDULES ?? 5_000);

/** Runs schedules until one goes wrong: what is wrong, and the seed that finds it again. */
const firstWrong = (count: number, serve: typeof serveRequests, promises: Promises = allKept): string | undefined => {
  for (let seed = 1; seed <= count; seed += 1)
    try {
      runSchedule(seed, serve, promises);
    } catch (error) {
      return `seed ${seed}: ${error instanceof Error ? error.message : error}`;
    }
  return undefined;
};

describe("writers to one story", () => {
  it(`lose, double and tear nothing, and refuse for what is so, in ${schedules} schedules`, () => {
    const start = performance.now();
    expect(firstWrong(schedules, serveRequests)).toBeUndefined();
    if (process.env.SCHEDULES) console.log(`${schedules} schedules in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  });
});

const source = readFileSync("worker/write/writer-protocol.ts", "utf8");

/** The protocol with a fault in it: a part of its text is another. */
const planted = async (right: string, fault: string): Promise<typeof serveRequests> => {
  expect(source.split(right)).toHaveLength(2);
  const { code } = transformSync(source.replace(right, fault), { loader: "ts", format: "esm" });
  const { serveRequests: faulty } = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
  );
  return faulty;
};

describe("a fault in the protocol is found", () => {
  it.each<[string, string, string]>([
    [
      "what was judged is kept though it was not written",
      '    known = undefined;\n    if (result.kind === "written")',
      '    if (result.kind === "written")',
    ],
    ["a refusal is told by what was true before", "if (!result.isSame) {", "if (false) {"],
    ["a refusal is told without a look at the token", "if (!isFresh && open.length > 0) {", "if (false) {"],
    [
      "a write that nobody answered is tried again",
      'else if (result.kind !== "conflict" && result.kind !== "token-refused") settle',
      "else if (false) settle",
    ],
    [
      "a key that was used is not looked at",
      'return before === undefined ? undefined : { kind: "repeated", before };',
      "return undefined;",
    ],
    ["two requests with one key are written together", "if (request.key !== undefined && keys.has(request.key)) continue;", ""],
    ["a bad token is not looked at", 'if (!isGood) return { kind: "unauthorized" };', ""],
    [
      "what was read of the log is kept when others have written",
      "known = result.known;\n      evidence.clear();\n      isFresh",
      "known = result.known;\n      isFresh",
    ],
    [
      "what was read of the log is kept when the story was read again",
      "known = result.known;\n      evidence.clear();\n      for",
      "known = result.known;\n      for",
    ],
    ["all of a group are refused for one bad token", "&& written.length === 1) settle", "&& written.length >= 1) settle"],
    ["each of a group is judged as if it were alone", "      known = judgement.known;\n", ""],
    ["a race that was lost is not run again", "if (races === mostRaces) {", "if (races === 1) {"],
    [
      "what turned out to be stale is gone by all the same",
      "          known = undefined;\n          continue;",
      "          continue;",
    ],
    ["a log that was read whole is put to a story that it is not of", "if (result.known !== undefined) {", "if (false) {"],
    [
      "a request is judged by a log after others that the log has not",
      "open = [needing, ...open.filter((request) => request !== needing)];",
      "",
    ],
  ])("%s", async (_, right, fault) => {
    expect(firstWrong(20_000, await planted(right, fault))).toMatch(/^seed \d+: /);
  });
});

describe("a promise of D1 that is not kept is found", () => {
  it.each<[keyof Promises]>([["order"], ["hashes"], ["keys"], ["tokens"], ["whole"]])("%s", (promise) => {
    expect(firstWrong(20_000, serveRequests, { ...allKept, [promise]: false })).toMatch(/^seed \d+: /);
  });
});
