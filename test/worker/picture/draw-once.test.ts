/** What is drawn once is not drawn again; letters that are not there are looked for again. */
import type { Context } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { App } from "../../../worker/env.ts";
import { drawOnce, loadLetters } from "../../../worker/picture/draw-once.ts";
import { packed } from "../../support/letters.ts";

afterEach(() => vi.unstubAllGlobals());

/** A location's cache, as far as it is used. */
const stubCache = () => {
  const kept = new Map<string, Response>();
  const cache = {
    match: async (key: URL) => kept.get(key.href)?.clone(),
    put: async (key: URL, answer: Response) => void kept.set(key.href, answer),
  };
  vi.stubGlobal("caches", { default: cache });
  return kept;
};

const contextOf = (assets = async () => new Response()) => {
  const promises: Promise<unknown>[] = [];
  const context = {
    req: { path: "/stories/a-bid/picture.png", url: "https://example.org/stories/a-bid/picture.png?lang=en&x=1" },
    executionCtx: { waitUntil: (promise: Promise<unknown>) => promises.push(promise) },
    env: { ASSETS: { fetch: assets } },
  };
  // No more of it is used.
  return { c: context as unknown as Context<App>, settled: () => Promise.all(promises) };
};

describe("a drawing", () => {
  it("is made once for each ETag, whatever else stands in the address, and kept for a day", async () => {
    const kept = stubCache();
    const { c, settled } = contextOf();
    const draw = vi.fn(async () => Uint8Array.of(1, 2, 3));
    await drawOnce(c, '"picture.1.7.en"', draw);
    await settled();
    const again = await new Response(await drawOnce(c, '"picture.1.7.en"', draw)).bytes();
    expect([...again]).toEqual([1, 2, 3]);
    expect(draw).toHaveBeenCalledTimes(1);
    await drawOnce(c, '"picture.1.8.en"', draw);
    expect(draw).toHaveBeenCalledTimes(2);
    const [[address, answer] = ["", undefined]] = kept;
    expect(address).not.toContain("x=1");
    expect(answer?.headers.get("Cache-Control")).toBe("public, max-age=86400");
  });

  it("that fails is not kept", async () => {
    const kept = stubCache();
    await expect(drawOnce(contextOf().c, '"a"', () => Promise.reject(new Error("no ink")))).rejects.toThrow("no ink");
    expect(kept.size).toBe(0);
  });
});

describe("the letters", () => {
  it("are looked for again when they were not there, or not whole, and then kept", async () => {
    const answers = [
      new Response("Not found", { status: 404 }),
      new Response(packed.slice(0, 500)),
      new Response(packed.slice()),
    ];
    const fetched = vi.fn(async () => answers.shift() ?? new Response("More than was needed", { status: 500 }));
    const { c } = contextOf(fetched);
    await expect(loadLetters(c)).rejects.toThrow("404");
    await expect(loadLetters(c)).rejects.toThrow("too early");
    expect((await loadLetters(c)).display.em).toBe(1000);
    expect(await loadLetters(c)).toBe(await loadLetters(c));
    expect(fetched).toHaveBeenCalledTimes(3);
  });
});
