/** The rules of the house: which way imports point, what is registered, what the lock file holds. */
import { spawnSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventTypes } from "../events/registry.ts";
import { projectionNames } from "../projections/registry.ts";

const root = join(import.meta.dirname, "..");
const plot = mkdtempSync(join(tmpdir(), "riposte-house-"));
afterAll(() => rmSync(plot, { recursive: true }));

/** Which of these files Biome, under this project's rules, does not let stand where they are. */
const fallen = (files: Record<string, string>): string[] => {
  const house = mkdtempSync(join(plot, "house-"));
  copyFileSync(join(root, "biome.json"), join(house, "biome.json"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const biome = join(root, "node_modules/.bin/biome");
  const told = spawnSync(biome, ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none", "."], {
    cwd: house,
  });
  const { diagnostics } = JSON.parse(String(told.stdout)) as { diagnostics: { severity: string; location: { path: string } }[] };
  const faults = diagnostics.filter(({ severity }) => severity === "error").map(({ location }) => location.path);
  return Object.keys(files).filter((path) => faults.includes(path));
};
/** Whether Biome lets all of them stand. */
const stands = (files: Record<string, string>): boolean => fallen(files).length === 0;
/** The same of many that have nothing to do with each other: those that may not point where they do. */
const fallenAlone = (imports: readonly (readonly [path: string, from: string])[]): string[] => {
  const named = (path: string, index: number) => path.replace(/\/a\.ts$/, `/a${index}.ts`);
  const found = fallen(Object.fromEntries(imports.map(([path, from], index) => [named(path, index), importing(from)])));
  return imports.flatMap(([path, from], index) => (found.includes(named(path, index)) ? [`${path} → ${from}`] : []));
};
const importing = (from: string) => `import { x } from "${from}";\nexport const y = x;\n`;

/** Imports that go up, or aside. */
const forbidden = [
  ["events/a.ts", "../projections/b.ts"],
  ["events/types/a.ts", "../../projections/b.ts"],
  ["events/a.ts", "../worker/b.ts"],
  ["events/a.ts", "hono"],
  ["events/a.ts", "node:fs"],
  ["projections/a.ts", "../worker/b.ts"],
  ["projections/a.ts", "hono/jsx"],
  ["worker/a.ts", "../test/b.ts"],
  ["worker/routes/a.ts", "../../test/b.ts"],
  ["worker/index.ts", "./scripts/dev.ts"],
  ["worker/app.ts", "./index.ts"],
  ["worker/scripts/a.ts", "../app.ts"],
  ["worker/routes/a.ts", "../pages/b.ts"],
  ["worker/routes/a.ts", "./b.ts"],
  ["worker/pages/a.ts", "../routes/b.ts"],
  ["worker/pages/story/a.ts", "../../app.ts"],
  ["worker/desk/a.ts", "../routes/b.ts"],
  ["worker/write/a.ts", "../routes/b.ts"],
  ["worker/client.ts", "./write/append.ts"],
  ["worker/search/a.ts", "../live/b.ts"],
  ["worker/live/a.ts", "../write/b.ts"],
  ["worker/http/a.ts", "../read/b.ts"],
  ["worker/http/middleware/a.ts", "../../write/b.ts"],
  ["worker/read/a.ts", "../http/b.ts"],
  ["worker/picture/a.ts", "../pages/b.ts"],
  ["worker/media/a.ts", "../picture/b.ts"],
  ["worker/http/a.ts", "../media/b.ts"],
  ["worker/env.ts", "./http/b.ts"],
  ["worker/store/a.ts", "../env.ts"],
  ["worker/store/a.ts", "../read/b.ts"],
] as const;

/** Imports that go down. */
const allowed = [
  ["projections/a.ts", "../events/b.ts"],
  ["worker/a.ts", "../projections/b.ts"],
  ["worker/a.ts", "../events/b.ts"],
  ["worker/index.ts", "./app.ts"],
  ["worker/app.ts", "./pages/registry.ts"],
  ["worker/scripts/a.ts", "../routes/registry.ts"],
  ["worker/routes/registry.ts", "./b.ts"],
  ["worker/routes/a.ts", "../write/append.ts"],
  ["worker/pages/story/a.ts", "../../read/projections.ts"],
  ["worker/pages/embed/a.ts", "../story/b.ts"],
  ["worker/desk/a.ts", "../http/b.ts"],
  ["worker/write/a.ts", "../live/live.ts"],
  ["worker/client.ts", "./search/search.ts"],
  ["worker/search/a.ts", "../read/b.ts"],
  ["worker/live/a.ts", "../read/b.ts"],
  ["worker/http/middleware/a.ts", "../../store/b.ts"],
  ["worker/read/a.ts", "../../projections/fold.ts"],
  ["worker/picture/a.ts", "../env.ts"],
  ["worker/routes/a.ts", "../media/b.ts"],
  ["worker/env.ts", "./store/d1.ts"],
  ["worker/store/search.ts", "./b.ts"],
  ["test/a.ts", "../worker/b.ts"],
] as const;

describe("imports", () => {
  let barred: string[];
  beforeAll(() => {
    barred = [...fallenAlone(forbidden), ...fallenAlone(allowed)];
  });

  it.each(forbidden)("may not point from %s to %s", (path, from) => {
    expect(barred).toContain(`${path} → ${from}`);
  });

  it.each(allowed)("may point from %s to %s", (path, from) => {
    expect(barred).not.toContain(`${path} → ${from}`);
  });

  it("of types point the same way", () => {
    const types = (from: string) => `import type { X } from "${from}";\nexport type Y = X;\n`;
    expect(stands({ "worker/store/a.ts": types("../read/b.ts") })).toBe(false);
    expect(stands({ "worker/read/a.ts": types("../store/b.ts") })).toBe(true);
  });

  it("may not run in a circle, in worker/ not those of types either", () => {
    expect(stands({ "events/a.ts": importing("./b.ts"), "events/b.ts": importing("./a.ts") })).toBe(false);
    const types = (from: string) => `import type { Y as X } from "${from}";\nexport type Y = X[];\n`;
    expect(stands({ "worker/write/a.ts": types("./b.ts"), "worker/write/b.ts": "export type Y = 1;\n" })).toBe(true);
    expect(stands({ "worker/write/a.ts": types("./b.ts"), "worker/write/b.ts": types("./a.ts") })).toBe(false);
  });

  it("go down only in every room of the Worker", () => {
    const files = globSync("worker/**/*.{ts,tsx}", { cwd: root });
    const rooms = new Set(files.map((path) => path.split("/").slice(0, 2).join("/")));
    const climbing = [...rooms].map((room) =>
      room.endsWith(".ts") ? ([room, "./index.ts"] as const) : ([`${room}/a.ts`, "../index.ts"] as const),
    );
    expect(fallenAlone(climbing)).toEqual(
      climbing.filter(([room]) => room !== "worker/index.ts").map(([path, from]) => `${path} → ${from}`),
    );
  });

  it.each(['import * as z from "zod"', 'import { z } from "zod"', 'import { z } from "zod/mini"'])("may not be: %s", (text) => {
    const rooms = ["app.ts", "routes/a.ts", "pages/a.ts", "write/a.ts", "search/a.ts", "http/a.ts", "read/a.ts", "store/a.ts"];
    const paths = ["events/a.ts", "projections/a.ts", "worker/a.ts", "test/a.ts", ...rooms.map((room) => `worker/${room}`)];
    const file = (from: string) => `${from};\nexport const y = z.string();\n`;
    expect(fallen(Object.fromEntries(paths.map((path) => [path, file(text)])))).toEqual(paths);
    expect(stands({ "events/a.ts": file('import * as z from "zod/mini"') })).toBe(true);
  });

  it.each([
    ["events", ["zod/mini", "canonicalize"]],
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

it("keeps SQL in worker/store/ alone", () => {
  const files = globSync("worker/**/*.{ts,tsx}", { cwd: root }).filter((path) =>
    /\bsql\(/.test(readFileSync(join(root, path), "utf8")),
  );
  expect(files.filter((path) => !path.startsWith("worker/store/"))).toEqual([]);
  expect(files.length).toBeGreaterThan(3);
});

it("keeps no registry's address in the lock file", () => {
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved"');
});
