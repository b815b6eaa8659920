/** What is made once for many: no header of a request, and nothing of its address that pages do not heed, decides what others are answered with. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runs } from "../support/always.ts";
import { development, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { type Server, startServer } from "../support/server.ts";

let server: Server;
let count = 0;
beforeAll(async () => {
  server = await startServer({ variables: { HUB_BEAT: String(3_600_000) } });
});
afterAll(() => server?.close());

/** A story of its own, at version 8. */
const tell = async (): Promise<string> => {
  count += 1;
  const story = `shared-${count}`;
  await server.record(story, paced([...scene, ...["one", "two", "three"].map((n) => development(`The talk of ${n}`))]));
  return story;
};

type Headers = Record<string, string>;
type Told = { status: number; body: string; etag: string | null; type: string | null; language: string | null };
const ask = async (path: string, headers: Headers = {}, method = "GET"): Promise<Told> => {
  const answer = await server.send(method, path, headers);
  const header = (name: string) => answer.headers.get(name);
  return {
    status: answer.status,
    body: await answer.text(),
    etag: header("ETag"),
    type: header("Content-Type"),
    language: header("Content-Language"),
  };
};

/** Tags near a true one: what a forger would try, and what a parser would trip over. */
const near = (etag: string): fc.Arbitrary<string> => {
  const parts = etag.slice(1, -1).split(".");
  const number = fc.constantFrom("0", "00", "1e1", "-", "+", "0x", " ", "9".repeat(15), "");
  return fc.oneof(
    fc.constant(etag),
    fc.constant(`W/${etag}`),
    fc.constantFrom("*", '"', '""', "W/", "w/", `${etag}${etag}`, `"${etag}"`, etag.slice(0, -1), `${etag},*`, "*,*"),
    // Each part in turn with digits before it, left out, or said again.
    fc
      .tuple(fc.nat({ max: parts.length - 1 }), number, fc.boolean())
      .map(
        ([at, more, whole]) => `"${parts.map((part, index) => (index === at ? (whole ? more : more + part) : part)).join(".")}"`,
      ),
    fc.tuple(fc.nat({ max: parts.length - 1 }), fc.nat({ max: 99 })).map(([at, n]) => `"${parts.with(at, String(n)).join(".")}"`),
    fc.string({ unit: "binary-ascii", maxLength: 30 }).map((text) => `"${text.replaceAll(/[^\x21\x23-\x7e]/g, "")}"`),
  );
};

const header = (etag: string): fc.Arbitrary<[string, string]> => {
  const value = fc.oneof(
    fc.array(near(etag), { minLength: 1, maxLength: 3 }).map((tags) => tags.join(", ")),
    fc.string({ unit: "binary-ascii", maxLength: 40 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, "")),
    fc.constantFrom(
      "0",
      "1",
      "bytes=0-10",
      "text/event-stream",
      "application/json",
      "no-cache",
      "only-if-cached",
      "gzip;q=0",
      "trailers",
    ),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2099-01-01") }).map((date) => date.toUTCString()),
  );
  const name = fc.constantFrom(
    ...[
      "If-None-Match",
      "If-Match",
      "If-Modified-Since",
      "If-Unmodified-Since",
      "If-Range",
      "Range",
      "Accept",
      "Accept-Encoding",
    ],
    ...["Cache-Control", "Pragma", "Cookie", "Authorization", "Origin", "Referer", "User-Agent", "Forwarded", "X-Forwarded-Host"],
    ...["X-Forwarded-Proto", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Last-Event-ID", "Idempotency-Key"],
    ...["Accept-Charset", "Via", "CF-Connecting-IP", "X-Host", "Save-Data", "Purpose"],
  );
  return fc.tuple(name, value);
};

/** Queries that pages do not heed, and ways of writing those that they do. */
const query = fc.constantFrom("", "&x=1", "&utm_source=a", "&fbclid=%00", "&at=9", "&offers=&kind=", "&in=fr", "&since=");

describe("a page that is made for all who were told of a version", () => {
  it("is the page that it is without, whoever asks first and with what headers", { timeout: 600_000 }, async () => {
    const plain = await tell();
    const { etag } = await ask(`/stories/${plain}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(header(etag ?? ""), { maxLength: 6 }),
        fc.constantFrom("en", "fr"),
        query,
        fc.constantFrom("GET", "HEAD"),
        async (headers, language, more, method) => {
          const story = await tell();
          const path = `/stories/${story}`;
          const own = { ...Object.fromEntries(headers), "Accept-Language": language };
          // The forger knows the true tag of this story too.
          const honest = (await ask(path, { "Accept-Language": language })).etag ?? "";
          const forged = Object.fromEntries(
            Object.entries(own).map(([name, value]) => [name, value.replaceAll((etag ?? "").slice(1, -1), honest.slice(1, -1))]),
          );
          await ask(`${path}?at=8${more}`, forged, method);
          for (const spoken of ["en", "fr"]) {
            const victim = await ask(`${path}?at=8`, { "Accept-Language": spoken });
            const whole = await ask(path, { "Accept-Language": spoken });
            expect(victim).toEqual(whole);
            expect(whole.language).toBe(spoken);
            expect(whole.body).toMatch(/The talk of three[\s\S]*The talk of one/);
          }
        },
      ),
      { numRuns: runs(120), seed: 9, endOnFailure: true },
    );
  });
});

describe("any answer that shared caches may keep", () => {
  const paths = ["", "/feed.atom?lang=en", "/feed.json?lang=en", "/timelinejs.json?lang=en", "/corrections", "/verify"];
  const api = ["", "/status", "/timeline", "/offers", "/events", "/cast"];

  it("is whole, or 304 to who holds its tag, and nothing between", { timeout: 600_000 }, async () => {
    const story = await tell();
    const all = [...paths.map((path) => `/stories/${story}${path}`), ...api.map((path) => `/api/stories/${story}${path}`)];
    const whole = new Map<string, Told>();
    for (const path of all) whole.set(path, await ask(path));
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...all)
          .chain((path) => fc.tuple(fc.constant(path), fc.array(near(whole.get(path)?.etag ?? ""), { maxLength: 3 }))),
        async ([path, tags]) => {
          const honest = whole.get(path);
          const answer = await ask(path, tags.length > 0 ? { "If-None-Match": tags.join(", ") } : {});
          if (answer.status === 304) expect(answer).toMatchObject({ body: "", etag: honest?.etag });
          else expect(answer).toEqual(honest);
        },
      ),
      { numRuns: runs(250), seed: 9, endOnFailure: true },
    );
  });
});

describe("the small answer that readers without a stream ask for", () => {
  it("is the same to all, whoever asks first", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(header('"live.8.5"'), { maxLength: 4 }), async (headers) => {
        const story = await tell();
        const path = `/api/stories/${story}/live`;
        const sent = Object.fromEntries(headers);
        // A stream is another answer: nobody shares it.
        if (/event-stream/.test(sent.Accept ?? "")) return;
        await ask(path, sent);
        expect(JSON.parse((await ask(path, { Accept: "application/json" })).body)).toMatchObject({ story, version: 8 });
      }),
      { numRuns: runs(30), seed: 9, endOnFailure: true },
    );
  });
});
