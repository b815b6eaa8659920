/** The rules of the house: which way imports point, what is registered, what the lock file holds. */
import { spawnSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { eventTypes } from "../events/registry.ts";
import { projectionNames } from "../projections/registry.ts";

const root = join(import.meta.dirname, "..");
const plot = mkdtempSync(join(tmpdir(), "riposte-house-"));
afterAll(() => rmSync(plot, { recursive: true }));

/** Whether Biome, under this project's rules, lets a file stand at that path. */
const stands = (files: Record<string, string>): boolean => {
  const house = mkdtempSync(join(plot, "house-"));
  copyFileSync(join(root, "biome.json"), join(house, "biome.json"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const biome = join(root, "node_modules/.bin/biome");
  return spawnSync(biome, ["lint", "--vcs-enabled=false", "."], { cwd: house }).status === 0;
};
const importing = (from: string) => `import { x } from "${from}";\nexport const y = x;\n`;

describe("imports", () => {
  it.each([
    ["events/a.ts", "../projections/b.ts"],
    ["events/types/a.ts", "../../projections/b.ts"],
    ["events/a.ts", "../worker/b.ts"],
    ["events/a.ts", "hono"],
    ["events/a.ts", "node:fs"],
    ["projections/a.ts", "../worker/b.ts"],
    ["projections/a.ts", "hono/jsx"],
    ["worker/a.ts", "../test/b.ts"],
    ["worker/routes/a.ts", "../../test/b.ts"],
  ])("may not point from %s to %s", (path, from) => {
    expect(stands({ [path]: importing(from) })).toBe(false);
  });

  it.each([
    ["projections/a.ts", "../events/b.ts"],
    ["worker/a.ts", "../projections/b.ts"],
    ["worker/a.ts", "../events/b.ts"],
    ["test/a.ts", "../worker/b.ts"],
  ])("may point from %s to %s", (path, from) => {
    expect(stands({ [path]: importing(from) })).toBe(true);
  });

  it("may not run in a circle", () => {
    expect(stands({ "events/a.ts": importing("./b.ts"), "events/b.ts": importing("./a.ts") })).toBe(false);
  });

  it.each(['import * as z from "zod"', 'import { z } from "zod"', 'import { z } from "zod/mini"'])("may not be: %s", (text) => {
    const paths = ["events/a.ts", "projections/a.ts", "worker/a.ts", "test/a.ts"];
    const file = (from: string) => `${from};\nexport const y = z.string();\n`;
    expect(paths.filter((path) => stands({ [path]: file(text) }))).toEqual([]);
    expect(stands({ "events/a.ts": file('import * as z from "zod/mini"') })).toBe(true);
  });

  it.each([
    ["events", ["zod/mini", "zod/locales", "canonicalize"]],
    ["projections", ["zod/mini"]],
  ])("of packages in %s/ are of %j alone", (room, allowed) => {
    const sources = globSync(`${room}/**/*.ts`, { cwd: root }).map((path) => readFileSync(join(root, path), "utf8"));
    const packages = sources.flatMap((source) => [...source.matchAll(/ from "([^."][^"]*)"/g)].map(([, name]) => name));
    expect(sources.length).toBeGreaterThan(5);
    expect(new Set(packages)).toEqual(new Set(allowed));
  });
});

describe("the registries", () => {
  it("hold every file of event types, and no more", () => {
    const files = readdirSync(join(root, "events/types")).map((file) => file.replace(".ts", ""));
    const kebab = (type: string) => type.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
    expect(files.sort()).toEqual(eventTypes.map(kebab).sort());
  });

  it("hold every projection that has a file", () => {
    const defined = globSync("projections/*.ts", { cwd: root }).filter((path) =>
      readFileSync(join(root, path), "utf8").includes("= defineProjection({"),
    );
    expect(defined.map((path) => path.slice("projections/".length, -".ts".length)).sort()).toEqual(projectionNames.toSorted());
  });
});

it("keeps no registry's address in the lock file", () => {
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved"');
});
