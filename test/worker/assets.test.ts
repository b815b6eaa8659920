/** The files that pages load: each at an address that tells its content, with rules of its own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

const folder = join(import.meta.dirname, "../../worker/public");
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => join(file.parentPath, file.name).slice(folder.length));

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.record("story", paced(scene));
});
afterAll(() => server?.close());

/** Browsers look for what works beside the pages under its own name. */
const serviceWorker = "/sw.js";
/** What other sites load by its name: it is served as it is written. */
const stable = "/embed.js";
const named = [serviceWorker, stable];
const sources = files.filter((file) => /^\/(?:(?:phone|styles|desk)\/)?[^/]+\.(?:js|css)$/.test(file) && !named.includes(file));
const hidden = [...sources, "/_headers", "/.assetsignore"];
const served = files.filter((file) => !hidden.includes(file));
const hashed = served.filter((file) => file.startsWith("/assets/"));

it("serves what is made, and neither what it is made of nor its own rules", async () => {
  expect(sources.length).toBeGreaterThan(5);
  for (const file of served) expect([file, (await server.get(file)).status]).toEqual([file, 200]);
  for (const file of hidden) {
    const { status } = await fetch(new URL(file, server.url), { redirect: "manual" });
    // What is below `/desk/` might be a story's: nobody is told who has not signed in.
    expect([file, status]).toEqual([file, file.startsWith("/desk/") ? 303 : 404]);
  }
});

it("has a rule for each file, and each file of a name that tells its content is kept for good", async () => {
  for (const file of served) {
    const { headers } = await server.get(file);
    const kept = headers.get("Cache-Control");
    expect([file, headers.get("X-Content-Type-Options")]).toEqual([file, "nosniff"]);
    // What is a Worker's answer is not kept by this rule.
    if (file === stable)
      expect([kept?.startsWith("public, max-age=3600"), headers.get("Access-Control-Allow-Origin")]).toEqual([true, "*"]);
    else if (file !== "/openapi.json" && file !== serviceWorker)
      expect([file, kept]).toEqual([file, expect.stringMatching(/^public, max-age=(?:31536000, immutable|86400)/)]);
    expect([file, kept?.includes("immutable")]).toEqual([file, hashed.includes(file)]);
  }
});

describe("a page", () => {
  const pages = [
    "/",
    "/stories/story",
    "/stories/story/verify",
    "/stories/story/corrections",
    "/docs",
    "/embed/story/offers",
    "/nowhere",
  ];

  it.each(pages)("loads nothing but by names that tell the content: %s", async (path) => {
    const page = await (await server.get(path)).text();
    const loaded = [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => /^<script|rel="(?:stylesheet|preload|modulepreload)"/.test(tag))
      .map(([, address]) => address ?? "");
    expect(loaded.length).toBeGreaterThan(0);
    for (const address of loaded) expect(hashed).toContain(address);
  });

  it("loads scripts and styles that load nothing but by such names", () => {
    for (const file of hashed.filter((name) => /\.(?:js|css)$/.test(name) && !name.includes("swagger"))) {
      const text = readFileSync(join(folder, file), "utf8");
      const named = [...text.matchAll(/(?:url\(|from\s*|import\(?\s*)["']?((?:\.?\/)[^"')]+\.(?:js|css|woff2))/g)].map(
        ([, name]) => name,
      );
      for (const name of named) expect(hashed).toContain(new URL(name ?? "", `http://here${file}`).pathname);
    }
  });
});

describe("a page that was kept from another edition", () => {
  const other = (file: string) => file.replace(/\.\w{8}\./, ".0OTHER00.");

  it("finds today's styles and font", async () => {
    for (const file of hashed.filter((name) => /\.(?:css|woff2)$/.test(name))) {
      const answer = await fetch(new URL(other(file), server.url), { redirect: "manual" });
      expect([answer.status, answer.headers.get("Location")]).toEqual([302, file]);
      expect(answer.headers.get("Cache-Control")).not.toContain("immutable");
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    }
  });

  it("finds no script, which would not know it, and nothing that there never was", async () => {
    const scripts = hashed.filter((name) => name.endsWith(".js")).map(other);
    for (const file of [
      ...scripts,
      "/assets/",
      "/assets/x.css",
      "/assets/nothing.12345678.css",
      "/assets/..%2friposte.12345678.css",
    ])
      expect([file, (await fetch(new URL(file, server.url), { redirect: "manual" })).status]).toEqual([file, 404]);
  });
});
