/** The pages over HTTP: what they cost, how they are kept, in which language, and what stands where there is no page. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { app } from "../../worker/app.ts";
import { problems } from "../../worker/http/problem.ts";
import { accepted, counter, offer, opened, scene } from "../support/drafts.ts";
import { paced } from "../support/paced.ts";
import { costOf, problemOf, type Server, startServer } from "../support/server.ts";
import { recordStories, stories } from "../support/stories.ts";

let server: Server;
let emptyHtml: string;
beforeAll(async () => {
  server = await startServer();
  emptyHtml = await (await server.get("/")).text();
  await recordStories(server);
});
afterAll(() => server.close());

const story = `/stories/${stories.sample}`;
const html = async (path: string, headers: Record<string, string> = {}) => (await server.get(path, headers)).text();
const versionsOn = (page: string) =>
  [...page.matchAll(/<li class="entry[^>]* id="v(\d+)"/g)].map(([, version]) => Number(version));

describe("a story's page", () => {
  it("takes one round trip at the head, three at most in the past", async () => {
    expect(costOf(await server.get(story))).toMatchObject({ trips: 1, written: 0 });
    const long = costOf(await server.get(`/stories/${stories.long}`));
    expect(long.trips).toBe(1);
    expect(long.read).toBeLessThanOrEqual(66);
    expect(costOf(await server.get(`${story}?version=12`)).trips).toBeLessThanOrEqual(3);
  });

  it("answers 304 before anything is folded, in one round trip of four rows", async () => {
    const etag = (await server.get(`/stories/${stories.long}`)).headers.get("ETag") ?? "";
    const again = await server.get(`/stories/${stories.long}`, { "If-None-Match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const { trips, read } = costOf(again);
    expect(trips).toBe(1);
    expect(read).toBeLessThanOrEqual(4);
  });

  it("has another ETag in another language, and after another event", async () => {
    const tag = async (query: string) => (await server.get(`/stories/tagged${query}`)).headers.get("ETag");
    await server.record("tagged", paced([opened()]));
    const first = await tag("?lang=en");
    expect(first).toMatch(/^"[^"]+"$/);
    expect(await tag("?lang=fr")).not.toBe(first);
    await server.record("tagged", { type: "BackgroundNoted", occurredAt: "2025-02-10T12:30:00Z", data: { headline: "More" } });
    expect(await tag("?lang=en")).not.toBe(first);
  });

  it("shows no offer as open that a deal has superseded, in either language", async () => {
    const raised = counter("raised", "bid", { target: "t" });
    await server.record("dealt", paced([...scene, offer("bid"), raised, accepted("raised", "a")]));
    const tableOf = (page: string) => page.slice(page.indexOf('<table class="ladder">'), page.indexOf("</table>"));
    const fatesOn = async (query: string) =>
      [...tableOf(await html(`/stories/dealt${query}`)).matchAll(/<span class="status [^"]+">([^<]+)</g)].map(([, fate]) => fate);
    expect(await fatesOn("?lang=en")).toEqual(["Superseded", "Accepted"]);
    expect(await fatesOn("?lang=fr")).toEqual(["Remplacée", "Acceptée"]);
  });

  it("says how long it may be kept, and what it varies by", async () => {
    const { headers } = await server.get(story, { "Accept-Language": "fr" });
    expect(headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=2");
    expect(headers.get("Vary")).toContain("Accept-Language");
    expect(headers.get("Content-Language")).toBe("fr");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  });

  it("turns through the whole timeline, each event once, in either order", async () => {
    const seen: number[] = [];
    let path: string | undefined = `/stories/${stories.long}?order=asc`;
    while (path) {
      const page: string = await html(path);
      seen.push(...versionsOn(page));
      path = /<a rel="next" href="([^"#]+)/.exec(page)?.[1]?.replaceAll("&amp;", "&");
    }
    // Who takes part stands in the cast.
    expect(seen).toEqual([1, ...Array.from({ length: 111 }, (_, index) => index + 10)]);
    expect(versionsOn(await html(`/stories/${stories.long}`))).toEqual(Array.from({ length: 50 }, (_, index) => 120 - index));
  });

  it("is told as it was after a version, and as it was known at an instant", async () => {
    const after = await html(`${story}?version=12`);
    expect(after).toContain("This is the story as it was after event 12.");
    expect(Math.max(...versionsOn(after))).toBe(12);
    const known = await html(`${story}?asOf=2999-01-01T00:00:00Z`);
    expect(known).toContain("This is the story as it was known on");
    expect(versionsOn(known)).toEqual(versionsOn(await html(story)));
    expect((await server.get(`${story}?asOf=2001-01-01T00:00:00Z`)).status).toBe(404);
  });

  it("comes in the language of the address, else of the browser, and names the other", async () => {
    expect(await html(story, { "Accept-Language": "fr-CA,en;q=0.5" })).toContain('<html lang="fr">');
    const english = await html(`${story}?lang=en`, { "Accept-Language": "fr" });
    expect(english).toContain('<html lang="en">');
    expect(english).toContain(`<link rel="alternate" hreflang="fr" href="${server.url.origin}${story}?lang=fr"/>`);
    expect(english).toContain('<a class="masthead-name" href="/?lang=en">');
  });

  it("tells times as exactly as they are known, and no more exactly", async () => {
    const page = await html(`${story}?lang=en`);
    expect(page).toContain('<time datetime="2022-10-27">27 October 2022</time>');
    // The story is told in the time of Paris.
    expect(page).toContain("Times in Paris");
    expect(page).toContain(
      '<time datetime="2025-02-10T20:00Z" title="9pm CET on 10 February 2025"><span class="clock">9pm</span></time>',
    );
    expect(page).toContain(
      '<time datetime="2025-02-10T21:11:04Z" title="10.11pm CET on 10 February 2025"><span class="clock">10.11pm</span></time>',
    );
    expect(await html(`${story}?lang=fr`)).toContain('<span class="clock">21\u00a0heures</span>');
  });
});

describe("the front page", () => {
  it("tells how to post where there is no story", () => {
    expect(emptyHtml).toContain("No story yet");
    expect(emptyHtml).toContain("npm run editor -- add NAME");
    expect(emptyHtml).toContain("/api/stories/musk-openai/events");
  });

  it("lists the stories with stage, sentence and last activity, and answers 304", async () => {
    const answer = await server.get("/?lang=en");
    expect(await answer.text()).toMatch(
      /Countered.*Musk, Altman et l’offre sur OpenAI.*>Altman<\/bdi> has countered with a \$9\.74bn offer for <bdi>Twitter<\/bdi>.*Updated/s,
    );
    const again = await server.get("/?lang=en", { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("has a next page where there are more than twenty stories", async () => {
    for (let turn = 0; turn < 20; turn += 1) await server.record(`story-${turn}`, paced([opened({ title: `Story ${turn}` })]));
    const first = await html("/");
    const next = /<a rel="next" href="([^"]+)"/.exec(first)?.[1] ?? "";
    const second = await html(next);
    expect(first).not.toContain("Musk, Altman et l’offre sur OpenAI");
    expect(second).toContain("Musk, Altman et l’offre sur OpenAI");
    expect((await server.get("/?cursor=nonsense")).status).toBe(422);
  });
});

describe("a problem's page", () => {
  it.each(Object.entries(problems))("explains %s in both languages", async (type, { title, status }) => {
    const english = await html(`/problems/${type}?lang=en`);
    expect(english).toContain(title.replaceAll("'", "&#39;"));
    expect(english).toContain(String(status));
    expect(await html(`/problems/${type}?lang=fr`)).toContain('<html lang="fr">');
  });
});

describe("where there is no page", () => {
  it.each([
    ["/nowhere", 404],
    ["/stories/nobody-knows", 404],
    ["/stories/No_Slug", 404],
    [`${story}?version=99`, 404],
    ["/problems/nobody-knows", 404],
    [`${story}?version=none`, 422],
    [`${story}?asOf=yesterday`, 422],
  ])("%s answers with a page of %i", async (path, status) => {
    const answer = await server.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toContain("text/html");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  it("answers a wrong method with a page, and says what the address takes", async () => {
    const answer = await server.get(story, {}, "DELETE");
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD");
    expect(answer.headers.get("Content-Type")).toContain("text/html");
  });

  it("answers the API's clients, and who asks for JSON, with a problem", async () => {
    expect((await problemOf(await server.get("/api/nowhere"))).status).toBe(404);
    expect((await problemOf(await server.get("/nowhere", { Accept: "application/json" }))).status).toBe(404);
  });

  it("answers with a page of 503 where D1 does not answer, and with a problem to the API", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = {
      DB: { prepare: () => ({ bind: () => ({}) }), batch: () => Promise.reject(new Error("D1_ERROR: Network connection lost.")) },
      ASSETS: { fetch: async ({ pathname }: URL) => new Response(readFileSync(`worker/public${pathname}`)) },
    };
    const page = await app.request(story, {}, broken);
    expect([page.status, page.headers.get("Retry-After")]).toEqual([503, expect.stringMatching(/^[2-6]$/)]);
    expect(await page.text()).toContain("The log cannot be reached");
    const answer = await app.request("/api/stories", {}, broken);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([503, "application/problem+json"]);
  });
});
