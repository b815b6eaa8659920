/** What leaves compressed of what no cache compresses by itself, and to whom. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fill } from "../support/fill.ts";
import { type Server, startServer } from "../support/server.ts";
import { sendRaw } from "../support/wire.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await fill(server, "story", 300);
});
afterAll(() => server?.close());

const log = "/api/stories/story/events";
const documents: [string, string[]][] = [
  ["/stories/story/feed.atom?lang=en", []],
  ["/stories/story/feed.json?lang=en", []],
  ["/feed.atom?lang=en", []],
  [log, ["Accept: application/x-ndjson"]],
  [`${log}?limit=200`, ["Accept: application/x-ndjson"]],
  [`${log}?limit=200`, ["Accept: application/cloudevents-batch+json"]],
];
const headerOf = (head: string, name: string) => new RegExp(`^${name}: (.*?)\r?$`, "im").exec(head)?.[1];

describe.each(documents)("%s %s", (path, lines) => {
  const ask = async (accepted: string | undefined, more: string[] = []) => {
    const encoding = accepted === undefined ? [] : [`Accept-Encoding: ${accepted}`];
    return sendRaw(server.url, path, { method: "GET", lines: [...lines, ...encoding, ...more] });
  };

  it("leaves compressed to who takes gzip, under an ETag of its own", async () => {
    const [plain, packed] = [await ask(undefined), await ask("gzip, deflate, br")];
    expect([headerOf(plain.head, "Content-Encoding"), headerOf(packed.head, "Content-Encoding")]).toEqual([undefined, "gzip"]);
    expect(headerOf(packed.head, "ETag")).not.toBe(headerOf(plain.head, "ETag"));
    for (const { head } of [plain, packed]) {
      expect(headerOf(head, "ETag")).toMatch(/^"[\x21\x23-\x7e]+"$/);
      expect(headerOf(head, "Vary")).toContain("Accept-Encoding");
    }
  });

  it("says the same either way", async () => {
    const headers = Object.fromEntries(lines.map((line) => line.split(": ") as [string, string]));
    const plain = await server.get(path, { ...headers, "Accept-Encoding": "identity" });
    const packed = await server.get(path, headers);
    expect(packed.headers.get("Content-Encoding")).toBe("gzip");
    expect(await packed.text()).toBe(await plain.text());
    const held = await server.get(path, { ...headers, "If-None-Match": packed.headers.get("ETag") ?? "" });
    expect([held.status, await held.text()]).toEqual([304, ""]);
  });

  it.each(["identity", "gzip;q=0", "*;q=0", "br", "", "gzip;q=0.0, br", "deflate, *;q=0", "gzipped", "gzip;q=x"])(
    "leaves as it is to who does not: %s",
    async (accepted) => {
      expect(headerOf((await ask(accepted)).head, "Content-Encoding")).toBeUndefined();
    },
  );

  it.each(["GZIP", "x-gzip", "*", "br;q=1, gzip;q=0.1", "deflate,gzip", "identity;q=0.5, *;q=0.2"])(
    "leaves compressed to who does, however it says so: %s",
    async (accepted) => {
      expect(headerOf((await ask(accepted)).head, "Content-Encoding")).toBe("gzip");
    },
  );
});

it("makes an export a fraction of its size", async () => {
  const { body } = await sendRaw(server.url, log, {
    method: "GET",
    lines: ["Accept: application/x-ndjson", "Accept-Encoding: gzip"],
  });
  const plain = await (await server.get(log, { Accept: "application/x-ndjson" })).text();
  expect(body.length).toBeLessThan(plain.length / 2);
  expect(gunzipSync).toBeDefined();
});
