/** SECURITY.md: each promise, each limit and each threat names tests that are there, and the figures are those of the code. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pollingInterval } from "../worker/live/live.ts";

const root = join(import.meta.dirname, "..");
const text = readFileSync(join(root, "SECURITY.md"), "utf8");
const rows = text
  .slice(text.indexOf("## Threats"))
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => line.split("|").slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()));

describe("the table of threats", () => {
  it("has rows", () => expect(rows.length).toBeGreaterThan(20));

  it.each(rows)("against “%s” stands something, and a test that is there", (...cells) => {
    const [, defence, test, ...more] = cells;
    expect([defence !== "", more]).toEqual([true, []]);
    const paths = [...(test ?? "").matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      expect(path).toMatch(/^test\/.+\.test\.ts$/);
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    }
  });
});

describe("what is promised, and what is not", () => {
  const bullets = text.slice(text.indexOf("## What is promised"), text.indexOf("## Threats")).split(/^- /m).slice(1);

  it("is a list", () => expect(bullets.length).toBeGreaterThan(15));

  it.each(bullets.map((bullet) => [/^\*\*(.*?)\*\*/s.exec(bullet)?.[1]?.replaceAll(/\s+/g, " "), bullet]))(
    "“%s” is held by tests that are there",
    (name, bullet = "") => {
      const paths = [...(/ {2}Held by (.*)\.\s*(?:##.*)?$/s.exec(bullet)?.[1] ?? "").matchAll(/`([^`]+)`/g)].map(
        ([, path = ""]) => path,
      );
      expect([name, paths.length > 0]).toEqual([expect.any(String), true]);
      for (const path of paths) expect(readFileSync(join(root, path), "utf8")).toMatch(/\bit(?:\.each)?\(/);
    },
  );
});

describe("a figure is that of the code:", () => {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const number = (path: string, pattern: RegExp) => Number(pattern.exec(read(path))?.[1]?.replaceAll("_", ""));
  const limit = (name: string) => number("wrangler.toml", new RegExp(`name = "${name}"[^[]*?limit = (\\d+)`));
  const quiet = (concluded: boolean) =>
    (pollingInterval({ version: 1, recordedAt: "2025-01-01T00:00:00.000Z", concluded }, Date.now()) * 1.25) / 60;

  it.each<[string, RegExp, () => number]>([
    ["seconds of patience", /not answer within (\d+) seconds/, () => number("worker/store/d1.ts", /patience = ([\d_]+)/) / 1_000],
    ["stories that are remembered", /at most (\d+) stories/, () => number("worker/public/seen.js", /mostStories = (\d+)/)],
    ["failed sign-ins", /(\d+) failed sign-ins a minute/, () => limit("FAILED_SIGN_INS")],
    ["searches", /(\d+) in 10 seconds from an address/, () => limit("SEARCHES")],
    ["streams", /(\d+) streams a minute/, () => limit("STREAMS")],
    ["hubs", /up to (\d+) hubs/, () => number("worker/live/hub.ts", /mostHubs\] = \[[\d_]+, (\d+)\]/)],
    [
      "requests that are logged",
      /one request in a (hundred)/,
      () => 1 / number("wrangler.toml", /head_sampling_rate = ([\d.]+)/),
    ],
    ["pixels along a side", /at most (16 384) pixels/, () => number("worker/media/refusal.ts", /mostAlong = ([\d_]+)/)],
  ])("%s", (_, told, figure) => {
    const said = told.exec(text)?.[1]?.replace("hundred", "100").replace(/\s/, "");
    expect(Number(said)).toBe(figure());
  });

  it("minutes after which what was taken down leaves a page that is looked at", () => {
    expect(text).toMatch(/in three minutes at the most, and of a concluded story\s+in seven/);
    expect([quiet(false) < 3, quiet(true) < 7]).toEqual([true, true]);
  });
});

it("names no file that is not there", () => {
  const paths = [...text.matchAll(/`((?:test|worker|events|projections)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe("packages", () => {
  // What is wanted of files that npm itself writes.
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, Record<string, unknown>>;

  it("have each a hash in the lock file", () => {
    const packages = Object.entries(read("package-lock.json").packages ?? {}).filter(([path]) => path !== "");
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, entry]) => !/^sha512-/.test((entry as { integrity?: string }).integrity ?? ""))).toEqual([]);
  });

  it("of the Worker are three", () => {
    expect(Object.keys(read("package.json").dependencies ?? {}).sort()).toEqual(["canonicalize", "hono", "zod"]);
  });
});
