/** SECURITY.md: each threat has something that stands against it, and a test that is there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

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
